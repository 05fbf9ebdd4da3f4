import { describe, expect, it } from "vitest";
import { usualDataFolder } from "../../../../electron/services/files/data-folder.ts";

describe("the usual data folder", () => {
  it.each<[NodeJS.Platform, Record<string, string>, string, string]>([
    ["linux", {}, "/home/a", "/home/a/.local/share/jiceng"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/home/a", "/data/jiceng"],
    ["linux", { XDG_DATA_HOME: "data" }, "/home/a", "/home/a/.local/share/jiceng"],
    ["linux", { XDG_DATA_HOME: "" }, "/home/a", "/home/a/.local/share/jiceng"],
    ["darwin", {}, "/Users/a", "/Users/a/Library/Application Support/jiceng"],
    ["win32", { APPDATA: "D:\\Roaming" }, "C:\\Users\\a", "D:\\Roaming\\jiceng"],
    ["win32", {}, "C:\\Users\\a", "C:\\Users\\a\\AppData\\Roaming\\jiceng"],
  ])("is on %s with %j and home %s: %s", (platform, env, home, folder) => {
    expect(usualDataFolder(platform, env, home)).toBe(folder);
  });
});
