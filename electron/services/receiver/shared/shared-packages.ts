import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type LedgerEntry, ledgerEntrySchema } from "../../../../shared/submission/ledger-entry.ts";
import { chainLinkOf, type ChainLink } from "../../../../shared/submission/revision-chain.ts";
import { isMissing } from "../../files/faults.ts";
import type { Ledger, Queries } from "../../ledger/ledger.ts";
import { isTakenKey } from "../../ledger/sql-errors.ts";
import { receiptPathIn } from "../../packages/folder-packages.ts";
import { FOREIGN_FILE } from "../../packages/intake.ts";
import type {
  FoundLinks,
  FoundPackage,
  PackagePlace,
  PackageStore,
  PutPackage,
  RefusedFile,
} from "../../packages/package-store.ts";
import {
  type Quarantined,
  quarantinedSchema,
  REFUSAL_RECEIPT_FILE,
} from "../../packages/quarantine.ts";
import { PACKAGE_FILE, type Shelved } from "../../packages/shelf.ts";
import type { Bucket } from "./bucket.ts";
import type { SealedRows } from "./sealed-rows.ts";

/**
 * A bureau's packages in a bucket and a database. The file goes first, under a name of its own; the row that
 * names it decides: a unique key gives each place in a chain once, whoever comes second finds it taken.
 */

export interface SharedLedger {
  readonly ledger: Ledger;
  readonly bucket: Bucket;
  readonly rows: SealedRows;
}
type Place = SharedLedger;

const PACKAGES = "packages";
const REFUSED = "refused";
const bytes = z.instanceof(Uint8Array);
const packageRow = z.object({ object_key: z.string(), sealed: bytes });
const refusalRow = z.object({ sealed: bytes, receipt: bytes.nullable() });
const objectRow = z.object({ object_key: z.string().nullable() });
const receiptRow = z.object({ receipt: bytes });

/** The packages of several receivers; `workIn` gives folders of this machine. */
export function sharedPackages(place: Place, workIn: PackageStore["workIn"]): PackageStore {
  return {
    workIn,
    findLinks: (sent) => findLinks(place, sent),
    findReceived: (packageId) => findReceived(place, packageId),
    findRefused: (sha256) => findRefused(place, sha256),
    putReceived: (folder, entry) => putReceived(place, folder, entry),
    putRefused: (folder, refused) => putRefused(place, folder, refused),
    release: (sha256) => release(place, sha256),
    placeOf: ({ name, entry }) => placeOf(place, name, entry.manifest.id),
    readReceipts: (stored, after) => readReceipts(place, stored, after),
  };
}

function keyOfPackage({ rows }: Place, packageId: string): string {
  return rows.keyOf("package", packageId);
}

function placeOf({ bucket }: Place, objectKey: string, packageId: string): PackagePlace {
  const folder = `s3://${bucket.place.bucket}/${objectKey}`;
  return { folder, receiptPath: `${folder}#${packageId}-1` };
}

async function findLinks(place: Place, sent: ChainLink): Promise<FoundLinks> {
  const { ledger, rows } = place;
  const found = await ledger.query(
    `SELECT object_key, sealed FROM stored_packages
     WHERE package_key = $1 OR (unit_key = $2 AND year = $3)`,
    [keyOfPackage(place, sent.packageId), rows.keyOf("unit", sent.unitId), sent.year],
    packageRow,
  );
  const links: ChainLink[] = [];
  for (const row of found) {
    const entry = rows.open("package", row.sealed, ledgerEntrySchema);
    if (entry === undefined) return damaged(row.object_key);
    links.push(chainLinkOf(entry));
  }
  return { ok: true, links };
}

function damaged(folder: string) {
  return { ok: false, code: "records-damaged", folder } as const;
}

async function findReceived(place: Place, packageId: string): Promise<FoundPackage> {
  const [row] = await place.ledger.query(
    "SELECT object_key, sealed FROM stored_packages WHERE package_key = $1",
    [keyOfPackage(place, packageId)],
    packageRow,
  );
  if (row === undefined) return { ok: true, stored: null };
  const entry = place.rows.open("package", row.sealed, ledgerEntrySchema);
  if (entry === undefined) return damaged(row.object_key);
  return { ok: true, stored: { name: row.object_key, entry } };
}

async function putReceived(place: Place, folder: string, entry: LedgerEntry): Promise<PutPackage> {
  const receipts = [{ serial: 1, receipt: await readFile(receiptPathIn(folder, 1)) }];
  const objectKey = await storePackage(place, join(folder, PACKAGE_FILE), (queries, key) =>
    insertPackage(place, queries, { entry, objectKey: key, receipts }),
  );
  if (objectKey === null) return { ok: false, code: "taken" };
  return { ok: true, ...placeOf(place, objectKey, entry.manifest.id) };
}

