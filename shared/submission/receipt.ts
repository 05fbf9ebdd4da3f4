import { z } from "zod";
import { checkDocument, type Checked } from "../records/document.ts";
import { filledText, id, list, record, wholeNumber } from "../records/fields.ts";
import { instant, sha256, uuidV7 } from "./fields.ts";

export const RECEIPT_FORMAT = "jiceng.receipt/1";

export const RECEIPT_STATUSES = ["received", "accepted", "returned", "refused"] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];
export const RECEIPT_STATUS_LABELS = {
  received: "已收到",
  accepted: "已受理",
  returned: "退回修改",
  refused: "不予受理",
} as const satisfies Record<ReceiptStatus, string>;

const MOST_REVISIONS = 10_000;
const MOST_REMARKS = 100_000;
export const MOST_ANSWERS = 1_000;

export const remarkSchema = record({
  /** Whom it concerns; null for the package as a whole. */
  personId: id().nullable(),
  /** Stable, for machines. */
  code: id(),
  text: filledText(),
});
export type Remark = z.infer<typeof remarkSchema>;

/** 回执 (`*.jcr`): the bureau's answer to one package, signed by the bureau and encrypted to the unit. */
export const receiptSchema = record({
  format: z.literal(RECEIPT_FORMAT),
  packageId: uuidV7(),
  /** SHA-256 of the package's `tagmanifest-sha256.txt`: the answer is to these bytes and no others. */
  tagmanifest: sha256(),
  revision: wholeNumber(1, MOST_REVISIONS),
  /**
   * Counts the bureau's answers to these bytes, `received` being 1: two later answers are put in order by
   * it, never by arrival or a clock (promises 12 and 13). 0: `refused` at the door, the package was not
   * taken in; it may be sent again, or another may take its place.
   */
  serial: wholeNumber(0, MOST_ANSWERS),
  /** When this answer was given, by the bureau's clock: for people, nothing depends on it. */
  issuedAt: instant(),
  /** When the package was received, by the bureau's clock. */
  receivedAt: instant(),
  status: z.enum(RECEIPT_STATUSES),
  remarks: list(remarkSchema, MOST_REMARKS),
  /**
   * With a refusal because of the chain: the last revision of this unit and year that the bureau has. A unit
   * that was installed anew, or restored from an older backup, goes on from there.
   */
  head: record({ revision: wholeNumber(1, MOST_REVISIONS), tagmanifest: sha256() }).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** Checks data that claims to be a receipt; its signature is another matter. */
export function checkReceipt(data: unknown): Checked<Receipt> {
  return checkDocument(data, RECEIPT_FORMAT, receiptSchema);
}

/** True where the bureau has the package that a receipt answers; false where it refused it at the door. */
export function isOfReceived({ serial }: Pick<Receipt, "serial">): boolean {
  return serial > 0;
}

/** The package that a receipt is expected to answer. */
export type AnsweredPackage = Pick<Receipt, "packageId" | "tagmanifest" | "revision">;

/** True where a receipt answers this package, these bytes. */
export function isReceiptFor(receipt: Receipt, sent: AnsweredPackage): boolean {
  return (
    receipt.packageId === sent.packageId &&
    receipt.tagmanifest === sent.tagmanifest &&
    receipt.revision === sent.revision
  );
}

/**
 * The answer that counts, undefined for none: the one with the highest number; of two with one number, which
 * only a bureau restored from a backup gives, the last in the list.
 */
export function latestReceipt(receipts: readonly Receipt[]): Receipt | undefined {
  return receipts.toSorted((a, b) => a.serial - b.serial).at(-1);
}
