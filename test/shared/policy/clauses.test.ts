import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { RequirementId } from "../../../shared/policy/requirement.ts";
import { assessmentsOf, requirementIn } from "../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../support/unit-file.ts";

/** Somebody whom every pathway concerns but direct hire, which is for those who work elsewhere. */
const AT_THE_GRASSROOTS = personWith({
  education: [{ level: "doctor", degree: "doctor", graduatedOn: "2010-07" }],
  postings: [
    postingWith({ kind: "exchange", from: "2015-01" }),
    postingWith({ kind: "directHire", from: "2015-01" }),
  ],
  titles: [titleWith(), titleWith({ id: "t2", line: "grassroots" })],
  exams: [{ series: "health", level: "intermediate", year: 2025, subjects: [] }],
});
const ELSEWHERE = personWith({ postings: [postingWith({ setting: "county" })] });

function everyAssessment(): readonly Assessment[] {
  return [...assessmentsOf(AT_THE_GRASSROOTS), ...assessmentsOf(ELSEWHERE)];
}

const CLAUSES = [
  ["employment.grassroots", "鲁人社字〔2020〕42号 四"],
  ["employment.township", "鲁人社字〔2020〕42号 六"],
  ["ladder.education", "人社部发〔2021〕51号（县局口径）"],
  ["ladder.tenure", "人社部发〔2021〕51号（县局口径）"],
  ["township.years", "鲁人社字〔2020〕42号 六"],
  ["training.annual", "鲁人社字〔2020〕42号 七"],
  ["training.specialty", "鲁人社字〔2020〕42号 五（一）"],
  ["appraisal.results", "人社部发〔2023〕6号 第三十条（县局口径）"],
  ["line.held", "鲁人社字〔2020〕42号 四"],
  ["line.sameYear", "鲁人社字〔2020〕42号 四"],
  ["line.lockout", "鲁人社字〔2020〕42号 四"],
  ["sanction.none", "政务处分法 第二十条（县局口径）"],
  ["quota.vacancy", "鲁人社字〔2020〕42号 六"],
  ["exchange.origin", "鲁人社字〔2020〕42号 五（二）"],
  ["doctor.degree", "鲁人社字〔2020〕42号 五（二）"],
  ["doctor.outstanding", "鲁人社字〔2020〕42号 五（二）"],
  ["conversion.held", "鲁人社字〔2020〕42号 四"],
  ["conversion.years", "鲁人社字〔2020〕42号 四"],
  ["conversion.appraisals", "鲁人社字〔2020〕42号 四（县局口径）"],
  ["conversion.training", "鲁人社字〔2020〕42号 四、七"],
  ["directHire.qualification", "鲁人社字〔2020〕42号 五（二）"],
  ["directHire.origin", "鲁人社字〔2020〕42号 五（二）"],
  ["directHire.volunteer", "鲁人社字〔2020〕42号 五（二）"],
  ["directHire.served", "鲁人社字〔2020〕42号 五（二）"],
  ["directHire.appraisals", "鲁人社字〔2020〕42号 五（二）"],
  ["exam.margin", "鲁人社字〔2020〕42号 五（二）"],
] as const satisfies readonly (readonly [RequirementId, string])[];

describe("where the law says it", () => {
  it.each(CLAUSES)("%s rests on %s", (id, clause) => {
    expect(requirementIn(everyAssessment(), id).clause).toBe(clause);
  });

  it("is listed here for every requirement", () => {
    const asked = everyAssessment().flatMap(({ requirements }) => requirements.map(({ id }) => id));
    expect(CLAUSES.map(([id]) => id).toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it("is the bureau's reading where the pack has no rungs", () => {
    const other = personWith({ postings: [postingWith({ series: "other" })] });
    const { clause } = requirementIn(assessmentsOf(other), "ladder.education");
    expect(clause).toBe("县局口径");
  });

  it("is the reported rung's, and the first one's where no education is met", () => {
    const assumption = "试验";
    const senior = [
      { education: "bachelor", from: "associateSenior", years: 5, source: "notice-36", assumption },
      { education: "college", from: "associateSenior", years: 7, source: "notice-42", assumption },
    ] as const;
    const pack = { ...SHANDONG_2020, ladders: { health: { senior: [...senior] } } };
    const cited = (level: "secondary" | "college" | "bachelor") => {
      const person = personWith({
        education: [{ level, degree: null, graduatedOn: "2004-07" }],
        postings: [postingWith()],
        titles: [titleWith({ level: "associateSenior" })],
      });
      return requirementIn(assessmentsOf(person, { pack }), "ladder.tenure").clause;
    };
    expect(cited("bachelor")).toBe("威人社字〔2020〕36号（县局口径）");
    expect(cited("college")).toBe("鲁人社字〔2020〕42号（县局口径）");
    expect(cited("secondary")).toBe("威人社字〔2020〕36号（县局口径）");
  });
});
