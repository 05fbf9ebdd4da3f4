import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import type { Sealer } from "../keys/sealer.ts";
import { quarantineShelf, release } from "../packages/quarantine.ts";
import { readRecord, shelfNames } from "../packages/shelf.ts";

/** 隔离区 as the desk lists it. */

export interface QuarantinedFile {
  readonly name: string;
  readonly code: string;
  readonly sentence: string;
  readonly notes: string[];
  readonly fileName: string;
  readonly size: number;
  readonly refusedAt: string;
}

const DAMAGED = "隔离记录已损坏，看不到原因；可以删除，再请单位重新报送";

/** What was refused, the latest first; a record that does not open is listed as such, and hides no other. */
export async function listQuarantine(
  dataFolder: string,
  sealer: Sealer,
): Promise<readonly QuarantinedFile[]> {
  const shelf = quarantineShelf(dataFolder, sealer);
  const files: QuarantinedFile[] = [];
  for (const name of await shelfNames(shelf.folder)) {
    const read = await readRecord(shelf, name);
    if (!read.ok) {
      const unknown = { fileName: "", size: 0, refusedAt: "" };
      files.push({ name, code: "records-damaged", sentence: DAMAGED, notes: [], ...unknown });
      continue;
    }
    const { code, notes, fileName, size, refusedAt } = read.entry;
    const sentence = describePackageRefusal(code);
    files.push({ name, code, sentence, notes: [...notes], fileName, size, refusedAt });
  }
  return files.toSorted((a, b) => (a.refusedAt < b.refusedAt ? 1 : -1));
}

/** Removes a refused file; false where there is none of this name. */
export async function discardQuarantined(
  dataFolder: string,
  sealer: Sealer,
  name: string,
): Promise<boolean> {
  const shelf = quarantineShelf(dataFolder, sealer);
  if (!(await shelfNames(shelf.folder)).includes(name)) return false;
  await release(shelf, name);
  return true;
}
