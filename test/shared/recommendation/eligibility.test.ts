import { describe, expect, it } from "vitest";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import { answerTo } from "../../../shared/recommendation/context.ts";
import {
  findCheckMatters,
  foundationOf,
  openRequirements,
  settledDecision,
} from "../../../shared/recommendation/eligibility.ts";
import {
  findMattersToLookAt,
  missingForCheck,
  missingForEnrolment,
  missingForReview,
} from "../../../shared/recommendation/missing-enrolment.ts";
import { missingForPackage } from "../../../shared/recommendation/missing-for.ts";
import type { Settlement } from "../../../shared/submission/proceedings.ts";
import {
  candidacyWith,
  codesOf,
  contextWith,
  doctorWith,
  recommendedWith,
  roundWith,
  SIGNED,
} from "./rounds.ts";

/** The appraisal of 2024 is not on file: the rules cannot tell. */
const OPEN = doctorWith({
  appraisals: doctorWith().appraisals.filter(({ year }) => year !== 2024),
});
/** 2024 was appraised 不合格. */
const BARRED = doctorWith({
  appraisals: doctorWith().appraisals.map((one) =>
    one.year === 2024 ? { year: 2024, result: "unqualified" } : one,
  ),
});
const SETTLED: Settlement = {
  requirementId: "appraisal.results",
  isMet: true,
  text: "2024年度考核表原件为合格",
  evidence: "年度考核登记表",
  ...SIGNED,
};
const PASSED = { isPassed: true, note: null };

function answerWith(person: ReturnType<typeof doctorWith>, candidacy: Candidacy) {
  const answer = answerTo(candidacy, contextWith({ people: [person] }).answers);
  if (answer === null) throw new Error("no answer");
  return answer;
}

describe("an open requirement", () => {
  const answers = contextWith({ people: [OPEN] }).answers;

  it("keeps the check from passing until it is settled, and is named", () => {
    const matters = findCheckMatters(candidacyWith(), PASSED, answers);
    expect(matters).toEqual([
      {
        code: "requirement.open",
        details: { candidacyId: "c-001", personId: "p-001", requirementId: "appraisal.results" },
      },
    ]);
    const withReason = findCheckMatters(candidacyWith(), { ...PASSED, note: "同意" }, answers);
    expect(codesOf(withReason)).toEqual(["requirement.open"]);
  });

  it("may pass once the unit has settled it with reason and evidence", () => {
    const candidacy = candidacyWith({ settlements: [SETTLED] });
    expect(findCheckMatters(candidacy, PASSED, answers)).toEqual([]);
    expect(openRequirements(candidacy, answerWith(OPEN, candidacy))).toEqual([]);
    expect(settledDecision(candidacy, answerWith(OPEN, candidacy))).toBe("eligible");
  });

  it("counts as it was settled last, and against the candidate where it is settled so", () => {
    const against = candidacyWith({ settlements: [SETTLED, { ...SETTLED, isMet: false }] });
    expect(settledDecision(against, answerWith(OPEN, against))).toBe("ineligible");
    expect(codesOf(findCheckMatters(against, PASSED, answers))).toEqual(["check.note"]);
  });
});

describe("an unmet requirement", () => {
  const answers = contextWith({ people: [BARRED] }).answers;

  it("is not settled away", () => {
    const candidacy = candidacyWith({ settlements: [SETTLED] });
    expect(settledDecision(candidacy, answerWith(BARRED, candidacy))).toBe("ineligible");
  });

  it("lets nobody pass without a noted reason", () => {
    expect(codesOf(findCheckMatters(candidacyWith(), PASSED, answers))).toEqual(["check.note"]);
    const noted = { ...PASSED, note: "复核后考核结果已更正" };
    expect(findCheckMatters(candidacyWith(), noted, answers)).toEqual([]);
  });
});

