import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { collectLicences } from "./licences.ts";
import { LICENCES } from "./pack-config.ts";
import { buildScreen, SCREEN_PACKAGES } from "./screen.ts";
import { buildShell, SHELL_PACKAGES } from "./shell.ts";

/** Builds everything that goes into a package. */
export async function preparePackage(): Promise<void> {
  await buildScreen();
  await buildShell();
  const folders = [SCREEN_PACKAGES, SHELL_PACKAGES].flatMap(
    (path) => JSON.parse(readFileSync(path, "utf8")) as string[],
  );
  mkdirSync(dirname(LICENCES), { recursive: true });
  writeFileSync(LICENCES, collectLicences(".", folders));
}
