import { homedir } from "node:os";
import { resolve } from "node:path";
import { usualDataFolder } from "../services/files/data-folder.ts";
import { type Given, textIfAny } from "./command.ts";
import type { Io } from "./io.ts";

/** For commands that use the keys and what is kept beside them. */
export const DATA_OPTION = {
  data: {
    type: "string",
    requiresArg: true,
    describe: "数据文件夹，存放密钥和登记资料；不写则用系统为本用户准备的位置",
  },
} as const;

/** The data folder that a command was given, else the platform's usual one. */
export function dataFolderOf(given: Given, io: Io): string {
  const named = textIfAny(given, "data");
  return named === undefined
    ? usualDataFolder(process.platform, io.env, homedir())
    : resolve(named);
}
