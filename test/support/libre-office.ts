import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** LibreOffice without a screen, with a profile of its own that works out every formula on loading. */

const run = promisify(execFile);

const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Converts files to another format; gives the new files' paths in the same order. */
export async function convertWithLibreOffice(
  files: readonly string[],
  format: string,
  folder: string,
): Promise<readonly string[]> {
  const profile = mkdtempSync(join(folder, "profile-"));
  mkdirSync(join(profile, "user"));
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
  const target = mkdtempSync(join(folder, `${format}-`));
  const settings = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const options = ["--headless", "--convert-to", format, "--outdir", target];
  try {
    await run("soffice", [settings, ...options, ...files], { timeout: 120_000 });
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw error;
    throw new Error("LibreOffice is needed: apt-get install libreoffice-calc", { cause: error });
  }
  return files.map((file) => join(target, `${basename(file, extname(file))}.${format}`));
}
