import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { id, list, record, text, wholeNumber } from "../../../shared/records/fields.ts";
import { instant, sha256 } from "../../../shared/submission/fields.ts";
import {
  describePackageRefusal,
  PACKAGE_REFUSALS,
  type PackageRefusalCode,
} from "../../../shared/submission/refusal.ts";
import { moveDurably, unfinishedName, writeDurably } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import type { Sealer } from "../keys/sealer.ts";
import { type Shelf, writeRecord } from "./shelf.ts";

/** 隔离区: files that were refused, each with its reason, for those who ask why. */

export const QUARANTINE_FORMAT = "jiceng.quarantine/1";
const REASON_FILE = "reason.txt";
/** The signed answer to the sender, where it could be told who that is. */
export const REFUSAL_RECEIPT_FILE = "receipt-0.jcr";
const MOST_NOTES = 1_000;

export const quarantinedSchema = record({
  format: z.literal(QUARANTINE_FORMAT),
  code: z.enum(Object.keys(PACKAGE_REFUSALS) as [PackageRefusalCode, ...PackageRefusalCode[]]),
  /** Where and what, line by line; may quote what stands in the package. */
  notes: list(z.string(), MOST_NOTES),
  /** The name under which it came. */
  fileName: text(),
  size: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  /** Null for a file too large to be read. */
  sha256: sha256().nullable(),
  refusedAt: instant(),
  /** Who sent it, by a signature that was verified or by whom it was uploaded; null where nobody can tell. */
  unitId: id().nullable().default(null),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

/** Where a bureau keeps what it refused. */
export function quarantineShelf(dataFolder: string, sealer: Sealer): Shelf<Quarantined> {
  const folder = join(dataFolder, "quarantine");
  return { folder, sealer, label: "quarantine", schema: quarantinedSchema };
}

/** Keeps a refused file, which lies in an unfinished folder, with its reason; gives the folder where both now are. */
export async function quarantine(
  shelf: Shelf<Quarantined>,
  unfinished: string,
  refused: Quarantined,
): Promise<string> {
  const { code, sha256: hash, refusedAt } = refused;
  // The same file again takes the place of the first: a stick that is read daily fills nothing.
  const name = hash ?? `${refusedAt.replaceAll(/[^0-9]/g, "")}-${code}-${randomUUID()}`;
  const folder = join(shelf.folder, name);
  await writeRecord(shelf, unfinished, refused);
  const reason = `${code}\n${describePackageRefusal(code)}\n`;
  await writeDurably(join(unfinished, REASON_FILE), reason);
  await release(shelf, name);
  await moveDurably(unfinished, folder);
  return folder;
}

/** Removes a file from quarantine: it was taken in since, or is about to be put there again. */
export async function release({ folder }: Shelf<Quarantined>, name: string): Promise<void> {
  const leaving = unfinishedName(join(folder, name));
  try {
    await moveDurably(join(folder, name), leaving);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await rm(leaving, { recursive: true, force: true });
}
