import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { formatDay, parseStart } from "../../../shared/calendar/text.ts";
import {
  arrangementOf,
  countWorkingDays,
  isPublished,
  isWorkingDay,
  unpublishedYears,
  workingDaysAfter,
} from "../../../shared/calendar/working-days.ts";

const at = (text: string) => parseStart(text) ?? Number.NaN;

describe("a working day", () => {
  it.each([
    ["2026-09-07", true, "Monday"],
    ["2026-09-12", false, "Saturday"],
    ["2026-09-20", true, "Sunday worked for 国庆节"],
    ["2026-09-25", false, "中秋, a Friday"],
    ["2026-10-08", true, "the first Thursday after the holidays"],
    ["2026-10-10", true, "Saturday worked for 国庆节"],
    ["1969-12-31", true, "a Wednesday before the first day"],
    ["1969-12-28", false, "a Sunday before the first day"],
  ])("%s: %s (%s)", (day, expected) => {
    expect(isWorkingDay(at(day))).toBe(expected);
  });

  it("can be corrected, the last correction of a day counting", () => {
    const corrections = [
      { day: "2026-09-07", isWorking: true },
      { day: "2026-09-07", isWorking: false },
    ];
    expect(isWorkingDay(at("2026-09-07"), corrections)).toBe(false);
    expect(isWorkingDay(at("2026-09-08"), corrections)).toBe(true);
  });
});

describe("five working days", () => {
  it.each([
    ["2026-09-07", "2026-09-14", "hung on Monday, which is not counted (民法典 第二百零一条)"],
    ["2026-09-18", "2026-09-24", "with the Sunday that is worked for 国庆节"],
    ["2026-09-24", "2026-10-09", "over 中秋 and 国庆节"],
    ["2026-09-12", "2026-09-18", "hung on Saturday"],
  ])("after %s are over on %s (%s)", (from, to) => {
    expect(formatDay(workingDaysAfter(at(from), 5))).toBe(to);
    expect(countWorkingDays(at(from), at(to))).toBe(5);
  });

  it("end on a working day, and hold as many as were asked for", () => {
    assert(
      property(
        integer({ min: dayOf(2004, 1, 1), max: dayOf(2030, 12, 31) }),
        integer({ min: 1, max: 30 }),
        (from, count) => {
          const to = workingDaysAfter(from, count);
          expect(isWorkingDay(to)).toBe(true);
          expect(countWorkingDays(from, to)).toBe(count);
        },
      ),
    );
  });

  it("are never over where no day is worked", () => {
    const corrections = Array.from({ length: 3_700 }, (_, index) => ({
      day: formatDay(at("2026-09-07") + index),
      isWorking: false,
    }));
    expect(() => workingDaysAfter(at("2026-09-07"), 1, corrections)).toThrow(RangeError);
  });
});

describe("the official arrangement", () => {
  it("names the holiday of each day off and of each day worked in its stead", () => {
    const { free = [], working = [] } = arrangementOf(2026) ?? {};
    expect(free).toContainEqual({ day: "2026-09-25", holiday: "中秋" });
    expect(working).toContainEqual({ day: "2026-09-20", holiday: "国庆节" });
    expect(free).toHaveLength(33);
    expect(working).toHaveLength(6);
  });

  it("is missing for a year that is not published yet, and that is said", () => {
    expect(arrangementOf(2040)).toBeNull();
    expect([isPublished(2026), isPublished(2040)]).toEqual([true, false]);
    expect(unpublishedYears("2039-12-28", "2040-01-05")).toEqual([2039, 2040]);
    expect(unpublishedYears("2026-09-07", "2026-09-14")).toEqual([]);
  });
});
