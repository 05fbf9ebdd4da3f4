import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * China's official calendar as `chinese-days` has it. The library itself computes with JavaScript dates in
 * the time zone of the machine, so only its data is kept, in `shared/calendar/holiday-data.ts`.
 */

export const HOLIDAY_DATA = "shared/calendar/holiday-data.ts";

/** Days of one year by the name of their holiday: `元旦 01-01 01-02; 春节 …`. */
interface WrittenYear {
  readonly free: string;
  readonly working: string;
}

/** `2026-01-01` → `New Year's Day,元旦,1`. */
type DaysByName = Readonly<Record<string, string>>;

interface LibraryData {
  readonly holidays: DaysByName;
  readonly workdays: DaysByName;
}

const require = createRequire(import.meta.url);

/** The library's years, and which version they come from. */
export function readHolidayYears(): {
  readonly version: string;
  readonly years: Readonly<Record<string, WrittenYear>>;
} {
  const { holidays, workdays } = readJson("chinese-days/dist/chinese-days.json") as LibraryData;
  const { version } = readJson("chinese-days/package.json") as { readonly version: string };
  const years = [...new Set(Object.keys(holidays).map((day) => day.slice(0, 4)))].toSorted();
  const written = years.map((year) => [
    year,
    { free: writeYear(holidays, year), working: writeYear(workdays, year) },
  ]);
  return { version, years: Object.fromEntries(written) as Record<string, WrittenYear> };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(require.resolve(name), "utf8")) as unknown;
}

function writeYear(days: DaysByName, year: string): string {
  const byName = new Map<string, string[]>();
  for (const day of Object.keys(days).toSorted()) {
    if (!day.startsWith(year)) continue;
    const name = days[day]?.split(",")[1] ?? "";
    byName.set(name, [...(byName.get(name) ?? []), day.slice("2026-".length)]);
  }
  return [...byName].map(([name, dates]) => `${name} ${dates.join(" ")}`).join("; ");
}

/** The source file that keeps the data. */
export function writeHolidayData(): string {
  const { version, years } = readHolidayYears();
  const entries = Object.entries(years).map(
    ([year, { free, working }]) =>
      `  "${year}": {\n    free: "${free}",\n    working: "${working}",\n  },`,
  );
  return [
    "/**",
    " * Written by `node out/build/write-holidays.js` from chinese-days (MIT License, Copyright (c) 2024 Yawei sun), which",
    " * follows the State Council's yearly notices 国务院办公厅关于部分节假日安排的通知.",
    " */",
    "",
    `export const HOLIDAY_DATA_VERSION = "${version}";`,
    "",
    "/** By year: the days off, weekends inside the holidays with them, and the weekend days that are worked. */",
    "export const HOLIDAY_YEARS: Readonly<Record<string, { readonly free: string; readonly working: string }>> = {",
    ...entries,
    "};",
    "",
  ].join("\n");
}
