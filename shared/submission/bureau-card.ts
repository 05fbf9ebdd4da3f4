import { z } from "zod";
import { checkDocument, type Checked } from "../records/document.ts";
import { list, record, refuse, wholeNumber } from "../records/fields.ts";
import { bureauProfileSchema } from "./profiles.ts";
import { statementFields } from "./statement-fields.ts";

export const BUREAU_CARD_FORMAT = "jiceng.bureau-card/1";

const MEBIBYTE = 1_048_576;
const MOST_ATTACHMENT = 1_024 * MEBIBYTE;
const MOST_PACKAGE = 65_536 * MEBIBYTE;
const MOST_ADDRESSES = 8;

/** Scheme, host, port, path: neither account nor query nor fragment. Plain http is for closed networks. */
const ADDRESS = /^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9._~/-]*)?$/;
const LONGEST_ADDRESS = 200;

const address = z
  .string()
  .check(
    refuse((value) => value.length <= LONGEST_ADDRESS && ADDRESS.test(value), "address.form", {}),
  );

/** What a bureau asks of a package. */
export const asksSchema = record({
  /** A second signature with SM2 beside the first. */
  sm2: z.boolean(),
  /** In bytes. */
  largestAttachment: wholeNumber(1, MOST_ATTACHMENT),
  /** In bytes. */
  largestPackage: wholeNumber(1, MOST_PACKAGE),
});
export type Asks = z.infer<typeof asksSchema>;

/** What a bureau asks for unless it says otherwise. */
export const USUAL_ASKS: Asks = {
  sm2: false,
  largestAttachment: 20 * MEBIBYTE,
  largestPackage: 2_048 * MEBIBYTE,
};

/** 人社局信息卡 (`*.jcb`): what a unit has to know of its bureau; signed by the bureau's own key. */
export const bureauCardSchema = record({
  format: z.literal(BUREAU_CARD_FORMAT),
  bureau: bureauProfileSchema,
  /** Where packages can be sent; none where they come by USB stick alone. */
  addresses: list(address, MOST_ADDRESSES),
  asks: asksSchema,
  ...statementFields(),
});
export type BureauCard = z.infer<typeof bureauCardSchema>;

/** Checks data that claims to be a bureau card; its signature is another matter. */
export function checkBureauCard(data: unknown): Checked<BureauCard> {
  return checkDocument(data, BUREAU_CARD_FORMAT, bureauCardSchema);
}
