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
export const RECORD_FILE = "record.sealed";

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
  for (const name of await shelfNames(shelf.folder)) {
    const read = await readRecord(shelf, name);
    if (!read.ok) return read;
    entries.push({ name, entry: read.entry });
  }
  return { ok: true, entries };
}

export type ReadRecord<Entry> =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly code: "records-damaged"; readonly folder: string };

/** The record of one folder; one that is missing counts as damaged. */
export async function readRecord<Entry>(
  { folder, sealer, label, schema }: Shelf<Entry>,
  name: string,
): Promise<ReadRecord<Entry>> {
  const read = await readSealedJson(sealer, join(folder, name, RECORD_FILE), label);
  const parsed = read.ok ? schema.safeParse(read.data) : null;
  if (parsed?.success !== true) {
    return { ok: false, code: "records-damaged", folder: join(folder, name) };
  }
  return { ok: true, entry: parsed.data };
}

/** The names of the folders on a shelf, in their order. */
export async function shelfNames(folder: string): Promise<readonly string[]> {
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