/** Puts a file into the bucket and the rows that name it into the database; null where its place is taken. */
export async function storePackage(
  { ledger, bucket }: SharedLedger,
  path: string,
  insert: (queries: Queries, objectKey: string) => Promise<void>,
): Promise<string | null> {
  const objectKey = `${PACKAGES}/${randomUUID()}`;
  await bucket.put(objectKey, path);
  try {
    await ledger.transaction((queries) => insert(queries, objectKey));
    return objectKey;
  } catch (error) {
    if (!isTakenKey(error)) throw error;
    await bucket.remove(objectKey);
    return null;
  }
}

interface NewPackage {
  readonly entry: LedgerEntry;
  readonly objectKey: string;
  readonly receipts: readonly { readonly serial: number; readonly receipt: Uint8Array }[];
}

/** The rows of a package and of the answers to it. */
export async function insertPackage(
  { rows }: Pick<SharedLedger, "rows">,
  queries: Queries,
  { entry, objectKey, receipts }: NewPackage,
): Promise<void> {
  const { id, unit, cycle, revision } = entry.manifest;
  const key = rows.keyOf("package", id);
  const unitKey = rows.keyOf("unit", unit.id);
  await queries.run(
    `INSERT INTO stored_packages (package_key, unit_key, year, revision, object_key, sealed)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [key, unitKey, cycle.year, revision, objectKey, rows.seal("package", entry)],
  );
  for (const { serial, receipt } of receipts) await insertReceipt(queries, key, serial, receipt);
}

export async function insertReceipt(
  { run }: Queries,
  packageKey: string,
  serial: number,
  receipt: Uint8Array,
): Promise<void> {
  await run("INSERT INTO stored_receipts (package_key, serial, receipt) VALUES ($1, $2, $3)", [
    packageKey,
    serial,
    receipt,
  ]);
}

async function readReceipts(
  place: Place,
  { entry }: Shelved<LedgerEntry>,
  after: number,
): Promise<readonly Uint8Array[]> {
  const found = await place.ledger.query(
    `SELECT receipt FROM stored_receipts WHERE package_key = $1 AND serial > $2 ORDER BY serial`,
    [keyOfPackage(place, entry.manifest.id), after],
    receiptRow,
  );
  return found.map(({ receipt }) => receipt);
}

function fileKey({ rows }: Place, sha256: string): string {
  return rows.keyOf("file", sha256);
}

async function findRefused(place: Place, sha256: string): Promise<RefusedFile | null> {
  const [row] = await place.ledger.query(
    "SELECT sealed, receipt FROM stored_refusals WHERE file_key = $1",
    [fileKey(place, sha256)],
    refusalRow,
  );
  const record = row && place.rows.open("refusal", row.sealed, quarantinedSchema);
  return record === undefined ? null : { record, receipt: row?.receipt ?? null };
}

async function putRefused(place: Place, folder: string, refused: Quarantined): Promise<string> {
  const { ledger, bucket, rows } = place;
  const file = await fileIn(folder);
  const objectKey = file === null ? null : `${REFUSED}/${randomUUID()}`;
  if (file !== null && objectKey !== null) await bucket.put(objectKey, file);
  // A file too large to be read has no hash: each of them is kept for itself, without its bytes.
  const key = refused.sha256 === null ? randomUUID() : fileKey(place, refused.sha256);
  const former = await ledger.transaction(async ({ query, run }) => {
    const [before] = await query(
      "DELETE FROM stored_refusals WHERE file_key = $1 RETURNING object_key",
      [key],
      objectRow,
    );
    await run(
      `INSERT INTO stored_refusals (file_key, object_key, sealed, receipt)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (file_key) DO UPDATE SET object_key = EXCLUDED.object_key,
         sealed = EXCLUDED.sealed, receipt = EXCLUDED.receipt`,
      [key, objectKey, rows.seal("refusal", refused), await readIfThere(folder)],
    );
    return before?.object_key ?? null;
  });
  if (former !== null) await bucket.remove(former);
  return `s3://${bucket.place.bucket}/${objectKey ?? REFUSED}`;
}

async function release(place: Place, sha256: string): Promise<void> {
  const [gone] = await place.ledger.query(
    "DELETE FROM stored_refusals WHERE file_key = $1 RETURNING object_key",
    [fileKey(place, sha256)],
    objectRow,
  );
  const objectKey = gone?.object_key ?? null;
  if (objectKey !== null) await place.bucket.remove(objectKey);
}

/** The file that is being refused; null for one too large to be taken at all. */
async function fileIn(folder: string): Promise<string | null> {
  for (const name of [PACKAGE_FILE, FOREIGN_FILE]) {
    try {
      await stat(join(folder, name));
      return join(folder, name);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return null;
}

async function readIfThere(folder: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, REFUSAL_RECEIPT_FILE));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
