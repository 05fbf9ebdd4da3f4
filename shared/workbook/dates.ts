import { civilOf, type Day, dayOf, daysInMonth } from "../calendar/day.ts";
import { formatDay } from "../calendar/text.ts";
import type { CellValue, DateSystem } from "./cell.ts";
import { read, type Reading, refuse } from "./reading.ts";
import { foldWidth } from "./text.ts";

/**
 * Dates from cells, as days of the calendar: `YYYY-MM-DD`, or `YYYY-MM` where only the month is
 * written. Serials are counted in whole days and no time zone takes part, so that the day before or
 * after cannot come out (SheetJS#2372; promise 18).
 */

const FIRST_YEAR = 1_900;
const LAST_YEAR = 2_100;

/** Day numbers of serial 0: Excel for Windows counts a 29 February 1900 that never was. */
const SERIAL_ZERO_1904: Day = dayOf(1904, 1, 1);
const SERIAL_ZERO_1900: Day = dayOf(1899, 12, 31);
const NEVER_WAS = 60;

/** Words for a period without an end. */
const RUNNING = new Set(["至今", "现在", "目前", "今", "迄今", "到现在", "到目前", "至现在"]);

/** True for the words that stand in for the end of a running period. */
export function isRunningWord(value: CellValue | undefined): boolean {
  return typeof value === "string" && RUNNING.has(foldWidth(value).replaceAll(/[\s()]/g, ""));
}

/** Reads a date from a cell that holds something. */
export function readDate(value: CellValue, system: DateSystem): Reading<string> {
  if (typeof value === "number") return readDateNumber(value, system);
  if (typeof value !== "string") return refuse("date.form", {});
  return isRunningWord(value) ? refuse("date.running", {}) : readDateText(value);
}

function readDateNumber(value: number, system: DateSystem): Reading<string> {
  if (Number.isInteger(value)) {
    if (value >= FIRST_YEAR && value <= LAST_YEAR) return refuse("date.yearOnly", { year: value });
    // 200607 and 20060701: as serials they would lie centuries ahead.
    if (value >= FIRST_YEAR * 100) return fromDigits(String(value));
  } else if (value >= FIRST_YEAR && value < LAST_YEAR + 1) {
    return readYearPointMonth(value);
  } else if (value >= 1 && value < 100) {
    // 98.07: as a serial it would lie in the spring of 1900.
    return refuse("date.twoDigitYear", {});
  }
  return fromSerial(Math.floor(value), system);
}

/**
 * 1998.07 typed into a cell that is not text. The month can be told but for 1998.1, which may have
 * been 1998.10.
 */
function readYearPointMonth(value: number): Reading<string> {
  const year = Math.floor(value);
  const hundredths = Math.round((value - year) * 100);
  if (Math.abs(year + hundredths / 100 - value) > 1e-9) return refuse("date.form", {});
  if (hundredths === 10) return refuse("date.ambiguousMonth", { year });
  const month = hundredths > 12 && hundredths % 10 === 0 ? hundredths / 10 : hundredths;
  return writeDate(year, month);
}

function fromSerial(serial: number, system: DateSystem): Reading<string> {
  if (system === 1900 && serial === NEVER_WAS) return refuse("date.notExisting", {});
  if (serial < (system === 1900 ? 1 : 0)) return refuse("date.form", {});
  const day =
    system === 1904
      ? SERIAL_ZERO_1904 + serial
      : SERIAL_ZERO_1900 + serial - (serial > NEVER_WAS ? 1 : 0);
  return civilOf(day).year > LAST_YEAR ? refuse("date.range", {}) : read(formatDay(day));
}

function fromDigits(digits: string): Reading<string> {
  if (digits.length === 8) {
    return writeDate(
      Number(digits.slice(0, 4)),
      Number(digits.slice(4, 6)),
      Number(digits.slice(6)),
    );
  }
  if (digits.length === 6) return writeDate(Number(digits.slice(0, 4)), Number(digits.slice(4)));
  return refuse("date.form", {});
}

/** Years, months and days between any of the signs that clerks put there. */
const WRITTEN = /^(\d{4})(?:年|[-./、])(\d{1,2})(?:(?:月|[-./、])(\d{1,2})[日号]?|月份?)?$/;
const SHORT_YEAR = /^['‘’]?\d{2}(?:年|[-./、])\d{1,2}(?:月|[-./、](?:\d{1,2}日?)?)?$/;
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const ZONED = /\d:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
const DASHES = /[‐‑‒–—―−~]/g;

function readDateText(text: string): Reading<string> {
  const folded = foldWidth(text).trim().replaceAll(DASHES, "-").replaceAll("。", ".");
  if (ZONED.test(folded)) return refuse("date.zone", {});
  const plain = folded.replace(TIME_OF_DAY, "").replaceAll(/\s+/g, "");
  if (/^\d+$/.test(plain)) return readDigits(plain);
  const yearOnly = /^(\d{4})年$/.exec(plain);
  if (yearOnly !== null) return refuse("date.yearOnly", { year: Number(yearOnly[1]) });
  const match = WRITTEN.exec(plain);
  if (match !== null) {
    const day = match[3] === undefined ? undefined : Number(match[3]);
    return writeDate(Number(match[1]), Number(match[2]), day);
  }
  return SHORT_YEAR.test(plain) ? refuse("date.twoDigitYear", {}) : refuse("date.form", {});
}

function readDigits(digits: string): Reading<string> {
  return digits.length === 4
    ? refuse("date.yearOnly", { year: Number(digits) })
    : fromDigits(digits);
}

function writeDate(year: number, month: number, date?: number): Reading<string> {
  if (month < 1 || month > 12) return refuse("date.notExisting", {});
  if (date !== undefined && (date < 1 || date > daysInMonth(year, month))) {
    return refuse("date.notExisting", {});
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse("date.range", {});
  const day = formatDay(dayOf(year, month, date ?? 1));
  return read(date === undefined ? day.slice(0, 7) : day);
}
