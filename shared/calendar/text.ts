import { type CivilDate, civilOf, type Day, dayOf, daysInMonth, FOREVER } from "./day.ts";

/** How exact a written date is: to the day, or only to the month. */
export type Precision = "day" | "month";

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

interface WrittenDate extends CivilDate {
  readonly precision: Precision;
}

function readIso(text: string): WrittenDate | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  if (year < 1 || month < 1 || month > 12) return null;
  if (match[3] === undefined) return { year, month, date: 1, precision: "month" };
  const date = Number(match[3]);
  if (date < 1 || date > daysInMonth(year, month)) return null;
  return { year, month, date, precision: "day" };
}

/** The precision of a written date, or null where no such date exists. */
export function precisionOf(text: string): Precision | null {
  return readIso(text)?.precision ?? null;
}

/** `YYYY-MM-DD`, or `YYYY-MM` for the first day of the month; null where no such date exists. */
export function parseStart(text: string): Day | null {
  const written = readIso(text);
  return written === null ? null : dayOf(written.year, written.month, written.date);
}

/**
 * The day after `YYYY-MM-DD`, or after the last day of `YYYY-MM`: periods are written with both
 * their ends and kept with an exclusive end. `null` is a period still running. Undefined where no such date exists.
 */
export function parseEnd(text: string | null): Day | undefined {
  if (text === null) return FOREVER;
  const written = readIso(text);
  if (written === null) return undefined;
  const { year, month, date, precision } = written;
  return dayOf(year, month, precision === "day" ? date : daysInMonth(year, month)) + 1;
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 32 }, (_, value) =>
  String(value).padStart(2, "0"),
);

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, date } = civilOf(day);
  const written = year < 1_000 ? String(year).padStart(4, "0") : year;
  return `${written}-${TWO_DIGITS[month]}-${TWO_DIGITS[date]}`;
}
