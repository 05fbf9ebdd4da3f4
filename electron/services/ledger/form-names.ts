import { OFFICIAL_LISTS } from "../../../shared/workbook/lists/registry.ts";

/** Forms in packages are named in ASCII (promise 22); people read their titles. */

const LABELS = new Map<string, string>(
  Object.entries(OFFICIAL_LISTS).map(([name, { label }]) => [name, label]),
);

/** The Chinese name of a form by its path in a package; of one that we do not know, its file name. */
export function nameForm(path: string): string {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return LABELS.get(file.replace(/\.xlsx$/, "")) ?? file;
}