describe("a check", () => {
  it("that fails needs its reason, and one without an answer of the rules cannot pass", () => {
    const { answers } = contextWith();
    expect(
      codesOf(findCheckMatters(candidacyWith(), { isPassed: false, note: null }, answers)),
    ).toEqual(["check.note"]);
    const gone = candidacyWith({ level: "intermediate" });
    expect(codesOf(findCheckMatters(gone, PASSED, answers))).toEqual(["answer.missing"]);
  });

  it("whose grounds have changed since is shown, and holds the package up until it is founded", () => {
    const candidacies = [recommendedWith()];
    const context = contextWith({ candidacies, people: [BARRED], round: named() });
    expect(codesOf(findMattersToLookAt(context))).toEqual(["decision.changed"]);
    expect(codesOf(missingForPackage(context))).toEqual(["check.unfounded"]);
    const check = { isPassed: true, note: "复核后考核结果已更正", ...SIGNED };
    const founded = { ...context, candidacies: [recommendedWith({ check })] };
    expect(missingForPackage(founded)).toEqual([]);
  });

  it("is no matter to look at before it was made", () => {
    const context = contextWith({ candidacies: [candidacyWith()], people: [BARRED] });
    expect(findMattersToLookAt(context)).toEqual([]);
  });
});

function named() {
  const round = roundWith();
  const publicity = {
    from: "2026-09-07",
    to: "2026-09-14",
    places: [],
    contact: "",
    corrections: [],
    objections: [],
    certifiedBy: null,
    certifiedAt: null,
    candidacyIds: ["c-001"],
  };
  return { ...round, state: "confirming" as const, publicity };
}

describe("the foundation of a recommendation", () => {
  it("names what was settled, on what, by whom, and the reason of the check", () => {
    expect(foundationOf(candidacyWith())).toBeNull();
    const check = { isPassed: true, note: "班子会同意", ...SIGNED };
    expect(foundationOf(candidacyWith({ settlements: [SETTLED], check }))).toBe(
      "人工认定“年度考核”符合：2024年度考核表原件为合格（依据：年度考核登记表；认定人：王审核）；班子会同意",
    );
  });

  it("is cut to what a package takes", () => {
    const settlements = Array.from({ length: 9 }, () => ({ ...SETTLED, text: "长".repeat(90) }));
    const said = foundationOf(candidacyWith({ settlements }));
    expect(said).toHaveLength(500);
    expect(said).toMatch(/…$/);
  });
});

describe("before enrolment", () => {
  it.each([
    ["an application day of another year", { applyOn: "2025-09-01" }, ["cycle.year"]],
    ["a cut-off of another year", { cutOff: "2024-12-31" }, ["cycle.year"]],
    [
      "a pack that was not in effect",
      { applyOn: "2019-09-01", cutOff: "2019-12-31", year: 2019 },
      ["cycle.pack"],
    ],
  ])("a round is refused with %s", (_, given, expected) => {
    const found = missingForEnrolment(contextWith({ round: roundWith(given) }));
    expect(codesOf(found)).toEqual(expected);
  });

  it("a round that counts to the end of the year before is taken", () => {
    const round = roundWith({ cutOff: "2025-12-31" });
    expect(missingForEnrolment(contextWith({ round }))).toEqual([]);
  });

  it("a pack that is not here is named", () => {
    expect(codesOf(missingForEnrolment(contextWith({ pack: null })))).toEqual(["cycle.pack"]);
    expect(missingForEnrolment(contextWith())).toEqual([]);
  });
});

describe("before the check", () => {
  it("somebody applies, and each has confirmed it", () => {
    expect(codesOf(missingForCheck(contextWith()))).toEqual(["candidates.none"]);
    const candidacies = [candidacyWith()];
    expect(codesOf(missingForCheck(contextWith({ candidacies })))).toEqual([
      "confirmation.missing",
    ]);
    expect(missingForCheck(contextWith({ candidacies: [recommendedWith()] }))).toEqual([]);
  });
});

describe("before the review", () => {
  it("everybody is checked, and somebody has passed", () => {
    const unchecked = [recommendedWith({ check: null })];
    expect(codesOf(missingForReview(contextWith({ candidacies: unchecked })))).toEqual([
      "check.missing",
    ]);
    const failed = [recommendedWith({ check: { isPassed: false, note: "材料不实", ...SIGNED } })];
    expect(codesOf(missingForReview(contextWith({ candidacies: failed })))).toEqual([
      "candidates.nonePassed",
    ]);
  });
});
