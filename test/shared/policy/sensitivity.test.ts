import { describe, expect, it } from "vitest";
import { describeSensitivities } from "../../../shared/policy/sentences.ts";
import type { Posting } from "../../../shared/records/posting.ts";
import { answerTo, assessmentsOf } from "../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../support/unit-file.ts";

/** In order for the intermediate level but for ten township years, counted by several conventions. */
function person(...postings: Partial<Posting>[]) {
  const years = [2021, 2022, 2023, 2024, 2025];
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "2000-07" }],
    postings: postings.map(postingWith),
    titles: [titleWith({ level: "assistant", obtainedOn: "2010-01-01" })],
    appointments: [{ titleId: "t1", from: "2010-01", to: null, post: "regular" }],
    appraisals: years.map((year) => ({ year, result: "qualified" })),
    training: years.flatMap((year) => [
      { id: `g${year}`, year, hours: 30, category: "public", inSpecialty: false } as const,
      { id: `z${year}`, year, hours: 60, category: "professional", inSpecialty: true } as const,
    ]),
  });
}

function decisions(...postings: Partial<Posting>[]): string {
  const answer = answerTo(assessmentsOf(person(...postings)), "townshipTenure provincial");
  const others = (answer.sensitive ?? []).map((one) => `${one.convention}=${one.decision}`);
  return [answer.decision, ...others].join(" ");
}

describe("口径敏感", () => {
  it.each([
    ["far above", "2004-08-15", "eligible"],
    ["far below", "2020-08-15", "ineligible"],
    ["ten years to the day", "2017-01-01", "eligible calendarYears=ineligible"],
    ["a day more", "2016-12-31", "eligible"],
    ["a day short", "2017-01-02", "ineligible thirtyDayMonths=eligible"],
    ["two days short", "2017-01-03", "ineligible"],
  ])("%s", (_, from, answer) => {
    expect(decisions({ from })).toBe(answer);
  });

  it("shows where whole months of each segment lose the odd days", () => {
    // 60 months and 10 days, then 59 months and 21 or 22 days: together just over ten years.
    const first = { from: "2010-01-01", to: "2015-01-10" };
    expect(decisions(first, { from: "2022-01-10" })).toBe(
      "eligible calendarYears=ineligible wholeMonths=ineligible",
    );
  });

  it("counts days over thirty as a month in the third convention", () => {
    // 60 months and 10 days, then 59 months and 20 days: short by days, yet 30 odd days make a month.
    const first = { from: "2010-01-01", to: "2015-01-10" };
    expect(decisions(first, { from: "2022-01-12" })).toBe("ineligible thirtyDayMonths=eligible");
  });

  it("does not speak where something else decides", () => {
    const sanctioned = {
      ...person({ from: "2017-01-02" }),
      sanctions: [{ kind: "demerit", from: "2026-01", to: null } as const],
    };
    const answer = answerTo(assessmentsOf(sanctioned), "townshipTenure provincial");
    expect(answer.decision).toBe("ineligible");
    expect(answer.sensitive).toBeUndefined();
  });

  it("says which convention would turn the decision to what", () => {
    const answer = answerTo(assessmentsOf(person({ from: "2017-01-01" })), "townshipTenure");
    expect(describeSensitivities(answer)).toEqual([
      "口径敏感：如按年份相减计算年限，结论为“不能申报”",
    ]);
  });

  it("looks at every rung of the ladder", () => {
    const near = {
      ...person({ from: "2000-08" }),
      appointments: [{ titleId: "t1", from: "2023-01", to: null, post: "regular" } as const],
    };
    const answer = answerTo(assessmentsOf(near), "regular provincial");
    expect(answer.decision).toBe("eligible");
    expect(answer.sensitive).toEqual([{ convention: "calendarYears", decision: "ineligible" }]);
  });
});
