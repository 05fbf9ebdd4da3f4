import type { Day } from "../../shared/calendar/day.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Series } from "../../shared/records/series.ts";
import { type HoursAsked, type YearHours, yearHours } from "./year-hours.ts";

/** 继续教育 of everybody, people by years. */

export interface MatrixRow {
  readonly person: Person;
  readonly series: Series | null;
  /** One a year, in the order of the years. */
  readonly years: readonly YearHours[];
  /** The hours missing in all the years shown, this one included. */
  readonly missing: number;
  /** The place of the name in the order of names. */
  readonly nameRank: number;
  /** Somebody else bears the same name: the day of birth tells them apart. */
  readonly isNamesake: boolean;
}

/** What of a roster's row the matrix needs. */
export interface MatrixSource {
  readonly id: string;
  readonly series: Series | null;
  readonly nameRank: number;
}

export interface MatrixQuestion {
  readonly years: readonly number[];
  readonly asked: HoursAsked;
  readonly today: Day;
}

/** A row for each member of the roster whose records are there. */
export function matrixRows(
  roster: readonly MatrixSource[],
  people: ReadonlyMap<string, Person>,
  { years, asked, today }: MatrixQuestion,
): readonly MatrixRow[] {
  const bearers = new Map<string, number>();
  for (const { name } of people.values()) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return roster.flatMap(({ id, series, nameRank }) => {
    const person = people.get(id);
    if (person === undefined) return [];
    const cells = years.map((year) => yearHours(person, year, asked, today));
    const missing = cells.reduce((sum, cell) => sum + cell.missing, 0);
    const isNamesake = (bearers.get(person.name) ?? 0) > 1;
    return [{ person, series, nameRank, years: cells, missing, isNamesake }];
  });
}

/** What the list is narrowed to; empty and null: everybody. */
export interface MatrixFilter {
  readonly text: string;
  /** Who is short in this year. */
  readonly shortIn: number | null;
  readonly series: Series | null;
  readonly ids: ReadonlySet<string> | null;
}

/** The rows that a filter lets through. `initialsOf` gives the initials of a name's pinyin. */
export function filterMatrix(
  rows: readonly MatrixRow[],
  { text, shortIn, series, ids }: MatrixFilter,
  initialsOf: (personId: string) => string,
): readonly MatrixRow[] {
  const sought = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (series === null || row.series === series) &&
      (ids === null || ids.has(row.person.id)) &&
      (shortIn === null || isShortIn(row, shortIn)) &&
      (sought === "" ||
        row.person.name.toLowerCase().includes(sought) ||
        initialsOf(row.person.id)
          .split(" ")
          .some((initials) => initials.startsWith(sought))),
  );
}

function isShortIn({ years }: MatrixRow, year: number): boolean {
  return years.some((cell) => cell.year === year && cell.missing > 0);
}

/** How many stand where in a year. */
export interface YearCount {
  readonly year: number;
  readonly met: number;
  readonly short: number;
  readonly notAsked: number;
}

/** The counts of each year; whoever has not enough yet in the present one counts as short. */
export function countYears(
  rows: readonly MatrixRow[],
  years: readonly number[],
): readonly YearCount[] {
  return years.map((year, at) => {
    let met = 0;
    let short = 0;
    let notAsked = 0;
    for (const row of rows) {
      const state = row.years[at]?.state;
      if (state === "met") met += 1;
      else if (state === "notAsked" || state === undefined) notAsked += 1;
      else short += 1;
    }
    return { year, met, short, notAsked };
  });
}

/** One person's lack in one year. */
export interface Lack {
  readonly person: Person;
  readonly hours: YearHours;
}

/** Who lacks hours, and how many: most first, then by name. */
export function lacksOf(rows: readonly MatrixRow[], year: number | null): readonly Lack[] {
  return rows
    .flatMap((row) =>
      row.years
        .filter((hours) => hours.missing > 0 && (year === null || hours.year === year))
        .map((hours) => ({ person: row.person, hours, rank: row.nameRank })),
    )
    .toSorted(
      (a, b) => b.hours.missing - a.hours.missing || a.rank - b.rank || b.hours.year - a.hours.year,
    )
    .map(({ person, hours }) => ({ person, hours }));
}

/** How far people are in a year: how many lack more than `over` and up to `upTo` hours. */
export interface ProgressBand {
  /** Null for those who have enough. */
  readonly over: number | null;
  readonly upTo: number;
  readonly people: number;
}

/** Enough, up to a third of what the year asks missing, up to two thirds, more. */
export function progressBands(
  rows: readonly MatrixRow[],
  year: number,
  { total }: HoursAsked,
): readonly ProgressBand[] {
  const third = Math.ceil(total / 3);
  const lacks = rows.flatMap((row) =>
    row.years
      .filter((hours) => hours.year === year && hours.state !== "notAsked")
      .map((hours) => hours.missing),
  );
  const band = (over: number, upTo: number): ProgressBand => ({
    over: over < 0 ? null : over,
    upTo,
    people: lacks.filter((lack) => over < lack && lack <= upTo).length,
  });
  const most = lacks.reduce((highest, lack) => Math.max(highest, lack), total);
  return [band(-1, 0), band(0, third), band(third, third * 2), band(third * 2, most)];
}
