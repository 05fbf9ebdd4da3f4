import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayOf } from "../../../shared/calendar/day.ts";
import { formatDay } from "../../../shared/calendar/text.ts";
import type { CellValue, DateSystem } from "../../../shared/workbook/cell.ts";
import { isRunningWord, readDate } from "../../../shared/workbook/dates.ts";

function dateIn(value: CellValue, system: DateSystem = 1900): string {
  const reading = readDate(value, system);
  return reading.ok ? reading.value : reading.code;
}

describe("a date is read from text as", () => {
  it.each([
    ["1998-07-01", "1998-07-01"],
    ["1998-7-1", "1998-07-01"],
    ["1998/7/1", "1998-07-01"],
    ["1998.07.01", "1998-07-01"],
    ["1998年7月1日", "1998-07-01"],
    ["1998年07月01号", "1998-07-01"],
    [" 1998 年 7 月 1 日 ", "1998-07-01"],
    ["19980701", "1998-07-01"],
    ["1998.07", "1998-07"],
    ["1998.7", "1998-07"],
    ["1998-07", "1998-07"],
    ["1998/7", "1998-07"],
    ["1998年7月", "1998-07"],
    ["1998年7月份", "1998-07"],
    ["199807", "1998-07"],
    ["１９９８．０７", "1998-07"],
    ["１９９８年７月１日", "1998-07-01"],
    ["1998—07", "1998-07"],
    ["1998。07", "1998-07"],
    ["1998、7、1", "1998-07-01"],
    ["1998-07-01 00:00:00", "1998-07-01"],
    ["1998-07-01T00:00:00.000", "1998-07-01"],
    ["2000-02-29", "2000-02-29"],
  ])("%s: %s", (text, date) => {
    expect(dateIn(text)).toBe(date);
  });
});

describe("a date is read from a number as", () => {
  it.each([
    [20_060_701, "2006-07-01"],
    [200_607, "2006-07"],
    [38_899, "2006-07-01"],
    [38_899.999, "2006-07-01"],
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [1998.07, "1998-07"],
    [1998.12, "1998-12"],
    [1998.2, "1998-02"],
    [1998.01, "1998-01"],
    [2009.11, "2009-11"],
  ])("%s: %s", (number, date) => {
    expect(dateIn(number)).toBe(date);
  });

  it("the day that an old workbook of a Mac counts from 1904", () => {
    expect(dateIn(0, 1904)).toBe("1904-01-01");
    expect(dateIn(37_437, 1904)).toBe("2006-07-01");
  });

  it("the same day on the wall calendar, whenever China put its clocks forward", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_101, max: 73_415 }), (serial) => {
        expect(dateIn(serial)).toBe(formatDay(dayOf(1899, 12, 30) + serial));
      }),
    );
    for (const [serial, date] of [
      [31_536, "1986-05-04"],
      [31_669, "1986-09-14"],
      [33_496, "1991-09-15"],
    ] as const) {
      expect(dateIn(serial)).toBe(date);
    }
  });
});

describe("a date is refused", () => {
  it.each<[CellValue, string]>([
    [60, "date.notExisting"],
    ["2001-02-29", "date.notExisting"],
    ["1998.13", "date.notExisting"],
    ["1998-00-01", "date.notExisting"],
    ["19980732", "date.notExisting"],
    [19_980_732, "date.notExisting"],
    [1998.1, "date.ambiguousMonth"],
    [1998.13, "date.notExisting"],
    [1998.0701, "date.form"],
    [1998, "date.yearOnly"],
    ["1998", "date.yearOnly"],
    ["1998年", "date.yearOnly"],
    ["98.07", "date.twoDigitYear"],
    ["98年7月", "date.twoDigitYear"],
    ["98-7-1", "date.twoDigitYear"],
    ["'98.7", "date.twoDigitYear"],
    [98.07, "date.twoDigitYear"],
    [76.1, "date.twoDigitYear"],
    ["07/01/1998", "date.form"],
    ["1998.07-2005.08", "date.form"],
    ["1998年7月至今", "date.form"],
    ["七月", "date.form"],
    ["1998-06-30T16:00:00.000Z", "date.zone"],
    ["1998-07-01T00:00:00+08:00", "date.zone"],
    ["1899-12-31", "date.range"],
    ["2101-01", "date.range"],
    [99_999, "date.range"],
    [0, "date.form"],
    [-5, "date.form"],
    [true, "date.form"],
    ["至今", "date.running"],
  ])("%j: %s", (value, code) => {
    expect(dateIn(value)).toBe(code);
  });

  it("but for 1998.1, no month typed as a number is lost or taken for another", () => {
    for (let year = 1_950; year <= 2_030; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const typed = Number(`${year}.${String(month).padStart(2, "0")}`);
        const expected = formatDay(addMonths(dayOf(year, 1, 1), month - 1)).slice(0, 7);
        expect(dateIn(typed)).toBe(month === 10 ? "date.ambiguousMonth" : expected);
      }
    }
  });
});

describe("the end of a running period", () => {
  it.each(["至今", "现在", "目前", "今", " 至 今 ", "（至今）"])("is written %s", (word) => {
    expect(isRunningWord(word)).toBe(true);
  });

  it("is no date and nothing else", () => {
    for (const value of ["2020-01", "今年", 1, null]) expect(isRunningWord(value)).toBe(false);
  });
});
