import { homedir } from "node:os";
import { posix, resolve, win32 } from "node:path";
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

/** Where programs keep their data: XDG Base Directory on Linux, %APPDATA% on Windows, Library on macOS. */
export function usualDataFolder(platform: NodeJS.Platform, env: Io["env"], home: string): string {
  if (platform === "win32") {
    return win32.join(env["APPDATA"] ?? win32.join(home, "AppData", "Roaming"), "jiceng");
  }
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "jiceng");
  const named = env["XDG_DATA_HOME"];
  // The specification has relative paths ignored.
  const base = named?.startsWith("/") === true ? named : posix.join(home, ".local", "share");
  return posix.join(base, "jiceng");
}
