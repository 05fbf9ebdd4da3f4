import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Catalogue } from "../../../renderer/i18n/messages.ts";

/** All catalogues of the screen and all its sources, for the tests of the messages. */

const ROOT = fileURLToPath(new URL("../../../renderer/", import.meta.url));

export interface Source {
  /** From `renderer/`. */
  readonly path: string;
  readonly text: string;
}

/** Every source file of the screen. */
export function readSources(): readonly Source[] {
  return readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: relative(ROOT, file).replaceAll("\\", "/"), text: readFileSync(file, "utf8") };
    });
}

export interface FoundCatalogue {
  /** The name that it is exported under. */
  readonly name: string;
  readonly path: string;
  readonly catalogue: Catalogue<string>;
}

const FILES = import.meta.glob<Readonly<Record<string, Catalogue<string>>>>(
  "../../../renderer/**/*messages.ts",
);

/** Every catalogue that some file exports; they stand in files named `messages.ts` or `…-messages.ts`. */
export async function readCatalogues(
  sources: readonly Source[],
): Promise<readonly FoundCatalogue[]> {
  const found: FoundCatalogue[] = [];
  for (const { path, text } of sources) {
    const names = [...text.matchAll(/export const (\w+) = defineMessages\(/g)].map(
      ([, name = ""]) => name,
    );
    const load = FILES[`../../../renderer/${path}`];
    if (names.length === 0 || load === undefined) continue;
    const loaded = await load();
    for (const name of names) {
      const catalogue = loaded[name];
      if (catalogue !== undefined) found.push({ name, path, catalogue });
    }
  }
  return found;
}
