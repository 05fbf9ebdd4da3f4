import { describe, expect, it } from "vitest";
import { dayOf, FOREVER } from "../../../shared/calendar/day.ts";
import { formatDay, parseEnd, parseStart, precisionOf } from "../../../shared/calendar/text.ts";

const REFUSED = [
  "",
  "2026",
  "2026-1-1",
  "2026-13",
  "2026-00",
  "2026-00-10",
  "2026-13-01",
  "2026-01-00",
  "2026-01-32",
  "2026-04-31",
  "2026-02-29",
  "2025-02-29",
  "1900-02-29",
  "2100-02-29",
  "0000-01-01",
  "0000-05",
  "26-01-01",
  "12026-01-01",
  "2026-01-01T00:00",
  "2026-01-01 ",
  " 2026-01-01",
  "2026/01/01",
  "2026-01-1",
  "2026-1",
  "2026-01-",
  "2026-001",
  "-2026-01-01",
  "２０２６-01-01",
  "2026年1月1日",
  "2026-01-01\n",
] as const;

describe("a date on file", () => {
  it.each([
    ["2026-09-01", dayOf(2026, 9, 1)],
    ["2024-02-29", dayOf(2024, 2, 29)],
    ["2000-02-29", dayOf(2000, 2, 29)],
    ["0001-01-01", dayOf(1, 1, 1)],
    ["9999-12-31", dayOf(9999, 12, 31)],
    ["2026-12-31", dayOf(2026, 12, 31)],
    ["2026-01-31", dayOf(2026, 1, 31)],
    ["2026-04-30", dayOf(2026, 4, 30)],
    ["2026-02", dayOf(2026, 2, 1)],
    ["2026-12", dayOf(2026, 12, 1)],
    ["2026-01", dayOf(2026, 1, 1)],
  ])("that starts a period: %s", (text, day) => {
    expect(parseStart(text)).toBe(day);
  });

  it.each([
    ["2026-09-01", dayOf(2026, 9, 2)],
    ["2026-12-31", dayOf(2027, 1, 1)],
    ["2024-02-29", dayOf(2024, 3, 1)],
    ["2025-02", dayOf(2025, 3, 1)],
    ["2024-02", dayOf(2024, 3, 1)],
    ["2026-12", dayOf(2027, 1, 1)],
    ["2016-11", dayOf(2016, 12, 1)],
    ["1900-02", dayOf(1900, 3, 1)],
    [null, FOREVER],
  ])("that ends a period is kept as the day after: %s", (text, day) => {
    expect(parseEnd(text)).toBe(day);
  });

  it.each(REFUSED)("is refused where no such date exists: %j", (text) => {
    expect(parseStart(text)).toBe(null);
    expect(parseEnd(text)).toBe(undefined);
    expect(precisionOf(text)).toBe(null);
  });

  it("is exact to the day or only to the month", () => {
    expect(precisionOf("2026-09-01")).toBe("day");
    expect(precisionOf("2026-09")).toBe("month");
  });

  it("starts and ends a period of one month by the month alone", () => {
    expect((parseEnd("2024-02") ?? 0) - (parseStart("2024-02") ?? 0)).toBe(29);
    expect((parseEnd("2023-02") ?? 0) - (parseStart("2023-02") ?? 0)).toBe(28);
  });
});

describe("a day in writing", () => {
  it.each([
    [dayOf(2026, 9, 1), "2026-09-01"],
    [dayOf(2026, 10, 9), "2026-10-09"],
    [dayOf(2026, 9, 10), "2026-09-10"],
    [dayOf(2026, 12, 31), "2026-12-31"],
    [dayOf(1970, 1, 1), "1970-01-01"],
    [dayOf(1, 1, 1), "0001-01-01"],
    [dayOf(987, 6, 5), "0987-06-05"],
    [dayOf(9999, 12, 31), "9999-12-31"],
  ])("%i is %s", (day, text) => {
    expect(formatDay(day)).toBe(text);
  });
});
