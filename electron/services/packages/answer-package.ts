import { join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import {
  RECEIPT_FORMAT,
  type Receipt,
  type ReceiptStatus,
  type Remark,
} from "../../../shared/submission/receipt.ts";
import { writeDurably } from "../files/durable.ts";
import { makeReceipt } from "../receipts/make-receipt.ts";
import type { Office } from "./office.ts";
import { receivedShelf } from "./received-shelf.ts";
import { receiptPathIn } from "./receive-package.ts";
import { type Shelved, writeRecord } from "./shelf.ts";

/** What a bureau can say of a package after it has received it. */
export type Answer = Exclude<ReceiptStatus, "received">;
export const ANSWERS = ["accepted", "returned", "refused"] as const satisfies readonly Answer[];

export interface AnsweredEntry {
  readonly entry: LedgerEntry;
  /** The receipt file in the ledger, to be given to the unit. */
  readonly receiptPath: string;
}

/** Answers a received package; every answer is kept beside the ones before. */
export async function answerPackage(
  office: Pick<Office, "dataFolder" | "keys" | "now">,
  { name, entry }: Shelved<LedgerEntry>,
  status: Answer,
  remarks: readonly Remark[],
): Promise<AnsweredEntry> {
  const shelf = receivedShelf(office.dataFolder, office.keys.sealer);
  const folder = join(shelf.folder, name);
  const { manifest, tagmanifest, receivedAt, signer, receipts } = entry;
  const { id: packageId, revision } = manifest;
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    packageId,
    tagmanifest,
    revision,
    receivedAt,
    status,
    remarks: [...remarks],
  };
  const madeAt = formatInstant(office.now);
  const answered = { ...entry, receipts: [...receipts, { receipt, madeAt }] };
  const receiptPath = receiptPathIn(folder, answered.receipts.length);
  await writeDurably(receiptPath, await makeReceipt(office.keys, signer, receipt));
  // The record last: a receipt that it does not name was never given out.
  await writeRecord(shelf, folder, answered);
  return { entry: answered, receiptPath };
}
