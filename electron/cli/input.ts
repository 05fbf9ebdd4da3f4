import { readFile, stat } from "node:fs/promises";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import { formatIssue } from "../../shared/records/issue.ts";
import { readUnitFile, type UnitFile } from "../../shared/records/unit-file.ts";
import type { WorkbookData } from "../../shared/workbook/cell.ts";
import { formatImportIssue } from "../../shared/workbook/import/import-issue.ts";
import {
  COMMIT_REFUSAL_SENTENCES,
  commitImport,
  importWorkbook,
} from "../../shared/workbook/import/import-workbook.ts";
import { IMPORT_PROBLEM_SENTENCES } from "../../shared/workbook/import/report.ts";
import { replaceFile, writeDurably } from "../services/files/durable.ts";
import { describeFileFault, fileFaultOf, isMissing } from "../services/files/faults.ts";
import { describeWorkbookFault } from "../services/workbooks/fault.ts";
import { readWorkbook } from "../services/workbooks/read-workbook.ts";
import type { Given } from "./command.ts";
import { CommandFailure, type Io, progressLine, refused } from "./io.ts";
import { readUnitOptions } from "./unit-options.ts";

const FOLDER_GIVEN = "这是一个文件夹，请指定其中的文件";
/** What is said of a file that was named, where it is not what `describeFileFault` says of a disk. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "文件不存在，请检查文件名和路径",
  ENOTDIR: "文件不存在，请检查文件名和路径",
  EISDIR: FOLDER_GIVEN,
  EACCES: "没有读写权限，请换一个位置或请管理员授权",
  EPERM: "没有读写权限，请换一个位置或请管理员授权",
};

/** What the system says of a file that the user named, told in Chinese; anything else is a bug and is thrown on. */
export function fileRefusal(path: string, error: unknown): CommandFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const fault = fileFaultOf(error);
  if (REASONS[code] === undefined && fault === null) throw error;
  return refused(`${path}：${REASONS[code] ?? (fault === null ? "" : describeFileFault(fault))}`);
}

/** Where work reads and writes: the data folder, and a file that the user named. */
export interface Places {
  readonly dataFolder: string;
  readonly path: string;
}

/** Runs work; what the system says is told of the data folder where it names a file in there, else of the file that the user named. */
export async function orPlace<Result>(
  { dataFolder, path }: Places,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandFailure || fileFaultOf(error) === null) throw error;
    const named = error instanceof Error && "path" in error ? String(error.path) : "";
    throw fileRefusal(named.startsWith(dataFolder) ? dataFolder : path, error);
  }
}

/** Bytes of a file that the user named. */
export async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw fileRefusal(path, error);
  }
}

/** Refuses a file that is not there before anything else is asked. */
export async function requireFile(path: string): Promise<void> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    throw fileRefusal(path, error);
  }
  if (isFolder) throw refused(`${path}：${FOLDER_GIVEN}`);
}

/** Writes a file that the user named as a whole, for the user alone. */
export async function writeOutput(path: string, content: string): Promise<void> {
  await orFileRefusal(path, () => writeDurably(path, content));
}

/** Writes a file that the user gives to others: whoever mounts the stick may read it. */
export async function writeForOthers(path: string, content: string): Promise<void> {
  await orFileRefusal(path, () => replaceFile(path, (file) => file.writeFile(content)));
}

async function orFileRefusal(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw fileRefusal(path, error);
  }
}

/** The text of a file that need not be there; null where it is not. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    throw fileRefusal(path, error);
  }
}

/** A checked unit file; every fault in it is one line of the refusal. */
export function checkedUnitFile(path: string, text: string): UnitFile {
  const checked = readUnitFile(text);
  if (checked.ok) return checked.value;
  throw refused(...checked.issues.map((issue) => `${path}：${formatIssue(issue)}`));
}

/** A workbook's cells; one that cannot be read is refused. */
export async function loadWorkbook(path: string, io: Io): Promise<WorkbookData> {
  const read = await readWorkbook(path, {
    signal: io.signal,
    onProgress: progressLine(io, "读取"),
  });
  if (read.ok) return read.workbook;
  throw refused(`${path}：${describeWorkbookFault(read.code)}`);
}

/** The people of a unit file or of a workbook, whichever the file is. */
export async function loadUnit(path: string, given: Given, io: Io): Promise<UnitFile> {
  const bytes = await readInput(path);
  if (!isWorkbook(bytes)) return checkedUnitFile(path, bytes.toString("utf8"));
  const workbook = await loadWorkbook(path, io);
  const existing = readUnitOptions(given);
  const report = importWorkbook(workbook, { existing, pack: SHANDONG_2020 });
  if (report.problem !== null)
    throw refused(`${path}：${IMPORT_PROBLEM_SENTENCES[report.problem]}`);
  const committed = commitImport(report, "all");
  if (committed.ok) return committed.unitFile;
  throw refused(
    ...report.issues.map((issue) => `${path}：${formatImportIssue(issue)}`),
    `${path}：${COMMIT_REFUSAL_SENTENCES[committed.code]}`,
  );
}

/** A unit file is JSON and begins with a brace; every kind of workbook begins with something else. */
function isWorkbook(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64).toString("utf8").replace("\uFEFF", "").trimStart();
  return head !== "" && !head.startsWith("{") && !head.startsWith("[");
}
