import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { checkLayers, type SourceFile } from "./layers.ts";

/** `npm run lint`: counts the imports between layers and fails on one that is not allowed. */

const FOLDERS = ["shared", "electron", "renderer", "build", "test"];

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({
      path: posix.join(folder, ...name.split(sep)),
      text: readFileSync(join(folder, name), "utf8"),
    }));
}

const { counts, violations } = checkLayers(FOLDERS.flatMap(sourcesIn));
for (const [pair, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${String(count).padStart(5)}  ${pair}`);
for (const { file, imported } of violations) {
  console.error(`${file} may not import ${imported} (build/layers.ts)`);
}
if (violations.length > 0) process.exitCode = 1;
