import { stat } from "node:fs/promises";
import { isMissing } from "../services/files/faults.ts";
import { type Given, isOn } from "./command.ts";
import { fileRefusal } from "./input.ts";
import { refused } from "./io.ts";

/** For commands that write a file which the user names. */
export const OVERWRITE_OPTION = {
  overwrite: { type: "boolean", describe: "文件已存在时覆盖它" },
} as const;

/** Nothing that is there is written over unless the user says so. */
export async function refuseExisting(path: string, given: Given): Promise<void> {
  if (isOn(given, "overwrite")) return;
  try {
    await stat(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw fileRefusal(path, error);
  }
  throw refused(`${path}：文件已存在，没有改动；请换一个文件名，或加 --overwrite 覆盖`);
}
