import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { canonicalJson } from "../../../shared/submission/canonical-json.ts";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import {
  RECEIPT_FORMAT,
  type Receipt,
  type ReceiptStatus,
  type Remark,
} from "../../../shared/submission/receipt.ts";
import { replaceFile, writeDurably } from "../files/durable.ts";
import { makeReceipt } from "../receipts/make-receipt.ts";
import type { Office } from "./office.ts";
import { receivedShelf } from "./received-shelf.ts";
import { receiptPathIn } from "./folder-packages.ts";
import { type Shelved, writeRecord } from "./shelf.ts";

/** What a bureau can say of a package after it has received it. */
export type Answer = Exclude<ReceiptStatus, "received">;
export const ANSWERS = ["accepted", "returned", "refused"] as const satisfies readonly Answer[];

/** What a bureau answers a package. */
export interface GivenAnswer {
  readonly status: Answer;
  readonly remarks: readonly Remark[];
}

export interface AnsweredPackage {
  readonly receipt: Receipt;
  /** The receipt file in the ledger. */
  readonly receiptPath: string;
  /** False where the latest answer was the same: its receipt is given again. */
  readonly isNew: boolean;
}

type AnsweringOffice = Pick<Office, "dataFolder" | "keys" | "now">;

/**
 * Answers a received package and writes the receipt to `target`; every answer is kept beside the ones
 * before. Nothing is answered unless the receipt is on the target's disk: what the disk says throws.
 */
export async function answerPackage(
  office: AnsweringOffice,
  shelved: Shelved<LedgerEntry>,
  answer: GivenAnswer,
  target: string,
): Promise<AnsweredPackage> {
  const prepared = await prepareAnswer(office, shelved, answer);
  await replaceFile(target, async (file) => {
    await file.writeFile(prepared.bytes);
    await file.sync();
    await keepAnswer(office, shelved, prepared);
  });
  const { receipt, receiptPath, isNew } = prepared;
  return { receipt, receiptPath, isNew };
}

export interface IssuedAnswer extends AnsweredPackage {
  /** The receipt file, `.jcr`. */
  readonly bytes: Uint8Array;
}

/** Answers a received package as `answerPackage` does, and gives the receipt's bytes once it is kept. */
export async function issueAnswer(
  office: AnsweringOffice,
  shelved: Shelved<LedgerEntry>,
  answer: GivenAnswer,
): Promise<IssuedAnswer> {
  const prepared = await prepareAnswer(office, shelved, answer);
  await keepAnswer(office, shelved, prepared);
  return prepared;
}

async function prepareAnswer(
  office: AnsweringOffice,
  { name, entry }: Shelved<LedgerEntry>,
  answer: GivenAnswer,
): Promise<IssuedAnswer> {
  const { receipt, isNew } = receiptFor(office, entry, answer);
  const shelf = receivedShelf(office.dataFolder, office.keys.sealer);
  const receiptPath = receiptPathIn(join(shelf.folder, name), receipt.serial);
  const bytes = isNew
    ? await makeReceipt(office.keys, entry.signer, receipt)
    : await readFile(receiptPath);
  return { receipt, receiptPath, isNew, bytes };
}

async function keepAnswer(
  office: AnsweringOffice,
  { name, entry }: Shelved<LedgerEntry>,
  { receipt, receiptPath, isNew, bytes }: IssuedAnswer,
): Promise<void> {
  if (!isNew) return;
  const shelf = receivedShelf(office.dataFolder, office.keys.sealer);
  await writeDurably(receiptPath, bytes);
  // The record last: a receipt that it does not name was never given out.
  const answered = { ...entry, receipts: [...entry.receipts, receipt] };
  await writeRecord(shelf, join(shelf.folder, name), answered);
}

/** The receipt of an answer; the latest one where it says the same, so that a lost file can be made again. */
function receiptFor(
  { now }: Pick<Office, "now">,
  { manifest, tagmanifest, receivedAt, receipts }: LedgerEntry,
  { status, remarks }: GivenAnswer,
): { readonly receipt: Receipt; readonly isNew: boolean } {
  const latest = receipts.at(-1);
  const isSame =
    latest?.status === status && canonicalJson(latest.remarks) === canonicalJson(remarks);
  if (isSame) return { receipt: latest, isNew: false };
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    packageId: manifest.id,
    tagmanifest,
    revision: manifest.revision,
    serial: receipts.length + 1,
    issuedAt: formatInstant(now),
    receivedAt,
    status,
    remarks: [...remarks],
  };
  return { receipt, isNew: true };
}
