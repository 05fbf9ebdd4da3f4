import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type LedgerEntry, ledgerEntrySchema } from "../../../../shared/submission/ledger-entry.ts";
import { chainPlace } from "../../../../shared/submission/package-name.ts";
import { canonicalJson } from "../../../../shared/submission/canonical-json.ts";
import { makeFolder, moveDurably, unfinishedName, writeDurably } from "../../files/durable.ts";
import { isTaken } from "../../files/faults.ts";
import { readThrough } from "../../packages/copy-file.ts";
import { receiptPathIn } from "../../packages/folder-packages.ts";
import type { LedgerFault } from "../../packages/package-store.ts";
import { receivedShelf } from "../../packages/received-shelf.ts";
import {
  listShelf,
  PACKAGE_FILE,
  type Shelf,
  type Shelved,
  writeRecord,
} from "../../packages/shelf.ts";
import type { Bureau } from "../folder-receiver.ts";
import type { SharedLedger } from "./shared-packages.ts";
import { insertPackage, insertReceipt, storePackage } from "./shared-packages.ts";

/**
 * A desk among receivers that share a store works on its own shelf and exchanges with them: it fetches what
 * they received and hands them what it received by stick and the answers that it gave.
 */

export interface Exchanged {
  readonly ok: true;
  /** Packages fetched and handed over. */
  readonly fetched: number;
  readonly handed: number;
  /** Answers fetched and handed over. */
  readonly answersFetched: number;
  readonly answersHanded: number;
  /** Places of packages that two desks answered differently at the same time, or received differently: left as they are. */
  readonly conflicts: readonly string[];
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Tally = Mutable<Omit<Exchanged, "conflicts">> & { readonly conflicts: string[] };

const storedRow = z.object({ object_key: z.string(), sealed: z.instanceof(Uint8Array) });
const keyRow = z.object({ package_key: z.string() });
const receiptRow = z.object({ serial: z.number(), receipt: z.instanceof(Uint8Array) });

interface Exchange {
  readonly shared: SharedLedger;
  readonly shelf: Shelf<LedgerEntry>;
  readonly tally: Tally;
}

/** Exchanges everything; to be called in the data folder's turn. What the disk, the store or the server says throws. */
export async function exchangePackages(
  shared: SharedLedger,
  { dataFolder, keys }: Bureau,
): Promise<Exchanged | LedgerFault> {
  const shelf = receivedShelf(dataFolder, keys.sealer);
  await makeFolder(shelf.folder);
  const listed = await listShelf(shelf);
  if (!listed.ok) return listed;
  const counts = { fetched: 0, handed: 0, answersFetched: 0, answersHanded: 0 };
  const tally: Tally = { ok: true, ...counts, conflicts: [] };
  const exchange: Exchange = { shared, shelf, tally };
  const keyOf = ({ entry }: Shelved<LedgerEntry>) =>
    shared.rows.keyOf("package", entry.manifest.id);
  const own = new Map(listed.entries.map((one) => [keyOf(one), one]));
  const theirs = await shared.ledger.query("SELECT package_key FROM stored_packages", [], keyRow);
  for (const { package_key: key } of theirs) {
    const mine = own.get(key);
    own.delete(key);
    await meet(exchange, key, mine);
  }
  for (const mine of own.values()) await hand(exchange, mine);
  return tally;
}

/** A package that they have. */
async function meet(
  exchange: Exchange,
  key: string,
  mine: Shelved<LedgerEntry> | undefined,
): Promise<void> {
  const { ledger, rows } = exchange.shared;
  const [row] = await ledger.query(
    "SELECT object_key, sealed FROM stored_packages WHERE package_key = $1",
    [key],
    storedRow,
  );
  const entry = row && rows.open("package", row.sealed, ledgerEntrySchema);
  if (row === undefined || entry === undefined) {
    exchange.tally.conflicts.push(mine?.name ?? row?.object_key ?? key);
  } else if (mine === undefined) {
    await fetchPackage(exchange, key, { name: row.object_key, entry });
  } else {
    await exchangeAnswers(exchange, key, mine, entry);
  }
}

/** Puts a package of theirs on the shelf as they have it, receipts and all, by one rename. */
async function fetchPackage(
  { shared, shelf, tally }: Exchange,
  key: string,
  { name, entry }: Shelved<LedgerEntry>,
): Promise<void> {
  const folder = join(shelf.folder, chainPlace(entry.manifest));
  const unfinished = unfinishedName(folder);
  await makeFolder(unfinished);
  try {
    const path = join(unfinished, PACKAGE_FILE);
    await shared.bucket.fetch(name, path);
    const { sha256 } = await readThrough(path, () => Promise.resolve());
    if (sha256 !== entry.file.sha256) throw new Error("a stored package is not what was received");
    for (const { serial, receipt } of await receiptsOf(shared, key, 0)) {
      await writeDurably(receiptPathIn(unfinished, serial), receipt);
    }
    await writeRecord(shelf, unfinished, entry);
    await moveDurably(unfinished, folder);
    tally.fetched += 1;
  } catch (error) {
    if (!isTaken(error)) throw error;
    tally.conflicts.push(chainPlace(entry.manifest));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function receiptsOf({ ledger }: SharedLedger, key: string, after: number) {
  return ledger.query(
    "SELECT serial, receipt FROM stored_receipts WHERE package_key = $1 AND serial > $2 ORDER BY serial",
    [key, after],
    receiptRow,
  );
}

/** The longer list of answers goes to the other side; two that differ are left for people to settle. */
async function exchangeAnswers(
  { shared, shelf, tally }: Exchange,
  key: string,
  { name, entry: mine }: Shelved<LedgerEntry>,
  theirs: LedgerEntry,
): Promise<void> {
  const shorter = Math.min(mine.receipts.length, theirs.receipts.length);
  const head = ({ receipts }: LedgerEntry) => canonicalJson(receipts.slice(0, shorter));
  if (head(mine) !== head(theirs)) {
    tally.conflicts.push(name);
    return;
  }
  const folder = join(shelf.folder, name);
  if (theirs.receipts.length > shorter) {
    for (const { serial, receipt } of await receiptsOf(shared, key, shorter)) {
      await writeDurably(receiptPathIn(folder, serial), receipt);
    }
    await writeRecord(shelf, folder, { ...mine, receipts: theirs.receipts });
    tally.answersFetched += theirs.receipts.length - shorter;
  }
  const given = mine.receipts.slice(shorter);
  if (given.length === 0) return;
  // A unique serial: of two desks that answer at the same moment the second is told at its next exchange.
  await shared.ledger.transaction(async (queries) => {
    for (const { serial } of given) {
      await insertReceipt(queries, key, serial, await readFile(receiptPathIn(folder, serial)));
    }
    await queries.run("UPDATE stored_packages SET sealed = $2 WHERE package_key = $1", [
      key,
      shared.rows.seal("package", mine),
    ]);
  });
  tally.answersHanded += given.length;
}

/** Gives them a package that came to the desk alone. */
async function hand(
  { shared, shelf, tally }: Exchange,
  { name, entry }: Shelved<LedgerEntry>,
): Promise<void> {
  const folder = join(shelf.folder, name);
  const receipts = await Promise.all(
    entry.receipts.map(async ({ serial }) => ({
      serial,
      receipt: await readFile(receiptPathIn(folder, serial)),
    })),
  );
  const stored = await storePackage(shared, join(folder, PACKAGE_FILE), (queries, objectKey) =>
    insertPackage(shared, queries, { entry, objectKey, receipts }),
  );
  if (stored === null) tally.conflicts.push(name);
  else tally.handed += 1;
}
