import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { LEDGER_FORMAT, type LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import type { PackageContents } from "../../../shared/submission/package-contents.ts";
import { RECEIPT_FORMAT, type Receipt } from "../../../shared/submission/receipt.ts";
import { writeDurably } from "../files/durable.ts";
import { makeReceipt } from "../receipts/make-receipt.ts";
import { folderPackages, receiptPathIn } from "./folder-packages.ts";
import { type TakenFile, takeFile } from "./intake.ts";
import { type Office, settingOf } from "./office.ts";
import { type PackageRefusal, refusePackage } from "./package-refusal.ts";
import type { LedgerFault, PackageStore } from "./package-store.ts";
import { QUARANTINE_FORMAT, REFUSAL_RECEIPT_FILE } from "./quarantine.ts";
import { readPackage, type SoundPackage } from "./read-package.ts";
import { receivedShelf } from "./received-shelf.ts";
import { makeRefusalReceipt } from "./refusal-receipt.ts";
import { writeRecord } from "./shelf.ts";

/** A package in the ledger, now or before. */
export interface ReceivedPackage {
  readonly ok: true;
  readonly code: "received" | "already-received";
  readonly entry: LedgerEntry;
  /** Its folder. */
  readonly folder: string;
  /** The first receipt, to be given to the unit; the same one each time. */
  readonly receiptPath: string;
  /** What was just read; null for a package that was received before. */
  readonly contents: PackageContents | null;
}

/** A package that was refused, and where it is kept. */
export interface QuarantinedPackage extends PackageRefusal {
  readonly folder: string;
}

/** How a package came, and where it is put. */
export interface ReceiveWork {
  readonly signal?: AbortSignal | undefined;
  /** Where packages are kept; the office's data folder where absent. */
  readonly packages?: PackageStore | undefined;
  /** The name that is noted; the file's own where absent. */
  readonly fileName?: string | undefined;
  /** The unit that proved itself on sending it; absent for a file from somewhere. */
  readonly unitId?: string | undefined;
}

export type ReceivingResult = ReceivedPackage | QuarantinedPackage | LedgerFault;

/**
 * Receives a package file: reads it in a folder of its own, answers it and puts it into the ledger as a
 * whole; one that is refused stays in quarantine with its reason, and with a signed answer where its signer
 * is known. Killed at any point, it leaves nothing or the whole. The file that came is never changed. What
 * the disk says throws.
 */
export async function receivePackage(
  path: string,
  office: Office,
  work: ReceiveWork = {},
): Promise<ReceivingResult> {
  const packages = work.packages ?? folderPackages(office.dataFolder, office.keys.sealer);
  const receiveOnce = () =>
    packages.workIn((folder) => receiveInto({ path, folder, office, packages, work }));
  // Another process took this place in the ledger meanwhile: what it took decides about this one.
  return (await receiveOnce()) ?? (await receiveOnce()) ?? placeLost();
}

function placeLost(): never {
  throw new Error("a place in the ledger was taken twice, and is free");
}

interface Incoming {
  readonly path: string;
  /** Where it is read. */
  readonly folder: string;
  readonly office: Office;
  readonly packages: PackageStore;
  readonly work: ReceiveWork;
}

/** Null where another process was faster. */
async function receiveInto(incoming: Incoming): Promise<ReceivingResult | null> {
  const { path, folder, office, packages, work } = incoming;
  const { size } = await stat(path);
  if (size > office.card.asks.largestPackage) {
    return putInQuarantine(incoming, refusePackage("too-big", `${size}字节`), {
      size,
      sha256: null,
    });
  }
  const file = await takeFile(path, folder, office.keys.publicKeys.reading, work.signal);
  if (!file.isAge) return putInQuarantine(incoming, refusePackage("not-age"), file);
  const read = await readPackage(file.path, settingOf(office, packages));
  work.signal?.throwIfAborted();
  if (!read.ok) {
    return read.code === "records-damaged" ? read : putInQuarantine(incoming, read, file);
  }
  if (read.code === "ok") return putInLedger(incoming, read, file);
  await packages.release(file.sha256);
  return giveAgain(packages, read.manifest.id);
}

async function giveAgain(packages: PackageStore, packageId: string): Promise<ReceivingResult> {
  const found = await packages.findReceived(packageId);
  if (!found.ok) return found;
  if (found.stored === null) throw new Error("received before, and not in the ledger");
  const { entry } = found.stored;
  return {
    ok: true,
    code: "already-received",
    entry,
    ...packages.placeOf(found.stored),
    contents: null,
  };
}

async function putInQuarantine(
  { path, folder, office, packages, work }: Incoming,
  refusal: PackageRefusal,
  { size, sha256 }: { readonly size: number; readonly sha256: string | null },
): Promise<QuarantinedPackage> {
  const { code, notes, about } = refusal;
  if (about !== undefined) {
    const receipt = await makeRefusalReceipt(office, refusal, about);
    await writeDurably(join(folder, REFUSAL_RECEIPT_FILE), receipt);
  }
  const kept = await packages.putRefused(folder, {
    format: QUARANTINE_FORMAT,
    code,
    notes: [...notes],
    fileName: work.fileName ?? basename(path),
    size,
    sha256,
    refusedAt: formatInstant(office.now),
    unitId: work.unitId ?? about?.signer.unit.id ?? null,
  });
  return { ok: false, code, notes, folder: kept };
}

async function putInLedger(
  { path, folder, office, packages, work }: Incoming,
  read: SoundPackage,
  { size, sha256 }: TakenFile,
): Promise<ReceivedPackage | null> {
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
    file: { name: work.fileName ?? basename(path), size, sha256 },
    personIds: contents.unit.people.map(({ id }) => id),
    remarks: [...remarks],
    receipts: [receipt],
  };
  const bytes = await makeReceipt(office.keys, signer.keys, receipt);
  await writeDurably(receiptPathIn(folder, 1), bytes);
  await writeRecord(receivedShelf(office.dataFolder, office.keys.sealer), folder, entry);
  const put = await packages.putReceived(folder, entry);
  if (!put.ok) return null;
  await packages.release(sha256);
  const { folder: place, receiptPath } = put;
  return { ok: true, code: "received", entry, folder: place, receiptPath, contents };
}

/** Reads a package as `receivePackage` does and changes nothing. */
export async function checkPackage(
  path: string,
  office: Office,
  packages: PackageStore = folderPackages(office.dataFolder, office.keys.sealer),
) {
  return readPackage(path, settingOf(office, packages));
}
