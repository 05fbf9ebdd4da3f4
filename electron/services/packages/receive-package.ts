import { rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { LEDGER_FORMAT, type LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import { chainPlace } from "../../../shared/submission/package-name.ts";
import { RECEIPT_FORMAT, type Receipt } from "../../../shared/submission/receipt.ts";
import { makeFolder, moveDurably, unfinishedName, writeDurably } from "../files/durable.ts";
import { isTaken } from "../files/faults.ts";
import { makeReceipt } from "../receipts/make-receipt.ts";
import { type TakenFile, takeFile } from "./intake.ts";
import { type Office, settingOf } from "./office.ts";
import { type PackageRefusal, refusePackage } from "./package-refusal.ts";
import { type Quarantined, quarantine, quarantineShelf, release } from "./quarantine.ts";
import { readPackage, type SoundPackage } from "./read-package.ts";
import { receivedShelf } from "./received-shelf.ts";
import { listShelf, type Shelf, type Shelved, writeRecord } from "./shelf.ts";

/** A package in the ledger, now or before. */
export interface ReceivedPackage {
  readonly ok: true;
  readonly code: "received" | "already-received";
  readonly entry: LedgerEntry;
  /** Its folder. */
  readonly folder: string;
  /** The first receipt, to be given to the unit; the same one each time. */
  readonly receiptPath: string;
}

/** A package that was refused, and where it is kept. */
export interface QuarantinedPackage extends PackageRefusal {
  readonly folder: string;
}

/** The ledger itself cannot be read: nothing was received and nothing refused. */
export interface LedgerFault {
  readonly ok: false;
  readonly code: "records-damaged";
  readonly folder: string;
}

/** Where a folder of the ledger keeps its answers, counted from 1. */
export function receiptPathIn(folder: string, number: number): string {
  return join(folder, `receipt-${number}.jcr`);
}

/**
 * Receives a package file: reads it in a folder of its own in quarantine, answers it and moves it into the
 * ledger by one rename; one that is refused stays in quarantine with its reason. Killed at any point, it
 * leaves nothing or the whole. The file that came is never changed. What the disk says throws.
 */
export async function receivePackage(
  path: string,
  office: Office,
  signal?: AbortSignal,
): Promise<ReceivedPackage | QuarantinedPackage | LedgerFault> {
  try {
    return await receiveOnce(path, office, signal);
  } catch (error) {
    // Another process took this place in the ledger meanwhile: what it took decides about this one.
    if (!isTaken(error)) throw error;
    return receiveOnce(path, office, signal);
  }
}

async function receiveOnce(
  path: string,
  office: Office,
  signal: AbortSignal | undefined,
): Promise<ReceivedPackage | QuarantinedPackage | LedgerFault> {
  const { dataFolder, keys } = office;
  const shelf = receivedShelf(dataFolder, keys.sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) return listed;
  const refusals = quarantineShelf(dataFolder, keys.sealer);
  const unfinished = unfinishedName(join(refusals.folder, "incoming"));
  await makeFolder(shelf.folder);
  await makeFolder(unfinished);
  try {
    const incoming: Incoming = { path, unfinished, office, shelf, refusals, signal };
    return await receiveInto(incoming, listed.entries);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

interface Incoming {
  readonly path: string;
  readonly unfinished: string;
  readonly office: Office;
  readonly shelf: Shelf<LedgerEntry>;
  readonly refusals: Shelf<Quarantined>;
  readonly signal: AbortSignal | undefined;
}

async function receiveInto(
  incoming: Incoming,
  received: readonly Shelved<LedgerEntry>[],
): Promise<ReceivedPackage | QuarantinedPackage> {
  const { path, unfinished, office, shelf, signal } = incoming;
  const { size } = await stat(path);
  if (size > office.card.asks.largestPackage) {
    return putInQuarantine(incoming, refusePackage("too-big", `${size}字节`), {
      size,
      sha256: null,
    });
  }
  const file = await takeFile(path, unfinished, office.keys.publicKeys.reading, signal);
  if (!file.isAge) return putInQuarantine(incoming, refusePackage("not-age"), file);
  const setting = settingOf(
    office,
    received.map(({ entry }) => entry),
  );
  const read = await readPackage(file.path, setting);
  signal?.throwIfAborted();
  if (!read.ok) return putInQuarantine(incoming, read, file);
  await release(incoming.refusals, file.sha256);
  if (read.code === "ok") return putInLedger(incoming, read, file);
  const first = received.find(({ entry }) => entry.manifest.id === read.manifest.id);
  if (first === undefined) throw new Error("received before, and not in the ledger");
  const folder = join(shelf.folder, first.name);
  const { entry } = first;
  return { ok: true, code: read.code, entry, folder, receiptPath: receiptPathIn(folder, 1) };
}

async function putInQuarantine(
  { path, unfinished, refusals, office }: Incoming,
  { code, notes }: PackageRefusal,
  { size, sha256 }: { readonly size: number; readonly sha256: string | null },
): Promise<QuarantinedPackage> {
  const folder = await quarantine(refusals, unfinished, {
    code,
    notes: [...notes],
    fileName: basename(path),
    size,
    sha256,
    refusedAt: formatInstant(office.now),
  });
  return { ok: false, code, notes, folder };
}

async function putInLedger(
  { path, unfinished, shelf, office }: Incoming,
  read: SoundPackage,
  { size, sha256 }: TakenFile,
): Promise<ReceivedPackage> {
  const { manifest, contents, tagmanifest, signer, remarks } = read;
  const receivedAt = formatInstant(office.now);
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    packageId: manifest.id,
    tagmanifest,
    revision: manifest.revision,
    serial: 1,
    issuedAt: receivedAt,
    receivedAt,
    status: "received",
    remarks: [...remarks],
  };
  const entry: LedgerEntry = {
    format: LEDGER_FORMAT,
    manifest,
    tagmanifest,
    signer: signer.keys,
    receivedAt,
    file: { name: basename(path), size, sha256 },
    personIds: contents.unit.people.map(({ id }) => id),
    remarks: [...remarks],
    receipts: [receipt],
  };
  const folder = join(shelf.folder, chainPlace(manifest));
  await writeDurably(
    receiptPathIn(unfinished, 1),
    await makeReceipt(office.keys, signer.keys, receipt),
  );
  await writeRecord(shelf, unfinished, entry);
  await moveDurably(unfinished, folder);
  return { ok: true, code: "received", entry, folder, receiptPath: receiptPathIn(folder, 1) };
}

/** Reads a package as `receivePackage` does and changes nothing. */
export async function checkPackage(path: string, office: Office) {
  const shelf = receivedShelf(office.dataFolder, office.keys.sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) return listed;
  return readPackage(
    path,
    settingOf(
      office,
      listed.entries.map(({ entry }) => entry),
    ),
  );
}
