import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { readServiceRecord, type ServicePeriod } from "../../../shared/policy/service-record.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Posting } from "../../../shared/records/posting.ts";
import {
  filterServiceRows,
  highestReached,
  readServiceFilter,
  serviceLine,
  serviceRows,
  type ServiceRow,
  stepsOf,
} from "../../../renderer/service/service-view.ts";
import { rosterRow } from "../eligibility/sample.ts";

const CUT_OFF = dayOf(2026, 12, 31);
const STEPS = stepsOf(SHANDONG_2020);
const WORDS = { cutOff: "截止日", sayStep: ({ years }: { years: number }) => `满${years}年` };

function posting(from: string, to: string | null, changes: Partial<Posting> = {}): Posting {
  return {
    from,
    to,
    employer: "虚构镇卫生院",
    setting: "township",
    kind: "regular",
    professional: true,
    series: "health",
    ...changes,
  };
}

function personWith(...postings: readonly Posting[]): Person {
  const [person] = inventUnit(1).people;
  if (person === undefined) throw new Error("nobody was invented");
  return { ...person, postings: [...postings] };
}

function recordOf(...postings: readonly Posting[]) {
  return readServiceRecord(readPerson(personWith(...postings)), CUT_OFF, STEPS);
}

function shown(period: ServicePeriod) {
  return [period.verdict, period.countedDays, period.remark];
}

describe("service years", () => {
  it("ask ten, twenty and thirty years in the pack that ships", () => {
    expect(STEPS).toEqual([10, 20, 30]);
  });

  it("are whole years, months and days up to and including the cut-off", () => {
    const { length } = recordOf(posting("2004-08-20", null));
    expect(length).toEqual({ years: 22, months: 4, days: 12 });
  });

  it("name the day of each step, reached or to come", () => {
    const { steps } = recordOf(posting("2010-01", null));
    expect(steps).toEqual([
      { years: 10, reachedOn: dayOf(2019, 12, 31), isReached: true },
      { years: 20, reachedOn: dayOf(2029, 12, 31), isReached: false },
      { years: 30, reachedOn: dayOf(2039, 12, 31), isReached: false },
    ]);
    expect(highestReached(steps)).toBe(10);
  });

  it("have no day for a step that ended postings cannot reach", () => {
    expect(recordOf(posting("2010-01", "2012-12")).steps[0]?.reachedOn).toBeNull();
  });

  it("give each excluded period its reason", () => {
    const { periods } = recordOf(
      posting("2001-01", "2001-12", { setting: "county", kind: "secondment" }),
      posting("2002-01", "2002-12", { professional: false }),
      posting("2003-01", null),
      posting("2005-01-01", "2005-01-31", { kind: "study" }),
      posting("2006-01-01", "2006-01-10", { kind: "exchange" }),
      posting("2027-01", null),
    );
    const whole = CUT_OFF + 1 - dayOf(2003, 1, 1);
    expect(periods.map(shown)).toEqual([
      ["uncounted", 0, "不在乡镇工作"],
      ["uncounted", 0, "不是专业技术岗位"],
      ["counted", whole - 31, "扣除学习、离岗31天"],
      ["deducted", 0, "脱产学习期间不计入"],
      ["uncounted", 0, "与前段重叠10天，只计一次"],
      ["uncounted", 0, "在截止日之后"],
    ]);
  });

  it("count as many days in their periods as in their sum, for everybody invented", () => {
    for (const person of inventUnit().people) {
      const { periods, days } = readServiceRecord(readPerson(person), CUT_OFF, STEPS);
      expect(periods.reduce((sum, one) => sum + one.countedDays, 0)).toBe(days);
    }
  });
});

describe("the time line of service", () => {
  it("shows every day of a posting up to the cut-off once, counted or left", () => {
    const record = recordOf(
      posting("2010-01", null),
      posting("2012-03", "2012-08", { kind: "leave" }),
    );
    const line = serviceLine(record, CUT_OFF, WORDS);
    const own = line?.bands.filter(({ row }) => row === 0) ?? [];
    expect(own.map(({ tone }) => tone)).toEqual(["good", "warn", "good"]);
    expect(own[0]?.from).toBe(dayOf(2010, 1, 1));
    expect(own[0]?.to).toBe(own[1]?.from);
    expect(own[1]?.to).toBe(own[2]?.from);
    expect(own[2]?.to).toBe(CUT_OFF + 1);
    expect(
      line?.bands.filter(({ row }) => row === 1).map(({ label, tone }) => [label, tone]),
    ).toEqual([["扣除 停薪留职或长期离岗期间不计入 虚构镇卫生院", "bad"]]);
  });

  it("marks the cut-off and the steps in order, and is wide enough for the last of them", () => {
    const line = serviceLine(recordOf(posting("2010-01", null)), CUT_OFF, WORDS);
    expect(line?.marks.map(({ label }) => label)).toEqual(["满10年", "截止日", "满20年", "满30年"]);
    expect(line?.to).toBeGreaterThan(dayOf(2039, 12, 31));
  });

  it("is not there without postings", () => {
    expect(serviceLine(recordOf(), CUT_OFF, WORDS)).toBeNull();
  });
});

describe("the list of service years", () => {
  const { people } = inventUnit();
  const roster = people.map(rosterRow);
  const all = [...serviceRows(roster, new Map(people.map((one) => [one.id, one])), CUT_OFF, STEPS)];
  const rows = all.filter((row): row is ServiceRow => row !== null);
  const filter = (text: string) =>
    filterServiceRows(rows, readServiceFilter(new URLSearchParams(text), STEPS));

  it("has everybody, and passes over who is not on file", () => {
    expect(rows).toHaveLength(people.length);
    expect([...serviceRows(roster.slice(0, 2), new Map(), CUT_OFF, STEPS)]).toEqual([null, null]);
  });

  it("falls into those below ten, and those with ten, twenty and thirty years", () => {
    const parts = ["0", "10", "20", "30"].map((reached) => filter(`reached=${reached}`));
    expect(parts.every((part) => part.length > 0)).toBe(true);
    expect(new Set(parts.flat())).toEqual(new Set(rows));
    expect(parts.flat()).toHaveLength(rows.length);
    expect(parts[2]?.every(({ length }) => length.years >= 20 && length.years < 30)).toBe(true);
  });

  it("is searched by name and initials, and narrowed to a given list", () => {
    expect(filter(`q=${rows[3]?.name}`)).toContain(rows[3]);
    expect(filter("q=X3")).toContain(rows[3]);
    expect(filter("ids=demo-002,demo-004").map(({ personId }) => personId)).toEqual([
      "demo-002",
      "demo-004",
    ]);
  });

  it("shows everybody where the address asks for a length that is no step", () => {
    expect(filter("reached=15")).toHaveLength(rows.length);
    expect(filter("reached=x")).toHaveLength(rows.length);
    expect(filter("")).toHaveLength(rows.length);
  });
});
