import { readFile } from "node:fs/promises";
import { formatIssue } from "../../shared/records/issue.ts";
import { readUnitFile, type UnitFile } from "../../shared/records/unit-file.ts";
import { refused } from "./io.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "文件不存在，请检查文件名和路径",
  EISDIR: "这是一个文件夹，请指定其中的文件",
  EACCES: "没有读取权限，请换一个位置或请管理员授权",
  EPERM: "没有读取权限，请换一个位置或请管理员授权",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Bytes of a file that the user named; what the system says of it is a refusal, told in Chinese. */
export async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = REASONS[codeOf(error)];
    if (reason === undefined) throw error;
    throw refused(`${path}：${reason}`);
  }
}

/** A checked unit file; every fault in it is one line of the refusal. */
export async function loadUnitFile(path: string): Promise<UnitFile> {
  const checked = readUnitFile((await readInput(path)).toString("utf8"));
  if (checked.ok) return checked.value;
  throw refused(...checked.issues.map((issue) => `${path}：${formatIssue(issue)}`));
}
