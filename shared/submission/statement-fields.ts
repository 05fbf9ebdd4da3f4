import { wholeNumber } from "../records/fields.ts";
import { instant, keyText } from "./fields.ts";
import { publicKeysSchema } from "./public-keys.ts";

/** A compact JWS of a few hundred characters. */
const SHORT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/;
const MOST_STATEMENTS = 1_000_000;

/** What a key holder's statement about itself holds beside its profile: an enrolment or a bureau card. */
export function statementFields() {
  return {
    keys: publicKeysSchema,
    /** Counts the statements of one holder: order comes from it, never from a clock (promise 13). */
    serial: wholeNumber(1, MOST_STATEMENTS),
    issuedAt: instant(),
    /** Where these keys took the place of others: the statement of the others, `jiceng-key-change+jws`. */
    replaces: keyText(SHORT_JWS).nullable(),
  };
}
