import { describe, expect, it } from "vitest";
import {
  candidatesNext,
  candidatesNow,
  nextCycle,
} from "../../../renderer/workbench/candidates.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import { parseStart } from "../../../shared/calendar/text.ts";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../shared/records/person.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";

const CYCLE = { year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" };
const CYCLE_DAYS = cycleOf(2026);

/** Someone in order for 副高级 but for the day on which the township years end. */
function doctorSince(from: string, given: Partial<Person> = {}): Person {
  return personWith({
    id: "p-1",
    education: [
      {
        level: "bachelor",
        degree: "bachelor",
        major: "临床",
        school: "学院",
        graduatedOn: "2002-07",
      },
    ],
    postings: [postingWith({ from })],
    titles: [titleWith({ obtainedOn: "2012-11-20" })],
    appointments: [{ titleId: "t1", from: "2013-01", to: null, post: "regular" }],
    appraisals: Array.from({ length: 12 }, (_, index) => ({
      year: 2014 + index,
      result: "qualified" as const,
    })),
    training: Array.from({ length: 12 }, (_, index) => [
      { id: `a${index}`, year: 2015 + index, hours: 30, category: "public" as const },
      { id: `b${index}`, year: 2015 + index, hours: 60, category: "professional" as const },
    ])
      .flat()
      .map((entry) => ({ ...entry, inSpecialty: true, title: "培训", organizer: "县局" })),
    ...given,
  });
}

function assessed(person: Person) {
  const full = { junior: 0, intermediate: 0, associateSenior: 0, senior: 0 };
  return evaluate(unitFileWith([person], { posts: full }), CYCLE_DAYS, SHANDONG_2020);
}

function waysOf(candidates: ReturnType<typeof candidatesNow>): readonly string[] {
  return candidates.flatMap(({ ways }) =>
    ways.map(({ assessment, on }) => `${assessment.pathway} ${assessment.line ?? ""} ${on}`),
  );
}

describe("who can apply", () => {
  it("this year has every pathway open on the day of application", () => {
    const all = assessed(doctorSince("2006-08"));
    expect(waysOf(candidatesNow(all, CYCLE))).toEqual([
      "townshipTenure provincial 2026-09-01",
      "townshipTenure grassroots 2026-09-01",
    ]);
    expect(candidatesNext(all, CYCLE)).toEqual([]);
  });

  it("next year has the day on which the years are full", () => {
    const all = assessed(doctorSince("2007-08"));
    expect(candidatesNow(all, CYCLE)).toEqual([]);
    expect(waysOf(candidatesNext(all, CYCLE))).toEqual([
      "townshipTenure provincial 2027-07-31",
      "townshipTenure grassroots 2027-07-31",
    ]);
  });

  it("counts years up to next year's cut-off day and no further", () => {
    expect(candidatesNext(assessed(doctorSince("2008-01-01")), CYCLE)).toHaveLength(1);
    expect(candidatesNext(assessed(doctorSince("2008-01-02")), CYCLE)).toEqual([]);
  });

  it("must be free of a sanction on next year's day of application, not only by its cut-off day", () => {
    const until = (to: string) =>
      doctorSince("2006-08", { sanctions: [{ kind: "demerit", from: "2026-03-01", to }] });
    expect(candidatesNext(assessed(until("2027-08-31")), CYCLE)).toHaveLength(1);
    expect(candidatesNext(assessed(until("2027-09-01")), CYCLE)).toEqual([]);
  });

  it("is in neither list while something is not known", () => {
    const unknown = assessed(doctorSince("2007-08", { appraisals: [] }));
    expect(candidatesNow(unknown, CYCLE)).toEqual([]);
    expect(candidatesNext(unknown, CYCLE)).toEqual([]);
  });

  it("is one entry with several pathways", () => {
    const [first, ...rest] = candidatesNow(assessed(doctorSince("2006-08")), CYCLE);
    expect(rest).toEqual([]);
    expect(first?.ways).toHaveLength(2);
  });
});

describe("the dates of the list for next year", () => {
  it("agree with assessing next year's round itself", () => {
    for (const from of [
      "2006-08",
      "2007-08",
      "2007-12-31",
      "2008-01-01",
      "2008-01-02",
      "2009-05",
    ]) {
      // Next year's round also looks at this year's appraisal, which the projection takes for granted.
      const person = doctorSince(from);
      const later = {
        ...person,
        appraisals: [...person.appraisals, { year: 2026, result: "qualified" as const }],
      };
      const open = ({ decision }: Assessment) => decision === "eligible";
      const inNext = evaluate(
        unitFileWith([later], { posts: null }),
        { year: 2027, applyOn: dayOf(2027, 9, 1), cutOff: dayOf(2027, 12, 31) },
        SHANDONG_2020,
      ).some(({ assessments }) => assessments.some(open));
      const all = assessed(person);
      const expected = candidatesNow(all, CYCLE).length + candidatesNext(all, CYCLE).length > 0;
      expect([from, inNext]).toEqual([from, expected]);
    }
  });
});

describe("the round after", () => {
  it("has the same days one year on, and 29 February becomes 1 March", () => {
    expect(nextCycle(CYCLE)).toEqual({ year: 2027, applyOn: "2027-09-01", cutOff: "2027-12-31" });
    expect(nextCycle({ ...CYCLE, applyOn: "2028-02-29" }).applyOn).toBe("2029-03-01");
    expect(parseStart(nextCycle(CYCLE).cutOff)).toBe(dayOf(2027, 12, 31));
  });
});
