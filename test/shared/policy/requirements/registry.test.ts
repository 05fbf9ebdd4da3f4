import { describe, expect, it } from "vitest";
import type { RequirementId } from "../../../../shared/policy/requirement.ts";
import { registeredRule, slotOf } from "../../../../shared/policy/requirements/registry.ts";
import type { Scope } from "../../../../shared/policy/rule.ts";
import { MEMORY_SLOTS } from "../../../../shared/policy/scene.ts";
import { LINES, TITLE_LEVELS } from "../../../../shared/records/title.ts";

/** What each answer hangs on besides the person; a rule that is not listed here would not compile. */
const SCOPES: Readonly<Record<RequirementId, Scope>> = {
  "employment.grassroots": "person",
  "employment.township": "person",
  "ladder.education": "level",
  "ladder.tenure": "level",
  "township.years": "level",
  "training.annual": "person",
  "training.specialty": "person",
  "appraisal.results": "level",
  "line.held": "lineAndLevel",
  "line.sameYear": "line",
  "line.lockout": "lineAndLevel",
  "sanction.none": "person",
  "quota.vacancy": "level",
  "exchange.origin": "person",
  "doctor.degree": "person",
  "doctor.outstanding": "person",
  "conversion.held": "level",
  "conversion.years": "level",
  "conversion.appraisals": "level",
  "conversion.training": "level",
  "directHire.qualification": "person",
  "directHire.origin": "person",
  "directHire.volunteer": "person",
  "directHire.served": "person",
  "directHire.appraisals": "person",
  "exam.margin": "question",
};
const IDS = Object.keys(SCOPES) as RequirementId[];

/** The slots of a rule for every line and level, without those of questions not remembered. */
function slotsOf(id: RequirementId): readonly number[] {
  const slots = LINES.flatMap((line) =>
    [...TITLE_LEVELS.keys()].map((level) =>
      slotOf(registeredRule(id), { line, series: "health", level }),
    ),
  );
  return [...new Set(slots)].filter((slot) => slot !== -1);
}

describe("the memory of a scene", () => {
  it.each(IDS)("has as many slots for %s as the answer has cases", (id) => {
    const scope = SCOPES[id];
    expect(registeredRule(id).rule).toMatchObject({ id, scope });
    const cases = { person: 1, level: 5, line: 2, lineAndLevel: 10, question: 0 };
    expect(slotsOf(id)).toHaveLength(cases[scope]);
  });

  it("has a slot of its own for every answer, and room for all", () => {
    const slots = IDS.flatMap(slotsOf);
    expect(slots.toSorted((a, b) => a - b)).toEqual([...slots.keys()]);
    expect(slots.length).toBeLessThanOrEqual(MEMORY_SLOTS);
  });

  it("takes a question without line and level for the first of its cases", () => {
    const post = { line: null, series: null, level: null };
    const first = Math.min(...slotsOf("ladder.tenure"));
    expect(slotOf(registeredRule("ladder.tenure"), post)).toBe(first);
    const firstOfLines = Math.min(...slotsOf("line.held"));
    expect(slotOf(registeredRule("line.held"), post)).toBe(firstOfLines);
  });

  it("knows no rule that the rules do not have", () => {
    expect(() => registeredRule("luck.good" as RequirementId)).toThrow("no rule luck.good");
  });
});
