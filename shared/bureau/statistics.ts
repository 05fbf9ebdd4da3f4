import { EDUCATION_LEVELS } from "../records/education.ts";
import { SERIES } from "../records/series.ts";
import type { Series } from "../records/series.ts";
import { POST_GROUPS, type PostGroup } from "../records/unit.ts";
import type { PersonFigures } from "./person-figures.ts";

/**
 * 专业技术人才基本情况: age, education, series and township years, each with the title structure across.
 * Small numbers are shown as they are: the tables are the bureau's own working papers, and somebody left
 * out would make them wrong for those who plan by them.
 */

/** A band from one whole number to another, both counted in. */
interface Band {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const bands = (...limits: readonly (readonly [number, number])[]): readonly Band[] =>
  limits.map(([from, to]) => ({ from, to, key: to === Infinity ? `${from}+` : `${from}-${to}` }));

/** As the yearly returns on professional staff have them. */
const AGE_BANDS = bands([0, 35], [36, 40], [41, 45], [46, 50], [51, 54], [55, 59], [60, Infinity]);
/** By the years of 〔42〕六: ten, twenty, thirty. */
const TOWNSHIP_BANDS = bands([0, 4], [5, 9], [10, 19], [20, 29], [30, Infinity]);

export interface StatisticsPerson extends PersonFigures {
  readonly series: Series | null;
}

/** People of one band, with their titles. */
export interface StatisticsRow extends Record<"none" | PostGroup, number> {
  readonly key: string;
  readonly people: number;
  readonly women: number;
}

export interface Statistics {
  readonly people: number;
  readonly age: readonly StatisticsRow[];
  readonly education: readonly StatisticsRow[];
  readonly series: readonly StatisticsRow[];
  readonly township: readonly StatisticsRow[];
}

/** The tables about some people; whoever stands in several candidacies is to be given once. */
export function countPeople(people: readonly StatisticsPerson[]): Statistics {
  return {
    people: people.length,
    age: tabulate(people, keysOf(AGE_BANDS), ({ age }) => bandOf(AGE_BANDS, age)),
    education: tabulate(
      people,
      ["none", ...EDUCATION_LEVELS],
      ({ education }) => education ?? "none",
    ),
    series: tabulate(people, ["none", ...SERIES], ({ series }) => series ?? "none"),
    township: tabulate(people, keysOf(TOWNSHIP_BANDS), ({ townshipYears }) =>
      bandOf(TOWNSHIP_BANDS, townshipYears),
    ),
  };
}

function keysOf(some: readonly Band[]): readonly string[] {
  return some.map(({ key }) => key);
}

function bandOf(some: readonly Band[], value: number): string {
  const band = some.find(({ from, to }) => from <= value && value <= to);
  if (band === undefined) throw new RangeError(`no band for ${value}`);
  return band.key;
}

/** A row for each key, empty ones too, so that tables of two years lie beside each other. */
function tabulate(
  people: readonly StatisticsPerson[],
  keys: readonly string[],
  keyOf: (person: StatisticsPerson) => string,
): readonly StatisticsRow[] {
  const rows = new Map(keys.map((key) => [key, emptyRow(key)]));
  for (const person of people) {
    const row = rows.get(keyOf(person));
    if (row === undefined) throw new RangeError(`no row for ${keyOf(person)}`);
    row.people += 1;
    if (person.sex === "female") row.women += 1;
    row[person.title ?? "none"] += 1;
  }
  return [...rows.values()];
}

function emptyRow(key: string) {
  return {
    key,
    people: 0,
    women: 0,
    none: 0,
    junior: 0,
    intermediate: 0,
    associateSenior: 0,
    senior: 0,
  };
}

/** 岗位 of one group over all units. */
export interface PostsRow {
  readonly group: PostGroup;
  /** Units that do not know their approved posts: left out of `approved` and `free`. */
  readonly unknownUnits: number;
  readonly approved: number;
  readonly filled: number;
  readonly special: number;
  /** Below 0 where more are filled than approved. */
  readonly free: number;
}

/** One unit's use of the posts of a group. */
export interface UnitPosts {
  readonly group: PostGroup;
  readonly approved: number | null;
  readonly filled: number;
  readonly special: number;
}

/** Sums the posts of all units. */
export function sumPosts(uses: readonly UnitPosts[]): readonly PostsRow[] {
  return POST_GROUPS.map((group) => {
    const own = uses.filter((use) => use.group === group);
    const known = own.filter(({ approved }) => approved !== null);
    const approved = sum(known.map((use) => use.approved ?? 0));
    return {
      group,
      unknownUnits: own.length - known.length,
      approved,
      filled: sum(own.map(({ filled }) => filled)),
      special: sum(own.map(({ special }) => special)),
      free: approved - sum(known.map(({ filled }) => filled)),
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
