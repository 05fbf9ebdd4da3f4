import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findElectron } from "../../build/electron-path.ts";
import { findBrowser, hasScreen, windowArguments } from "../../build/find-browser.ts";
import { collectLicences } from "../../build/licences.ts";
import { isStale } from "../../build/stale.ts";
import { temporaryFolder } from "../support/folder.ts";

const root = temporaryFolder();

function write(path: string, text = ""): string {
  const whole = join(root, path);
  mkdirSync(join(whole, ".."), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}

describe("Electron's program", () => {
  const isLinux = process.platform === "linux";

  it("is not on a machine where only the package is installed", () => {
    write("bare/package.json", '{"version":"45.4.1"}');
    expect(findElectron({}, join(root, "bare"))).toEqual({ path: null, version: "45.4.1" });
  });

  it.runIf(isLinux)("is the package's own, when it is whole and of its version", () => {
    write("whole/package.json", '{"version":"45.4.1"}');
    write("whole/path.txt", "electron");
    const path = write("whole/dist/electron");
    write("whole/dist/version", "45.4.0");
    expect(findElectron({}, join(root, "whole")).path).toBeNull();
    write("whole/dist/version", "v45.4.1");
    expect(findElectron({}, join(root, "whole")).path).toBe(path);
  });

  it.runIf(isLinux)("is the unpacked copy that the environment names, where it is there", () => {
    write("named/package.json", '{"version":"45.4.1"}');
    const path = write("copy/electron");
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(root, "copy") };
    expect(findElectron(env, join(root, "named")).path).toBe(path);
    const gone = { ELECTRON_OVERRIDE_DIST_PATH: join(root, "gone") };
    expect(findElectron(gone, join(root, "named")).path).toBeNull();
  });
});

describe("the browser", () => {
  it("is the first known one on the path, or the one that is named", () => {
    const chrome = write("bin/google-chrome");
    const other = write("other/browser");
    const PATH = `/nowhere:${join(root, "bin")}`;
    expect(findBrowser("linux", { PATH })).toBe(chrome);
    expect(findBrowser("linux", { PATH, JICENG_BROWSER: other })).toBe(other);
    expect(findBrowser("linux", { PATH, JICENG_BROWSER: "/gone" })).toBeNull();
    expect(findBrowser("linux", { PATH: "/nowhere" })).toBeNull();
  });

  it("needs a screen on Linux", () => {
    expect(hasScreen("linux", {})).toBe(false);
    expect(hasScreen("linux", { DISPLAY: ":0" })).toBe(true);
    expect(hasScreen("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
    expect(hasScreen("win32", {})).toBe(true);
  });

  it("keeps its sandbox", () => {
    expect(windowArguments("http://127.0.0.1:1/", "/p").join(" ")).not.toContain("sandbox");
  });
});

describe("what was built", () => {
  it("is stale where it is missing or older than any of its sources", () => {
    const built = write("built/out.js");
    const source = write("source/deep/a.ts");
    const at = (path: string, seconds: number) => utimesSync(path, seconds, seconds);
    for (const folder of ["source", "source/deep"]) at(join(root, folder), 1000);
    at(source, 1000);
    at(built, 2000);
    expect(isStale(built, [join(root, "source")])).toBe(false);
    at(source, 3000);
    expect(isStale(built, [join(root, "source")])).toBe(true);
    at(source, 1000);
    // A file was taken away.
    at(join(root, "source", "deep"), 3000);
    expect(isStale(built, [join(root, "source")])).toBe(true);
    expect(isStale(join(root, "none"), [])).toBe(true);
  });
});

describe("licences", () => {
  it("go along once for all packages that have the same", () => {
    for (const name of ["b", "a"]) {
      write(`node_modules/${name}/package.json`, `{"name":"${name}","version":"1.0.0"}`);
      write(`node_modules/${name}/LICENSE`, "the same words");
    }
    const text = collectLicences(root, ["node_modules/b", "node_modules/a", "node_modules/a"]);
    expect(text.match(/the same words/g)).toHaveLength(1);
    expect(text).toContain("a 1.0.0\nb 1.0.0\n");
  });

  it("are at least named; a package without any stops the packing", () => {
    write("node_modules/c/package.json", '{"name":"c","version":"2.0.0","license":"MIT"}');
    write("node_modules/d/package.json", '{"name":"d","version":"2.0.0"}');
    expect(collectLicences(root, ["node_modules/c"])).toContain("Licence: MIT");
    expect(() => collectLicences(root, ["node_modules/d"])).toThrow("d has no licence");
  });
});
