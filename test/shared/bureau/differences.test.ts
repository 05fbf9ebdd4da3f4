import { describe, expect, it } from "vitest";
import { sayDifferences } from "../../../shared/bureau/differences.ts";
import type { CarriedAssessment } from "../../../shared/submission/assessments-file.ts";
import { contentsOfTwo } from "../../support/package-documents.ts";

const [first] = contentsOfTwo().assessments.people[0]?.assessments ?? [];
if (first === undefined) throw new Error("nothing assessed");
const CARRIED: CarriedAssessment = first;
const [head, ...rest] = CARRIED.requirements;
if (head === undefined) throw new Error("nothing required");

describe("our own assessment beside the one that came", () => {
  it("says nothing where both are the same in every figure", () => {
    expect(sayDifferences(CARRIED, structuredClone(CARRIED))).toEqual([]);
  });

  it("says the decision first, then each requirement that came out otherwise", () => {
    const own: CarriedAssessment = {
      ...CARRIED,
      decision: CARRIED.decision === "eligible" ? "ineligible" : "eligible",
      requirements: [{ ...head, status: head.status === "met" ? "unmet" : "met" }, ...rest],
    };
    const said = sayDifferences(CARRIED, own);
    expect(said.length).toBe(2);
    expect(said[0]).toMatch(/^结论：单位为“.+”，本局为“.+”$/);
    expect(said[1]).toMatch(/：单位为“.+”，本局为“.+”$/);
  });

  it("says where only the figures behind the same result differ", () => {
    const own = { ...CARRIED, requirements: [{ ...head, found: { other: 1 } }, ...rest] };
    expect(sayDifferences(CARRIED, own)).toEqual([expect.stringContaining("依据的数据或要求不同")]);
  });

  it("says which requirements the bureau's pack does not ask, or asks beside", () => {
    const fewer = { ...CARRIED, requirements: rest };
    expect(sayDifferences(CARRIED, fewer)).toEqual([expect.stringContaining("不要求这一条")]);
    expect(sayDifferences(fewer, CARRIED)).toEqual([expect.stringContaining("单位没有审查")]);
  });

  it("says where we have no such answer at all", () => {
    expect(sayDifferences(CARRIED, null).length).toBe(1);
  });
});
