import { describe, expect, it } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { checkUnitFile } from "../../../shared/records/unit-file.ts";

describe("the fictitious unit", () => {
  it("passes every check of a real one, with valid check digits", () => {
    const checked = checkUnitFile(inventUnit());
    expect(checked.ok ? [] : checked.issues).toEqual([]);
    expect(inventUnit().people).toHaveLength(120);
    expect(inventUnit().people.every(({ idNumber }) => idNumber !== null)).toBe(true);
  });

  it("is the same every time", () => {
    expect(inventUnit()).toEqual(inventUnit());
  });

  it("is marked as invented and belongs to no place in China", () => {
    const { unit, people } = inventUnit();
    expect(unit.name).toContain("虚构");
    for (const { idNumber } of people) expect(idNumber?.startsWith("990000")).toBe(true);
  });

  it("shows every decision and most pathways in 2026", () => {
    const assessments = evaluate(inventUnit(), cycleOf(2026), SHANDONG_2020).flatMap(
      (person) => person.assessments,
    );
    const decisions = new Set(assessments.map(({ decision }) => decision));
    expect([...decisions].toSorted()).toEqual(["eligible", "ineligible", "undetermined"]);
    const pathways = new Set(assessments.map(({ pathway }) => pathway));
    for (const pathway of ["regular", "townshipTenure", "exchange", "doctor", "conversion"]) {
      expect(pathways).toContain(pathway);
    }
    expect(pathways).toContain("examMargin");
    expect(assessments.some(({ sensitive }) => sensitive !== undefined)).toBe(true);
  });
});
