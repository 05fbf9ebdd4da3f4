import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Where Electron's program is on this machine. Never by loading the package: from plain Node that starts
 * a download of more than a hundred megabytes.
 */

const NAMES: Readonly<Record<string, string>> = {
  darwin: "Electron.app/Contents/MacOS/Electron",
  win32: "electron.exe",
};

export interface ElectronPlace {
  /** Null: not on this machine. */
  readonly path: string | null;
  readonly version: string;
}

/** Finds it as the package itself would: an unpacked copy that the environment names, else its own folder. */
export function findElectron(
  env: Readonly<Record<string, string | undefined>>,
  folder = packageFolder(),
): ElectronPlace {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  const usual = NAMES[process.platform] ?? "electron";
  const given = env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (given !== undefined && given !== "") {
    const named = join(given, readIfThere(join(folder, "path.txt")) ?? usual);
    return { path: existsSync(named) ? named : null, version };
  }
  const path = join(folder, "dist", usual);
  const isWhole =
    readIfThere(join(folder, "dist", "version"))?.replace(/^v/, "") === version &&
    readIfThere(join(folder, "path.txt")) === usual &&
    existsSync(path);
  return { path: isWhole ? path : null, version };
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("electron/package.json"));
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}
