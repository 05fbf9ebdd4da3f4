import { isWorkday } from "chinese-days";
import { describe, expect, it } from "vitest";
import { readHolidayYears } from "../../build/holidays.ts";
import { dayOf, firstDayOf } from "../../shared/calendar/day.ts";
import { HOLIDAY_DATA_VERSION, HOLIDAY_YEARS } from "../../shared/calendar/holiday-data.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import { isWorkingDay } from "../../shared/calendar/working-days.ts";

describe("the holidays kept in shared/calendar", () => {
  it("are those of the installed chinese-days", () => {
    const { version, years } = readHolidayYears();
    const hint = "node out/build/write-holidays.js, then npm run format";
    expect({ version: HOLIDAY_DATA_VERSION, years: HOLIDAY_YEARS }, hint).toEqual({
      version,
      years,
    });
  });

  it("give the same working days as the library, on every day of its years", () => {
    const years = Object.keys(HOLIDAY_YEARS).map(Number);
    expect(years.length).toBeGreaterThan(20);
    for (const year of years) {
      for (let day = firstDayOf(year); day <= dayOf(year, 12, 31); day += 1) {
        const written = formatDay(day);
        expect(isWorkingDay(day), written).toBe(isWorkday(written));
      }
    }
  });
});
