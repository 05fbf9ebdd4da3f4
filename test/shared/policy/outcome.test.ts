import { describe, expect, it } from "vitest";
import {
  combine,
  latestMetOn,
  MET,
  metIfStated,
  type Outcome,
  UNKNOWN,
  UNMET,
  unmetUntil,
} from "../../../shared/policy/outcome.ts";

describe("requirements together", () => {
  it.each([
    ["nothing asked", [], "eligible"],
    ["all met", [MET, MET], "eligible"],
    ["one unknown", [MET, UNKNOWN, MET], "undetermined"],
    ["one unmet", [MET, UNMET], "ineligible"],
    ["unknown and unmet", [UNKNOWN, UNMET], "ineligible"],
    ["unmet and unknown", [UNMET, UNKNOWN], "ineligible"],
  ] as const)("%s: %s", (_, outcomes, decision) => {
    expect(combine(outcomes)).toBe(decision);
  });

  it.each([
    ["nothing unmet", [MET, UNKNOWN], null],
    ["the latest of several", [unmetUntil(5), unmetUntil(9), unmetUntil(7)], 9],
    ["an unmet one without a day", [unmetUntil(5), UNMET], null],
    ["an unmet one without a day first", [UNMET, unmetUntil(5)], null],
    ["days before 1970", [unmetUntil(-9), unmetUntil(-5)], -5],
    ["an unknown one beside it", [UNKNOWN, unmetUntil(5)], 5],
  ] as readonly (readonly [string, readonly Outcome[], number | null])[])(
    "%s",
    (_, outcomes, day) => {
      expect(latestMetOn(outcomes)).toBe(day);
    },
  );

  it("takes the unit's word as it is given, and silence for neither", () => {
    expect(metIfStated(true)).toBe(MET);
    expect(metIfStated(false)).toBe(UNMET);
    expect(metIfStated(undefined)).toBe(UNKNOWN);
  });
});
