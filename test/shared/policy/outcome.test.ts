import { describe, expect, it } from "vitest";
import { FOREVER } from "../../../shared/calendar/day.ts";
import {
  decisionOf,
  MET,
  metIf,
  metIfStated,
  metOnOf,
  type Outcome,
  statusOf,
  UNKNOWN,
  UNMET,
} from "../../../shared/policy/outcome.ts";

/** Decision and day of several requirements together. */
function together(...outcomes: readonly Outcome[]): string {
  const worst = Math.max(MET, ...outcomes);
  return `${decisionOf(worst)} ${metOnOf(worst)}`;
}

describe("requirements together", () => {
  it.each([
    ["nothing asked", [], "eligible null"],
    ["all met", [MET, MET], "eligible null"],
    ["one unknown", [MET, UNKNOWN, MET], "undetermined null"],
    ["one unmet for good", [MET, UNMET], "ineligible null"],
    ["unknown and unmet", [UNKNOWN, UNMET], "ineligible null"],
    ["unmet and unknown", [UNMET, UNKNOWN], "ineligible null"],
    ["the latest of several days", [5, 9, 7], "ineligible 9"],
    ["a day and one unmet for good", [5, UNMET], "ineligible null"],
    ["one unmet for good and a day", [UNMET, 5], "ineligible null"],
    ["days before 1970", [-9, -5], "ineligible -5"],
    ["a day beside what is unknown", [UNKNOWN, 5, MET], "ineligible 5"],
  ] as const)("%s: %s", (_, outcomes, answer) => {
    expect(together(...outcomes)).toBe(answer);
  });
});

describe("an outcome", () => {
  it.each([
    [MET, "met", null],
    [UNKNOWN, "unknown", null],
    [UNMET, "unmet", null],
    [20_454, "unmet", 20_454],
    [-20_454, "unmet", -20_454],
  ])("%d is %s until %s", (outcome, status, day) => {
    expect(statusOf(outcome)).toBe(status);
    expect(metOnOf(outcome)).toBe(day);
  });

  it("that never comes is a length that is never reached", () => {
    expect(UNMET).toBe(FOREVER);
  });

  it("is met or unmet for good by a plain question", () => {
    expect(metIf(true)).toBe(MET);
    expect(metIf(false)).toBe(UNMET);
  });

  it("takes the unit's word as it is given, and silence for neither", () => {
    expect(metIfStated(true)).toBe(MET);
    expect(metIfStated(false)).toBe(UNMET);
    expect(metIfStated(undefined)).toBe(UNKNOWN);
  });
});
