import type { Day } from "./day.ts";
import { yearOf } from "./day.ts";
import { HOLIDAY_YEARS } from "./holiday-data.ts";
import { formatDay, parseStart } from "./text.ts";

/**
 * 工作日 by China's official calendar: weekdays, less the holidays, with the weekend days worked in their
 * stead. A year whose arrangement the State Council has not published yet counts by weekdays alone, and
 * `isPublished` says so.
 */

/** A day of the year's arrangement with the holiday that it belongs to. */
export interface ArrangedDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly holiday: string;
}

/** The official arrangement of one year. */
export interface Arrangement {
  /** 放假, weekends inside the holidays with them. */
  readonly free: readonly ArrangedDay[];
  /** 调休上班. */
  readonly working: readonly ArrangedDay[];
}

/** A day on which a unit works, or does not, other than the official calendar has it. */
export interface DayCorrection {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly isWorking: boolean;
}

/** True where the official arrangement of a year is on file. */
export function isPublished(year: number): boolean {
  return Object.hasOwn(HOLIDAY_YEARS, String(year));
}

/** The official arrangement of a year; null where it is not on file. */
export function arrangementOf(year: number): Arrangement | null {
  const written = HOLIDAY_YEARS[String(year)];
  if (written === undefined) return null;
  return { free: readDays(year, written.free), working: readDays(year, written.working) };
}

/** `元旦 01-01 01-02; 春节 …`. */
function readDays(year: number, written: string): readonly ArrangedDay[] {
  if (written === "") return [];
  return written.split("; ").flatMap((group) => {
    const [holiday = "", ...dates] = group.split(" ");
    return dates.map((date) => ({ day: `${year}-${date}`, holiday }));
  });
}

const arranged = new Map<number, ReadonlyMap<string, boolean>>();

/** Whether each arranged day of a year is worked. */
function arrangedDays(year: number): ReadonlyMap<string, boolean> {
  const known = arranged.get(year);
  if (known !== undefined) return known;
  const { free, working } = arrangementOf(year) ?? { free: [], working: [] };
  const days = new Map([
    ...free.map(({ day }) => [day, false] as const),
    ...working.map(({ day }) => [day, true] as const),
  ]);
  arranged.set(year, days);
  return days;
}

/** Day 0 was a Thursday; Monday is 0. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** True where a day is worked. */
export function isWorkingDay(day: Day, corrections: readonly DayCorrection[] = []): boolean {
  const written = formatDay(day);
  const corrected = corrections.findLast((one) => one.day === written);
  if (corrected !== undefined) return corrected.isWorking;
  return arrangedDays(yearOf(day)).get(written) ?? weekdayOf(day) < 5;
}

/** How many working days lie after a day, up to and including another. */
export function countWorkingDays(
  after: Day,
  upTo: Day,
  corrections: readonly DayCorrection[] = [],
): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day += 1) {
    if (isWorkingDay(day, corrections)) count += 1;
  }
  return count;
}

/** Longer than any stretch in which so few working days can lie. */
const LONGEST_SEARCH = 3_660;

/**
 * The day on which so many working days (at least one) have gone by. The first day itself is not counted
 * (民法典 第二百零一条): the count begins with the day after it.
 */
export function workingDaysAfter(
  first: Day,
  count: number,
  corrections: readonly DayCorrection[] = [],
): Day {
  let left = count;
  for (let day = first + 1; day <= first + LONGEST_SEARCH; day += 1) {
    if (isWorkingDay(day, corrections)) left -= 1;
    if (left === 0) return day;
  }
  throw new RangeError(`no ${count} working days in ten years`);
}

/** The years between two written days, both counted in, whose arrangement is not on file. */
export function unpublishedYears(from: string, to: string): readonly number[] {
  const first = parseStart(from);
  const last = parseStart(to);
  if (first === null || last === null) throw new RangeError("not a period");
  const years: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!isPublished(year)) years.push(year);
  }
  return years;
}
