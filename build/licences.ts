import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licences of everybody whose work goes into the package. */

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/** Work that came inside a package whose own licence is another one. */
const INSIDE = [
  { within: "@electric-sql/pglite", name: "PostgreSQL 18", file: "build/licences/postgresql.txt" },
] as const;

/** One text for the packages in some folders; one that neither brings nor names a licence throws. */
export function collectLicences(root: string, folders: readonly string[]): string {
  const byText = new Map<string, string[]>();
  for (const { within, name, file } of INSIDE) {
    if (!folders.some((folder) => folder.endsWith(within))) continue;
    byText.set(readFileSync(join(root, file), "utf8").trim(), [name]);
  }
  for (const folder of new Set(folders)) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(root, folder, "package.json"), "utf8"),
    ) as { readonly name: string; readonly version: string; readonly license?: string };
    const text = textOf(join(root, folder), name, license);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.toSorted().join("\n")}\n\n${text}\n`);
  const rule = `\n${"-".repeat(78)}\n\n`;
  return `本程序使用了下列开源软件，谨此致谢。\nThis program includes the following open-source software.\n${rule}${parts.toSorted().join(rule)}`;
}

function textOf(folder: string, name: string, licence: string | undefined): string {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => entry.name);
  const texts = files.toSorted().map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (texts.length > 0) return texts.join("\n\n");
  const named = licence ?? licenceInReadme(folder);
  if (named === null) throw new Error(`${name} has no licence`);
  return `Licence: ${named}`;
}

/** Old packages say it under a heading of their description alone. */
function licenceInReadme(folder: string): string | null {
  const readme = readdirSync(folder).find((name) => /^readme\b/i.test(name));
  if (readme === undefined) return null;
  const text = readFileSync(join(folder, readme), "utf8");
  return /^#+ *licen[cs]e\s+([\w.-]+)$/im.exec(text)?.[1] ?? null;
}
