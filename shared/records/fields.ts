import { z } from "zod";
import { parseEnd, parseStart } from "../calendar/text.ts";
import type { Issue, IssueCode, IssueDetails } from "./issue.ts";

/** Building blocks of the record schemas. Each refusal carries an issue code; see `schema-issues.ts`. */

const LONGEST_TEXT = 500;
const LONGEST_ACCOUNT = 2_000;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const CONTROL = /\p{Cc}/u;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

/** What a custom refusal hands through zod to `schema-issues.ts`. */
export interface Refusal<Code extends IssueCode = IssueCode> {
  readonly code: Code;
  readonly details: IssueDetails[Code];
}

/** A zod check that refuses with one of our codes where the test fails. */
export function refuse<Value, Code extends IssueCode>(
  isGood: (value: Value) => boolean,
  code: Code,
  details: IssueDetails[Code],
): (payload: z.core.ParsePayload<Value>) => void {
  return (payload) => {
    if (isGood(payload.value)) return;
    payload.issues.push({
      code: "custom",
      input: payload.value,
      params: { code, details } satisfies Refusal<Code>,
      path: [],
      // Everything that is wrong with a value is told, not only the first of it.
      continue: true,
    });
  };
}

/** Free text that may be empty. */
export function text() {
  return z.string().check(
    refuse((value) => value.length <= LONGEST_TEXT, "text.long", { most: LONGEST_TEXT }),
    refuse((value) => !CONTROL.test(value), "text.control", {}),
  );
}

/** An account of something, which may go over several lines and says something. */
export function longText() {
  return z.string().check(
    refuse((value) => value.length <= LONGEST_ACCOUNT, "text.long", { most: LONGEST_ACCOUNT }),
    refuse((value) => !CONTROL.test(value.replaceAll("\n", "")), "text.control", {}),
    refuse((value) => value.trim() !== "", "text.empty", {}),
  );
}

/** Text that says something. */
export function filledText() {
  return text().check(refuse((value) => value.trim() !== "", "text.empty", {}));
}

/** An id: ASCII, since it may name a file inside a package (promise 22). */
export function id() {
  return z.string().check(refuse((value) => ID.test(value), "id.form", {}));
}

/** A date that starts a period: `YYYY-MM-DD`, or `YYYY-MM` for the first of the month. */
export function startDate() {
  return z.string().check(refuse((value) => parseStart(value) !== null, "date.invalid", {}));
}

/** A date that ends a period: `YYYY-MM-DD`, or `YYYY-MM` for the last of the month. */
export function endDate() {
  return z.string().check(refuse((value) => parseEnd(value) !== undefined, "date.invalid", {}));
}

/** A calendar year that a record can bear. */
export function year() {
  return wholeNumber(EARLIEST_YEAR, LATEST_YEAR);
}

/** A whole number within bounds, both counted in. */
export function wholeNumber(least: number, most: number) {
  return number(least, most).check(refuse(Number.isInteger, "number.whole", {}));
}

/** A number within bounds, both counted in. */
export function number(least: number, most: number) {
  return z.number().check(
    refuse((value) => value >= least, "number.low", { least }),
    refuse((value) => value <= most, "number.high", { most }),
  );
}

/** A list with a bound, so that a hostile file cannot grow without end. */
export function list<Item extends z.ZodType>(item: Item, most = 2_000) {
  return z
    .array(item)
    .check(
      refuse<z.output<Item>[], "list.long">((value) => value.length <= most, "list.long", { most }),
    );
}

/** An object that refuses keys it does not know. */
export const record = z.strictObject;

/** Reports a period that ends before it starts, both dates being good in themselves. */
export function checkPeriod(
  period: { readonly from: string; readonly to: string | null },
  path: Issue["path"],
  report: (issue: Issue) => void,
): void {
  const from = parseStart(period.from);
  const to = parseEnd(period.to);
  if (from === null || to === undefined || to > from) return;
  report({
    code: "period.reversed",
    path: [...path, "to"],
    value: period.to,
    details: { from: period.from },
  });
}
