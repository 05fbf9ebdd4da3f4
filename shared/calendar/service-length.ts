import { addYears, type Day, FOREVER, monthsAndDaysBetween } from "./day.ts";
import type { MergedPeriods } from "./periods.ts";

/**
 * A length of service: the days counted, laid end to end from the first of them.
 * "满 N 年" then means that N years from `from` have gone by when the days are used up; so an
 * interruption pushes the date back by its days, and 2016-01-01 to 2025-12-31 is exactly ten years.
 */
export interface ServiceLength {
  /** The first day counted; null where none is. */
  readonly from: Day | null;
  /** How many days are counted. */
  readonly days: number;
}

/** A length as it is shown: whole years, whole months, and the days left over. */
export interface ShownLength {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** The length of some periods up to and including a day. */
export function lengthUpTo(periods: MergedPeriods, lastDay: Day): ServiceLength {
  const end = lastDay + 1;
  let days = 0;
  for (const period of periods) {
    if (period.from >= end) break;
    days += Math.min(period.to, end) - period.from;
  }
  const first = periods[0];
  return { from: days > 0 && first !== undefined ? first.from : null, days };
}

/** True where the length is at least so many years. */
export function isLengthReached(length: ServiceLength, years: number): boolean {
  return length.from !== null && addYears(length.from, years) <= length.from + length.days;
}

/**
 * The day on which the last of the days needed for so many years (at least one) falls, running
 * periods going on; FOREVER where the periods end before that.
 */
export function lengthReachedOn(periods: MergedPeriods, years: number): Day {
  const first = periods[0];
  if (first === undefined) return FOREVER;
  let needed = addYears(first.from, years) - first.from;
  for (const period of periods) {
    const days = period.to - period.from;
    if (needed <= days) return period.from + needed - 1;
    needed -= days;
  }
  return FOREVER;
}

/** The whole years, months and days of a length, for showing. */
export function showLength({ from, days }: ServiceLength): ShownLength {
  if (from === null) return { years: 0, months: 0, days: 0 };
  const whole = monthsAndDaysBetween(from, from + days);
  return { years: Math.floor(whole.months / 12), months: whole.months % 12, days: whole.days };
}
