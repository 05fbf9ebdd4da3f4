import { posix, win32 } from "node:path";

/** Where programs keep their data: XDG Base Directory on Linux, %APPDATA% on Windows, Library on macOS. */
export function usualDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === "win32") {
    return win32.join(env["APPDATA"] ?? win32.join(home, "AppData", "Roaming"), "jiceng");
  }
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "jiceng");
  const named = env["XDG_DATA_HOME"];
  // The specification has relative paths ignored.
  const base = named?.startsWith("/") === true ? named : posix.join(home, ".local", "share");
  return posix.join(base, "jiceng");
}
