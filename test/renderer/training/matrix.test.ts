import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../shared/records/person.ts";
import {
  countYears,
  filterMatrix,
  lacksOf,
  type MatrixFilter,
  matrixRows,
  progressBands,
} from "../../../renderer/training/matrix.ts";
import { hoursAsked } from "../../../renderer/training/year-hours.ts";
import { personWith, postingWith } from "../../support/unit-file.ts";

const TODAY = dayOf(2026, 11, 23);
const YEARS = [2025, 2026];
const ASKED = hoursAsked(SHANDONG_2020);

function member(
  id: string,
  name: string,
  done: Readonly<Record<number, readonly [number, number]>>,
): Person {
  const training = Object.entries(done).flatMap(([year, [publicHours, professional]]) => [
    {
      id: `a${year}`,
      year: Number(year),
      hours: publicHours,
      category: "public" as const,
      inSpecialty: false,
    },
    {
      id: `b${year}`,
      year: Number(year),
      hours: professional,
      category: "professional" as const,
      inSpecialty: true,
    },
  ]);
  return personWith({ id, name, training, postings: [postingWith()] });
}

const PEOPLE = [
  member("p-001", "张示例", { 2025: [30, 60], 2026: [30, 60] }),
  member("p-002", "李示例", { 2025: [30, 60], 2026: [10, 50] }),
  member("p-003", "王示例", { 2025: [0, 0], 2026: [30, 59.5] }),
];
const ROSTER = [
  { id: "p-001", series: "health", nameRank: 3 },
  { id: "p-002", series: "health", nameRank: 1 },
  { id: "p-003", series: "statistics", nameRank: 2 },
  { id: "p-004", series: null, nameRank: 4 },
] as const;
const ROWS = matrixRows(ROSTER, new Map(PEOPLE.map((person) => [person.id, person])), {
  years: YEARS,
  asked: ASKED,
  today: TODAY,
});
const EVERYBODY: MatrixFilter = { text: "", shortIn: null, series: null, ids: null };
const INITIALS = new Map([
  ["p-001", "zsl"],
  ["p-002", "lsl"],
  ["p-003", "wsl ysl"],
]);

function idsOf(filter: Partial<MatrixFilter>): readonly string[] {
  const initialsOf = (id: string) => INITIALS.get(id) ?? "";
  return filterMatrix(ROWS, { ...EVERYBODY, ...filter }, initialsOf).map(({ person }) => person.id);
}

describe("the matrix of people and years", () => {
  it("has a row for everybody whose records are there", () => {
    expect(ROWS.map(({ person }) => person.id)).toEqual(["p-001", "p-002", "p-003"]);
  });

  it("tells namesakes apart", () => {
    const twins = [member("p-001", "王示例", {}), member("p-002", "王示例", {}), PEOPLE[1]];
    const people = new Map(
      twins.flatMap((one, at) => (one ? [[`p-00${at + 1}`, one] as const] : [])),
    );
    const rows = matrixRows(ROSTER, people, { years: YEARS, asked: ASKED, today: TODAY });
    expect(rows.map(({ isNamesake }) => isNamesake)).toEqual([true, true, false]);
  });

  it("sums what is missing over the years", () => {
    expect(ROWS.map(({ missing }) => missing)).toEqual([0, 30, 90.5]);
  });

  it("is narrowed to who is short in a year, to a series, to chosen people", () => {
    expect(idsOf({})).toHaveLength(3);
    expect(idsOf({ shortIn: 2025 })).toEqual(["p-003"]);
    expect(idsOf({ shortIn: 2026 })).toEqual(["p-002", "p-003"]);
    expect(idsOf({ series: "statistics" })).toEqual(["p-003"]);
    expect(idsOf({ ids: new Set(["p-001"]) })).toEqual(["p-001"]);
  });

  it("is searched by name and by any reading of its initials", () => {
    expect(idsOf({ text: "李" })).toEqual(["p-002"]);
    expect(idsOf({ text: "YS" })).toEqual(["p-003"]);
    expect(idsOf({ text: "sl" })).toEqual([]);
  });

  it("counts each year's people once", () => {
    expect(countYears(ROWS, YEARS)).toEqual([
      { year: 2025, met: 2, short: 1, notAsked: 0 },
      { year: 2026, met: 1, short: 2, notAsked: 0 },
    ]);
  });
});

describe("who lacks hours", () => {
  it("is listed with the greatest lack first", () => {
    const lacks = lacksOf(ROWS, null).map(({ person, hours }) => [
      person.id,
      hours.year,
      hours.missing,
    ]);
    expect(lacks).toEqual([
      ["p-003", 2025, 90],
      ["p-002", 2026, 30],
      ["p-003", 2026, 0.5],
    ]);
  });

  it("is listed for one year where that is asked", () => {
    expect(lacksOf(ROWS, 2026).map(({ person }) => person.id)).toEqual(["p-002", "p-003"]);
  });
});

describe("the progress of a year", () => {
  it("puts everybody who is asked into one band", () => {
    const bands = progressBands(ROWS, 2026, ASKED);
    expect(bands).toEqual([
      { over: null, upTo: 0, people: 1 },
      { over: 0, upTo: 30, people: 2 },
      { over: 30, upTo: 60, people: 0 },
      { over: 60, upTo: 90, people: 0 },
    ]);
    expect(progressBands(ROWS, 2025, ASKED).map(({ people }) => people)).toEqual([2, 0, 0, 1]);
  });
});
