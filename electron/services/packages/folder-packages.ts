import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import { chainPlace } from "../../../shared/submission/package-name.ts";
import { chainLinkOf, type ChainLink } from "../../../shared/submission/revision-chain.ts";
import { makeFolder, moveDurably, unfinishedName } from "../files/durable.ts";
import { isMissing, isTaken } from "../files/faults.ts";
import type { Sealer } from "../keys/sealer.ts";
import type {
  FoundPackage,
  LedgerFault,
  PackagePlace,
  PackageStore,
  PutPackage,
  RefusedFile,
} from "./package-store.ts";
import {
  quarantine,
  quarantineShelf,
  REFUSAL_RECEIPT_FILE,
  release,
  type Quarantined,
} from "./quarantine.ts";
import { receivedShelf } from "./received-shelf.ts";
import { listShelf, readRecord, type Shelf, type Shelved, shelfNames } from "./shelf.ts";

/** Where a folder of the ledger keeps its answers, counted from 1. */
export function receiptPathIn(folder: string, number: number): string {
  return join(folder, `receipt-${number}.jcr`);
}

/** A bureau's packages in its data folder. */
export function folderPackages(dataFolder: string, sealer: Sealer): PackageStore {
  const shelf = receivedShelf(dataFolder, sealer);
  const refusals = quarantineShelf(dataFolder, sealer);
  const known = new KnownLinks(shelf);
  return {
    findLinks: (sent) => known.findAround(sent),
    findReceived: (packageId) => findReceived(shelf, known, packageId),
    findRefused: (sha256) => findRefused(refusals, sha256),
    workIn: (work) => workIn(shelf, refusals, work),
    putReceived: (folder, entry) => putReceived(shelf, folder, entry),
    putRefused: (folder, refused) => quarantine(refusals, folder, refused),
    release: (sha256) => release(refusals, sha256),
    placeOf: ({ name }) => placeIn(shelf, name),
    readReceipts: (stored, after) => readReceipts(shelf, stored, after),
  };
}

function placeIn({ folder }: Shelf<LedgerEntry>, name: string): PackagePlace {
  return { folder: join(folder, name), receiptPath: receiptPathIn(join(folder, name), 1) };
}

/** What the shelf holds, remembered, so that a package among thousands is decided on by the new names alone. */
class KnownLinks {
  readonly #shelf: Shelf<LedgerEntry>;
  readonly #links = new Map<string, ChainLink>();

  constructor(shelf: Shelf<LedgerEntry>) {
    this.#shelf = shelf;
  }

  async findAround(sent: ChainLink) {
    const fault = await this.refresh();
    if (fault !== null) return fault;
    const links = [...this.#links.values()].filter(
      (one) =>
        one.packageId === sent.packageId || (one.unitId === sent.unitId && one.year === sent.year),
    );
    return { ok: true, links } as const;
  }

  /** The folder of a package; undefined for none. To be asked after `refresh`. */
  nameOf(packageId: string): string | undefined {
    return [...this.#links].find(([, link]) => link.packageId === packageId)?.[0];
  }

  /** Reads what came since; another process may have put it there. */
  async refresh(): Promise<LedgerFault | null> {
    if (this.#links.size === 0) return this.#readAll();
    const names = await shelfNames(this.#shelf.folder);
    const present = new Set(names);
    for (const name of this.#links.keys()) if (!present.has(name)) this.#links.delete(name);
    for (const name of names.filter((one) => !this.#links.has(one))) {
      const read = await readRecord(this.#shelf, name);
      if (!read.ok) return read;
      this.#links.set(name, chainLinkOf(read.entry));
    }
    return null;
  }

  async #readAll(): Promise<LedgerFault | null> {
    const listed = await listShelf(this.#shelf);
    if (!listed.ok) return listed;
    for (const { name, entry } of listed.entries) this.#links.set(name, chainLinkOf(entry));
    return null;
  }
}

async function findReceived(
  shelf: Shelf<LedgerEntry>,
  known: KnownLinks,
  packageId: string,
): Promise<FoundPackage> {
  const fault = await known.refresh();
  if (fault !== null) return fault;
  const name = known.nameOf(packageId);
  if (name === undefined) return { ok: true, stored: null };
  const read = await readRecord(shelf, name);
  return read.ok ? { ok: true, stored: { name, entry: read.entry } } : read;
}

async function findRefused(
  refusals: Shelf<Quarantined>,
  sha256: string,
): Promise<RefusedFile | null> {
  // A record that does not open tells nobody anything, but keeps nobody from asking either.
  const read = await readRecord(refusals, sha256);
  if (!read.ok) return null;
  const path = join(refusals.folder, sha256, REFUSAL_RECEIPT_FILE);
  return { record: read.entry, receipt: await readIfThere(path) };
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function workIn<Result>(
  shelf: Shelf<LedgerEntry>,
  refusals: Shelf<Quarantined>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const unfinished = unfinishedName(join(refusals.folder, "incoming"));
  await makeFolder(shelf.folder);
  await makeFolder(unfinished);
  try {
    return await work(unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function putReceived(
  shelf: Shelf<LedgerEntry>,
  folder: string,
  entry: LedgerEntry,
): Promise<PutPackage> {
  const place = placeIn(shelf, chainPlace(entry.manifest));
  try {
    await moveDurably(folder, place.folder);
  } catch (error) {
    if (isTaken(error)) return { ok: false, code: "taken" };
    throw error;
  }
  return { ok: true, ...place };
}

async function readReceipts(
  shelf: Shelf<LedgerEntry>,
  { name, entry }: Shelved<LedgerEntry>,
  after: number,
): Promise<readonly Uint8Array[]> {
  const serials = entry.receipts.map(({ serial }) => serial).filter((serial) => serial > after);
  return Promise.all(
    serials.map((serial) => readFile(receiptPathIn(join(shelf.folder, name), serial))),
  );
}
