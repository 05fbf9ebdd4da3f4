import { describe, expect, it } from "vitest";
import {
  addMonths,
  addYears,
  civilOf,
  dayOf,
  daysInMonth,
  firstDayOf,
  FOREVER,
  isLeapYear,
  yearOf,
} from "../../../shared/calendar/day.ts";

/** Day numbers as anybody's calendar has them (`date -d … +%s`, divided by 86,400). */
const KNOWN: readonly (readonly [number, number, number, number])[] = [
  [1, 1, 1, -719_162],
  [1582, 10, 15, -141_427],
  [1899, 12, 30, -25_569],
  [1900, 1, 1, -25_567],
  [1900, 2, 28, -25_509],
  [1900, 3, 1, -25_508],
  [1904, 2, 29, -24_048],
  [1969, 12, 31, -1],
  [1970, 1, 1, 0],
  [1972, 2, 29, 789],
  [1972, 3, 1, 790],
  [1986, 5, 4, 5_967],
  [1999, 12, 31, 10_956],
  [2000, 1, 1, 10_957],
  [2000, 2, 29, 11_016],
  [2000, 3, 1, 11_017],
  [2000, 12, 31, 11_322],
  [2016, 1, 1, 16_801],
  [2024, 2, 29, 19_782],
  [2025, 12, 31, 20_453],
  [2026, 9, 1, 20_697],
  [2026, 12, 31, 20_818],
  [2100, 2, 28, 47_540],
  [2100, 3, 1, 47_541],
  [9999, 12, 31, 2_932_896],
];

describe("leap years", () => {
  it.each([
    [1900, false],
    [1996, true],
    [2000, true],
    [2023, false],
    [2024, true],
    [2025, false],
    [2026, false],
    [2100, false],
    [2200, false],
    [2400, true],
  ])("%i: %s", (year, isLeap) => {
    expect(isLeapYear(year)).toBe(isLeap);
  });
});

describe("the days of a month", () => {
  it("are those of every wall calendar", () => {
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const usual = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    expect(months.map((month) => daysInMonth(2026, month))).toEqual(usual);
    expect(months.map((month) => daysInMonth(2024, month))).toEqual(usual.with(1, 29));
  });

  it("in February follow the centuries", () => {
    expect([1900, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28]);
  });
});

describe("day numbers", () => {
  it.each(KNOWN)("%i-%i-%i is day %i", (year, month, date, day) => {
    expect(dayOf(year, month, date)).toBe(day);
  });

  it.each(KNOWN)("and back: %i-%i-%i", (year, month, date, day) => {
    expect(civilOf(day)).toEqual({ year, month, date });
    expect(yearOf(day)).toBe(year);
  });

  it("carry over past the month's end", () => {
    expect(dayOf(2025, 2, 29)).toBe(dayOf(2025, 3, 1));
    expect(dayOf(2024, 2, 30)).toBe(dayOf(2024, 3, 1));
    expect(dayOf(2025, 12, 32)).toBe(dayOf(2026, 1, 1));
    expect(dayOf(2025, 4, 31)).toBe(dayOf(2025, 5, 1));
  });

  it("of a year begin with 1 January", () => {
    expect(firstDayOf(1970)).toBe(0);
    expect(firstDayOf(2026)).toBe(20_454);
    expect(firstDayOf(2025) - firstDayOf(2024)).toBe(366);
  });

  it("go on without a gap from year 1 to year 3000", () => {
    let day = dayOf(1, 1, 1);
    for (let year = 1; year <= 3_000; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        expect(dayOf(year, month, 1)).toBe(day);
        day += daysInMonth(year, month);
      }
  });

  it("never reach the end of what still runs", () => {
    expect(FOREVER).toBe(1_073_741_823);
    expect(dayOf(9999, 12, 31)).toBeLessThan(FOREVER);
  });
});

describe("the same date years on", () => {
  it.each([
    ["an ordinary day", [2016, 1, 1], 10, [2026, 1, 1]],
    ["no years", [2016, 1, 1], 0, [2016, 1, 1]],
    ["29 February in a leap year", [2020, 2, 29], 4, [2024, 2, 29]],
    ["29 February in a common year", [2020, 2, 29], 5, [2025, 3, 1]],
    ["28 February before a leap year", [2019, 2, 28], 1, [2020, 2, 28]],
    ["1 March", [2019, 3, 1], 1, [2020, 3, 1]],
    ["29 February to 2100", [2096, 2, 29], 4, [2100, 3, 1]],
    ["29 February to 2000", [1996, 2, 29], 4, [2000, 2, 29]],
    ["29 February back to a common year", [2024, 2, 29], -1, [2023, 3, 1]],
    ["31 December", [1995, 12, 31], 30, [2025, 12, 31]],
  ] as const)("%s", (_, [year, month, date], years, [toYear, toMonth, toDate]) => {
    const reached = addYears(dayOf(year, month, date), years);
    expect(civilOf(reached)).toEqual({ year: toYear, month: toMonth, date: toDate });
  });
});

describe("the same date months on", () => {
  it.each([
    ["into the next month", [2026, 1, 15], 1, [2026, 2, 15]],
    ["over the end of the year", [2026, 11, 15], 2, [2027, 1, 15]],
    ["a whole year", [2026, 12, 31], 12, [2027, 12, 31]],
    ["no months", [2026, 3, 31], 0, [2026, 3, 31]],
    ["31 January becomes 1 March", [2026, 1, 31], 1, [2026, 3, 1]],
    ["30 January becomes 1 March", [2026, 1, 30], 1, [2026, 3, 1]],
    ["29 January becomes 1 March", [2026, 1, 29], 1, [2026, 3, 1]],
    ["29 January of a leap year stays", [2024, 1, 29], 1, [2024, 2, 29]],
    ["28 January stays", [2026, 1, 28], 1, [2026, 2, 28]],
    ["31 March becomes 1 May", [2026, 3, 31], 1, [2026, 5, 1]],
    ["31 October becomes 1 December", [2026, 10, 31], 1, [2026, 12, 1]],
    ["back over the year", [2026, 1, 15], -1, [2025, 12, 15]],
    ["back thirteen months", [2026, 1, 31], -13, [2024, 12, 31]],
    ["back to a shorter month", [2026, 3, 31], -1, [2026, 3, 1]],
  ] as const)("%s", (_, [year, month, date], months, [toYear, toMonth, toDate]) => {
    const reached = addMonths(dayOf(year, month, date), months);
    expect(civilOf(reached)).toEqual({ year: toYear, month: toMonth, date: toDate });
  });
});
