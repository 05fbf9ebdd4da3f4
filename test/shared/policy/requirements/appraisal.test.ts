import { describe, expect, it } from "vitest";
import type { AppraisalResult } from "../../../../shared/records/appraisal.ts";
import { assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

/** Someone asked five years of appraisals, 2021 to 2025, all qualified but for what is given. */
function appraised(given: Readonly<Record<number, AppraisalResult | null>> = {}) {
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "2004-07" }],
    postings: [postingWith()],
    titles: [titleWith()],
    appointments: [{ titleId: "t1", from: "2010-01", to: null, post: "regular" }],
    appraisals: years.flatMap((year) => {
      const result = given[year] === undefined ? "qualified" : given[year];
      return result === null ? [] : [{ year, result }];
    }),
  });
}

function results(given: Readonly<Record<number, AppraisalResult | null>>): string {
  return outcomeFor(appraised(given), "appraisal.results");
}

describe("appraisal.results", () => {
  it.each([
    ["excellent", "met"],
    ["qualified", "met"],
    ["basicallyQualified", "unknown"],
    ["ungraded", "unknown"],
    ["unqualified", "unmet@2029-01-01"],
    [null, "unknown"],
  ] as const)("2023 as %s: %s", (result, outcome) => {
    expect(results({ 2023: result })).toBe(outcome);
  });

  it("looks at the rung's years before the cycle's and at no other", () => {
    expect(results({ 2020: "unqualified" })).toBe("met");
    expect(results({ 2026: "basicallyQualified" })).toBe("met");
    expect(results({ 2021: null })).toBe("unknown");
    expect(results({ 2025: null })).toBe("unknown");
    expect(results({ 2021: "unqualified" })).toBe("unmet@2027-01-01");
    expect(results({ 2025: "unqualified" })).toBe("unmet@2031-01-01");
  });

  it("waits for the last of several unqualified years, whatever else is missing", () => {
    expect(results({ 2021: "unqualified", 2024: "unqualified", 2025: null })).toBe(
      "unmet@2030-01-01",
    );
    expect(results({ 2024: "unqualified", 2021: "unqualified" })).toBe("unmet@2030-01-01");
  });

  it("shows each year with its result", () => {
    const { expected, found } = requirementIn(
      assessmentsOf(appraised({ 2022: null, 2023: "ungraded" })),
      "appraisal.results",
    );
    expect(expected).toEqual({ years: 5, before: 2026 });
    expect(found.results).toEqual([
      { year: 2021, result: "qualified" },
      { year: 2022, result: null },
      { year: 2023, result: "ungraded" },
      { year: 2024, result: "qualified" },
      { year: 2025, result: "qualified" },
    ]);
  });

  it("is met where no education is met, since no rung asks for years", () => {
    expect(outcomeFor({ ...appraised({ 2023: null }), education: [] }, "appraisal.results")).toBe(
      "met",
    );
  });
});
