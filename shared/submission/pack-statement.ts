import { z } from "zod";
import { packSchema } from "../policy/pack.ts";
import { checkDocument, type Checked } from "../records/document.ts";
import { record, wholeNumber } from "../records/fields.ts";
import { instant } from "./fields.ts";
import { bureauProfileSchema } from "./profiles.ts";

/** 政策包文件 (`*.jcy`): a policy pack that a bureau confirmed or changed, signed by it. */

export const PACK_STATEMENT_FORMAT = "jiceng.policy-pack/1";

const MOST_STATEMENTS = 1_000_000;

export const packStatementSchema = record({
  format: z.literal(PACK_STATEMENT_FORMAT),
  bureau: bureauProfileSchema,
  /** Counts the packs that a bureau issued. */
  serial: wholeNumber(1, MOST_STATEMENTS),
  issuedAt: instant(),
  pack: packSchema,
});
export type PackStatement = z.infer<typeof packStatementSchema>;

/** Checks data that claims to be a policy pack of a bureau; its signature is another matter. */
export function checkPackStatement(data: unknown): Checked<PackStatement> {
  return checkDocument(data, PACK_STATEMENT_FORMAT, packStatementSchema);
}
