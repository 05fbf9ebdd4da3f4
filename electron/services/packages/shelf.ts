import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { isUnfinished, makeFolder, sweepUnfinished } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { readSealedJson, type Sealer, writeSealedJson } from "../keys/sealer.ts";

/**
 * Packages of this installation, each in a folder of its own with a sealed record beside it: what a unit
 * packed, what a bureau took in. A folder appears as a whole, by one rename, or not at all.
 */

export const PACKAGE_FILE = "package.jcp";
const RECORD_FILE = "record.sealed";

export interface Shelf<Entry> {
  readonly folder: string;
  readonly sealer: Sealer;
  /** What its records are sealed under. */
  readonly label: string;
  readonly schema: z.ZodType<Entry>;
}

/** A record with the name of its folder. */
export interface Shelved<Entry> {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * A record that does not open is somebody's package all the same: the whole listing is refused rather than
 * the record left out, since what follows on it would begin a second chain.
 */
export type ShelfListing<Entry> =
  | { readonly ok: true; readonly entries: readonly Shelved<Entry>[] }
  | { readonly ok: false; readonly code: "records-damaged"; readonly folder: string };

/** Everything on a shelf, in the order of the folders' names. */
export async function listShelf<Entry>(shelf: Shelf<Entry>): Promise<ShelfListing<Entry>> {
  const entries: Shelved<Entry>[] = [];
  for (const name of await folderNames(shelf.folder)) {
    const read = await readSealedJson(
      shelf.sealer,
      join(shelf.folder, name, RECORD_FILE),
      shelf.label,
    );
    const parsed = read.ok ? shelf.schema.safeParse(read.data) : null;
    if (parsed?.success !== true) {
      return { ok: false, code: "records-damaged", folder: join(shelf.folder, name) };
    }
    entries.push({ name, entry: parsed.data });
  }
  return { ok: true, entries };
}

async function folderNames(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !isUnfinished(name)).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Writes the record into its folder, finished or not. */
export async function writeRecord<Entry>(
  { sealer, label }: Shelf<Entry>,
  folder: string,
  entry: Entry,
): Promise<void> {
  await writeSealedJson(sealer, join(folder, RECORD_FILE), label, entry);
}

/** Makes the shelf ready: removes what a crash left unfinished. To be called when nothing is under way. */
export async function tidyShelf({ folder }: Pick<Shelf<unknown>, "folder">): Promise<void> {
  await makeFolder(folder);
  await sweepUnfinished(folder);
}
