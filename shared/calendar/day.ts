/**
 * Days as whole numbers, counted from 1970-01-01 (day 0), in the proleptic Gregorian calendar.
 * No time zone and no clock takes part: a day is a square on the wall calendar, nothing finer.
 */
export type Day = number;

/** Later than any day of a record: the end of a period that is still running. */
export const FOREVER: Day = 0x3fff_ffff;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly date: number;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
/** Days from 0000-03-01, where the algorithm's years begin, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
const DAYS_PER_ERA = 146_097;

/** True for a leap year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 28 to 31; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of an existing date. `date` may run past the month's end and then carries over. */
export function dayOf(year: number, month: number, date: number): Day {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapToday = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapToday + date - 719_163;
}

/** 1 January of a year. */
export function firstDayOf(year: number): Day {
  return dayOf(year, 1, 1);
}

/** Year, month and date of a day (Howard Hinnant's `civil_from_days`). */
export function civilOf(day: Day): CivilDate {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, date };
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return civilOf(day).year;
}

/**
 * The same date so many months on. A date that does not exist there becomes the first day of the
 * month after: a length that ends before it has then run to the month's last day, as 民法典 第二百零二条 has it.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civilOf(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth) + 1));
}

/** The way from a day to a later one: whole months as long as they do not pass it, then days. */
export interface MonthsAndDays {
  readonly months: number;
  readonly days: number;
}

/** How many whole months, and days beyond them, lead from a day to another one, which is not earlier. */
export function monthsAndDaysBetween(day: Day, later: Day): MonthsAndDays {
  const from = civilOf(day);
  const to = civilOf(later);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const reached = addMonths(day, months);
  if (reached <= later) return { months, days: later - reached };
  return { months: months - 1, days: later - addMonths(day, months - 1) };
}

/** The same date so many years on; 29 February becomes 1 March in a common year. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}
