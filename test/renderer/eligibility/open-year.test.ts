import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import type { Requirement, RequirementId } from "../../../shared/policy/requirement.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import { cycleIn, openYear } from "../../../renderer/eligibility/open-year.ts";
import { answer, CYCLE } from "./sample.ts";

function unmet(id: RequirementId, metOn: string | null): Requirement {
  return { id, status: "unmet", clause: "", expected: null, found: null, metOn } as never;
}

function yearOf(id: RequirementId, metOn: string) {
  return openYear(answer({ eligibleOn: metOn, requirements: [unmet(id, metOn)] }), CYCLE);
}

describe("the first year in which an answer allows an application", () => {
  it("is this year where it is open, and none where no day is in sight", () => {
    expect(openYear(answer({ decision: "eligible" }), CYCLE)).toBe(2026);
    expect(openYear(answer({ decision: "undetermined" }), CYCLE)).toBeNull();
    expect(openYear(answer({}), CYCLE)).toBeNull();
  });

  it("is none where something is not known, whatever day the rest bears", () => {
    const unknown = { ...unmet("quota.vacancy", null), status: "unknown" } as Requirement;
    const requirements = [unmet("ladder.tenure", "2027-03-01"), unknown];
    expect(openYear(answer({ eligibleOn: "2027-03-01", requirements }), CYCLE)).toBeNull();
  });

  it("lets a length fill up to the cut-off of its year", () => {
    expect(yearOf("ladder.tenure", "2027-01-01")).toBe(2027);
    expect(yearOf("township.years", "2027-12-31")).toBe(2027);
    expect(yearOf("township.years", "2028-01-01")).toBe(2028);
  });

  it("waits for the next round where what is taken on the day of application ends after it", () => {
    expect(yearOf("sanction.none", "2027-09-01")).toBe(2027);
    expect(yearOf("sanction.none", "2027-09-02")).toBe(2028);
    expect(yearOf("line.sameYear", "2027-01-01")).toBe(2027);
  });

  it("is the next year where a bar ends after this year's day and within this year", () => {
    expect(yearOf("sanction.none", "2026-12-01")).toBe(2027);
  });

  it("is the latest of what several requirements ask", () => {
    const requirements = [
      unmet("ladder.tenure", "2028-12-31"),
      unmet("sanction.none", "2028-10-01"),
    ];
    expect(openYear(answer({ eligibleOn: "2028-12-31", requirements }), CYCLE)).toBe(2029);
  });

  it("keeps a round's own days in other years", () => {
    const cycle = cycleOf(2026, { applyOn: dayOf(2026, 10, 15), cutOff: dayOf(2026, 8, 31) });
    expect(cycleIn(cycle, 2029)).toEqual({
      year: 2029,
      applyOn: dayOf(2029, 10, 15),
      cutOff: dayOf(2029, 8, 31),
    });
  });
});
