import { describe, expect, test } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { formatDay } from "../../../shared/calendar/text.ts";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import type { Posting } from "../../../shared/records/posting.ts";
import { planBulkAppraisal } from "../../../renderer/people/bulk-appraisal.ts";
import { careerOf } from "../../../renderer/people/career-bands.ts";
import {
  ageOn,
  highestTitle,
  summarise,
  townshipLength,
} from "../../../renderer/people/person-summary.ts";
import { somebody } from "./support.ts";

const POSTING: Posting = {
  from: "2006-08",
  to: "2016-07",
  setting: "township",
  kind: "regular",
  professional: true,
  series: "health",
};

describe("one year's appraisal for many", () => {
  const without = somebody({ id: "without" });
  const other = somebody({
    id: "other",
    appraisals: [
      { year: 2024, result: "qualified" },
      { year: 2025, result: "unqualified" },
    ],
  });
  const same = somebody({ id: "same", appraisals: [{ year: 2025, result: "qualified" }] });
  const entry = { year: 2025, result: "qualified" } as const;

  test("is added where none is on file, and what is on file is kept", () => {
    const plan = planBulkAppraisal([without, other, same], { ...entry, replaces: false });
    expect(plan.changed).toEqual([{ ...without, appraisals: [entry] }]);
    expect([plan.added, plan.kept, plan.same]).toEqual([[without], [other], [same]]);
  });

  test("replaces what is on file when asked to, in its place and in no other year", () => {
    const plan = planBulkAppraisal([other, same], { ...entry, replaces: true });
    expect(plan.changed.map(({ appraisals }) => appraisals)).toEqual([
      [{ year: 2024, result: "qualified" }, entry],
    ]);
    expect([plan.replaced, plan.kept]).toEqual([[other], []]);
  });
});

describe("a career on a time line", () => {
  const lastDay = dayOf(2026, 12, 31);

  test("puts postings that overlap on rows of their own, and what is counted below them", () => {
    const person = somebody({
      postings: [
        { ...POSTING, from: "2016-08", to: null },
        POSTING,
        { ...POSTING, from: "2010-01", to: "2011-12", kind: "study" },
      ],
    });
    const career = careerOf(readPerson(person), lastDay);
    expect(
      career?.bands.map(({ from, to, tone, row }) => [
        formatDay(from),
        formatDay(to - 1),
        tone,
        row,
      ]),
    ).toEqual([
      ["2006-08-01", "2016-07-31", "township", 0],
      ["2010-01-01", "2011-12-31", "absence", 1],
      ["2016-08-01", "2026-12-31", "township", 0],
      ["2006-08-01", "2009-12-31", "counted", 2],
      ["2012-01-01", "2026-12-31", "counted", 2],
    ]);
    expect(career?.rows).toBe(3);
  });

  test("is the length that the rules count", () => {
    const person = somebody({ postings: [POSTING] });
    const career = careerOf(readPerson(person), lastDay);
    expect(career?.township).toMatchObject({ years: 10, months: 0, days: 0 });
    expect(townshipLength(readPerson(person), lastDay)).toEqual(career?.township);
  });

  test("is none before the first posting", () => {
    expect(careerOf(readPerson(somebody({ postings: [] })), lastDay)).toBeNull();
    expect(careerOf(readPerson(somebody()), dayOf(2006, 7, 31))).toBeNull();
  });
});

describe("the head of a person's page", () => {
  test("shows the highest title, and of equal ones the latest", () => {
    const [title] = somebody().titles;
    if (title === undefined) throw new Error("the person has a title");
    const later = { ...title, id: "t2", obtainedOn: "2019-01" };
    const low = { ...title, id: "t3", level: "assistant" as const, obtainedOn: "2022-01" };
    expect(highestTitle(somebody({ titles: [title, low, later] }))?.id).toBe("t2");
    expect(highestTitle(somebody({ titles: [] }))).toBeNull();
  });

  test("counts whole years of age", () => {
    expect(ageOn("1984-05-02", dayOf(2026, 5, 1))).toBe(41);
    expect(ageOn("1984-05-02", dayOf(2026, 5, 2))).toBe(42);
    expect(ageOn("1984-05", dayOf(1984, 4, 30))).toBeNull();
  });

  test("sums up what is open, cannot be told and is shut, and when the next opens", () => {
    const one = (decision: Assessment["decision"], eligibleOn: string | null) =>
      ({ decision, eligibleOn }) as Assessment;
    const assessments = [
      one("eligible", "2020-01-01"),
      one("undetermined", null),
      one("ineligible", "2029-08-31"),
      one("ineligible", "2027-08-31"),
      one("ineligible", null),
    ];
    expect(summarise(assessments)).toEqual({
      eligible: 1,
      undetermined: 1,
      ineligible: 3,
      nextOn: "2027-08-31",
    });
  });
});
