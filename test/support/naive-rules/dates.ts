import { Temporal } from "temporal-polyfill";

/**
 * The naive reading of policy.md. Nothing here is shared with the engine but the records, the pack
 * and the text of the specification: dates are Temporal's, lengths are counted day by day.
 */
export type PlainDate = Temporal.PlainDate;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Every day that a record or a threshold can reach, written down one after the other. */
const CALENDAR: readonly string[] = writeCalendar();
const NUMBERS: ReadonlyMap<string, number> = new Map(CALENDAR.map((text, index) => [text, index]));

function writeCalendar(): string[] {
  const days: string[] = [];
  let day = Temporal.PlainDate.from({ year: FIRST_YEAR, month: 1, day: 1 });
  while (day.year <= LAST_YEAR) {
    days.push(day.toString());
    day = day.add({ days: 1 });
  }
  return days;
}

/** The place of a day in the calendar. */
export function numberOf(date: PlainDate): number {
  const number = NUMBERS.get(date.toString());
  if (number === undefined) throw new RangeError(`${date.toString()} is not in the calendar`);
  return number;
}

/** The day at a place of the calendar. */
export function dateAt(number: number): PlainDate {
  return Temporal.PlainDate.from(CALENDAR[number] ?? "beyond the calendar");
}

export const LAST_NUMBER = CALENDAR.length - 1;

/** "a field that starts a period may be `YYYY-MM` and means the first day of that month" */
export function firstDayOf(written: string): PlainDate {
  return Temporal.PlainDate.from(written.length === 7 ? `${written}-01` : written);
}

/** "a field that ends one may be `YYYY-MM` and means its last day"; "`to: null` means still running" */
export function lastDayOf(written: string | null): PlainDate | null {
  if (written === null) return null;
  if (written.length > 7) return Temporal.PlainDate.from(written);
  return Temporal.PlainYearMonth.from(written).toPlainDate({ day: 31 });
}

export function newYearOf(year: number): PlainDate {
  return Temporal.PlainDate.from({ year, month: 1, day: 1 });
}

export function newYearsEveOf(year: number): PlainDate {
  return Temporal.PlainDate.from({ year, month: 12, day: 31 });
}

export function nextDay(date: PlainDate): PlainDate {
  return date.add({ days: 1 });
}

/**
 * "a + N years, where a date that does not exist (29 February in a common year) becomes the first day
 * of the next month". Temporal would make it the last day of the same month.
 */
export function addYears(date: PlainDate, years: number): PlainDate {
  const sameMonth = Temporal.PlainYearMonth.from({ year: date.year + years, month: date.month });
  if (date.day <= sameMonth.daysInMonth) return sameMonth.toPlainDate({ day: date.day });
  return sameMonth.add({ months: 1 }).toPlainDate({ day: 1 });
}

export function isOnOrBefore(date: PlainDate, other: PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) <= 0;
}

export function isBefore(date: PlainDate, other: PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) < 0;
}

export function latestOf(dates: readonly PlainDate[]): PlainDate | null {
  let latest: PlainDate | null = null;
  for (const date of dates) if (latest === null || isBefore(latest, date)) latest = date;
  return latest;
}

export function earliestOf(dates: readonly PlainDate[]): PlainDate | null {
  let earliest: PlainDate | null = null;
  for (const date of dates) if (earliest === null || isBefore(date, earliest)) earliest = date;
  return earliest;
}
