import { describe, expect, it } from "vitest";
import type {
  CarriedAssessment,
  CarriedPerson,
} from "../../../shared/submission/assessments-file.ts";
import {
  compareAssessments,
  remarkConfirmations,
  remarkUnknownPack,
} from "../../../shared/submission/recomputed.ts";
import { contentsOfTwo, documentsOfTwo } from "../../support/package-documents.ts";

const OWN = documentsOfTwo().people;
const CARRIED = contentsOfTwo().assessments.people;

/** What came, with the first assessment of the first person changed. */
function carriedWith(
  change: (first: CarriedAssessment) => readonly CarriedAssessment[],
): readonly CarriedPerson[] {
  return CARRIED.map((person, index) => {
    const [first, ...rest] = person.assessments;
    if (index > 0 || first === undefined) return person;
    return { ...person, assessments: [...change(first), ...rest] };
  });
}

function remarksOn(carried: readonly CarriedPerson[]) {
  return compareAssessments(carried, OWN);
}

describe("recomputing what came", () => {
  it("finds nothing to remark where every figure agrees, whatever the order of keys", () => {
    expect(remarksOn(CARRIED)).toEqual([]);
    const turned = carriedWith((first) => [
      Object.fromEntries(Object.entries(first).toReversed()) as CarriedAssessment,
    ]);
    expect(remarksOn(turned)).toEqual([]);
  });

  it("names both decisions where they differ", () => {
    const [remark, ...more] = remarksOn(
      carriedWith((first) => [
        { ...first, decision: first.decision === "eligible" ? "ineligible" : "eligible" },
      ]),
    );
    expect(more).toEqual([]);
    expect(remark).toMatchObject({ personId: "p-001", code: "assessment-differs" });
    expect(remark?.text).toMatch(/^正常申报 .*随包结论为“.+”，按随包记录重新判定为“.+”$/);
  });

  it("names the requirement whose figures differ", () => {
    const [remark] = remarksOn(
      carriedWith((first) => [
        {
          ...first,
          requirements: first.requirements.map((one) =>
            one.id === "ladder.tenure" ? { ...one, found: { length: { years: 40 } } } : one,
          ),
        },
      ]),
    );
    expect(remark?.text).toContain("结论相同");
    expect(remark?.text).toContain("任职年限");
  });

  it("tells what came and was not asked here, and the other way round", () => {
    const renamed = carriedWith((first) => [{ ...first, pathway: "examMargin" }]);
    expect(remarksOn(renamed).map(({ code }) => code)).toEqual([
      "assessment-surplus",
      "assessment-missing",
    ]);
    expect(remarksOn(carriedWith(() => [])).map(({ code }) => code)).toEqual([
      "assessment-missing",
    ]);
  });
});

describe("remarks on a whole package", () => {
  it("name who was put forward against the program's answer, by whom and why", () => {
    const { recommendation } = contentsOfTwo();
    const candidates = recommendation.candidates.map((one, index) => ({
      ...one,
      decision: index === 0 ? ("undetermined" as const) : ("eligible" as const),
    }));
    const [remark, ...more] = remarkConfirmations({ ...recommendation, candidates });
    expect(more).toEqual([]);
    expect(remark).toMatchObject({ personId: "p-001", code: "confirmed-otherwise" });
    expect(remark?.text).toContain("比对结论为“待核实”，由王审核确认推荐，理由：已核对原件");
  });

  it("say when the pack is not known here", () => {
    const remark = remarkUnknownPack({ id: "weihai-2027", sha256: "" });
    expect(remark).toMatchObject({ personId: null, code: "pack-unknown" });
    expect(remark.text).toContain("weihai-2027");
  });
});
