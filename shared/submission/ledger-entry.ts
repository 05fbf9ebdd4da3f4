import { z } from "zod";
import { id, list, record } from "../records/fields.ts";
import { MOST_PEOPLE } from "../records/unit-file.ts";
import { instant, sha256 } from "./fields.ts";
import { packageManifestSchema } from "./package-manifest.ts";
import { publicKeysSchema } from "./public-keys.ts";
import { MOST_ANSWERS, receiptSchema, type ReceiptStatus, remarkSchema } from "./receipt.ts";
import { travellingFileSchema } from "./sent-package.ts";

/** 收件登记: what a bureau keeps of a package that it took in, beside the package itself. */

export const LEDGER_FORMAT = "jiceng.received/1";

const MOST_REMARKS = 100_000;

export const ledgerEntrySchema = record({
  format: z.literal(LEDGER_FORMAT),
  manifest: packageManifestSchema,
  tagmanifest: sha256(),
  /** The keys that it came from, to which answers go. */
  signer: publicKeysSchema,
  receivedAt: instant(),
  file: travellingFileSchema,
  /** Who is in it: remarks may be about nobody else. */
  personIds: list(id(), MOST_PEOPLE),
  /** What recomputing found. */
  remarks: list(remarkSchema, MOST_REMARKS),
  /** Every answer, the first of them `received`. */
  receipts: list(receiptSchema, MOST_ANSWERS),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** The bureau's latest answer. */
export function ledgerStateOf({ receipts }: Pick<LedgerEntry, "receipts">): ReceiptStatus {
  return receipts.at(-1)?.status ?? "received";
}
