import type { PathwayId } from "../../../shared/policy/pathway-names.ts";
import type { RequirementId } from "../../../shared/policy/requirement.ts";
import {
  conversionAppraisals,
  conversionHeld,
  conversionTraining,
  conversionYears,
  directHireAppraisals,
  directHireServed,
} from "./served-years.ts";
import {
  directHireOrigin,
  directHireQualification,
  directHireVolunteer,
  doctorDegree,
  doctorOutstanding,
  examMargin,
  exchangeOrigin,
} from "./fast-tracks.ts";
import { appraisalResults, ladderEducation, ladderTenure } from "./ladder.ts";
import { lineHeld, lineLockout, lineSameYear } from "./lines.ts";
import type { Answer, Question } from "./question.ts";
import { trainingAnnual, trainingSpecialty } from "./training.ts";
import { quotaVacancy, sanctionNone } from "./unit-side.ts";
import { employmentGrassroots, employmentTownship, townshipYears } from "./work.ts";

/** The table "Requirements", by id. */
export const ANSWERS = {
  "employment.grassroots": employmentGrassroots,
  "employment.township": employmentTownship,
  "ladder.education": ladderEducation,
  "ladder.tenure": ladderTenure,
  "township.years": townshipYears,
  "training.annual": trainingAnnual,
  "training.specialty": trainingSpecialty,
  "appraisal.results": appraisalResults,
  "line.held": lineHeld,
  "line.sameYear": lineSameYear,
  "line.lockout": lineLockout,
  "sanction.none": sanctionNone,
  "quota.vacancy": quotaVacancy,
  "exchange.origin": exchangeOrigin,
  "doctor.degree": doctorDegree,
  "doctor.outstanding": doctorOutstanding,
  "conversion.held": conversionHeld,
  "conversion.years": conversionYears,
  "conversion.appraisals": conversionAppraisals,
  "conversion.training": conversionTraining,
  "directHire.qualification": directHireQualification,
  "directHire.origin": directHireOrigin,
  "directHire.volunteer": directHireVolunteer,
  "directHire.served": directHireServed,
  "directHire.appraisals": directHireAppraisals,
  "exam.margin": examMargin,
} as const satisfies Record<RequirementId, (question: Question) => Answer>;

type Quota = "counts" | "exempt";

/**
 * | regular | ladder.education, ladder.tenure, training.annual, training.specialty, appraisal.results,
 * line.held, line.sameYear, line.lockout, sanction.none, quota.vacancy |
 */
const REGULAR: readonly RequirementId[] = [
  "employment.grassroots",
  "ladder.education",
  "ladder.tenure",
  "training.annual",
  "training.specialty",
  "appraisal.results",
  "line.held",
  "line.sameYear",
  "line.lockout",
  "sanction.none",
  "quota.vacancy",
];

/** The table "Pathways": requirements and quota. */
export const PATHWAYS: Readonly<
  Record<PathwayId, { readonly quota: Quota; readonly requirements: readonly RequirementId[] }>
> = {
  regular: { quota: "counts", requirements: REGULAR },
  // "employment.township, township.years, and regular's without quota.vacancy"
  townshipTenure: {
    quota: "exempt",
    requirements: [
      "employment.township",
      "township.years",
      ...REGULAR.filter((id) => id !== "quota.vacancy"),
    ],
  },
  exchange: {
    quota: "exempt",
    requirements: [
      "exchange.origin",
      "ladder.education",
      "training.annual",
      "training.specialty",
      "line.held",
      "line.sameYear",
      "line.lockout",
      "sanction.none",
    ],
  },
  doctor: {
    quota: "counts",
    requirements: [
      "employment.township",
      "doctor.degree",
      "doctor.outstanding",
      "training.annual",
      "training.specialty",
      "line.held",
      "line.sameYear",
      "line.lockout",
      "sanction.none",
      "quota.vacancy",
    ],
  },
  conversion: {
    quota: "exempt",
    requirements: [
      "employment.grassroots",
      "conversion.held",
      "conversion.years",
      "conversion.appraisals",
      "conversion.training",
      "sanction.none",
    ],
  },
  directHire: {
    quota: "exempt",
    requirements: [
      "directHire.qualification",
      "directHire.origin",
      "directHire.volunteer",
      "sanction.none",
    ],
  },
  directHireMobility: {
    quota: "exempt",
    requirements: ["directHire.served", "directHire.appraisals"],
  },
  examMargin: {
    quota: "counts",
    requirements: ["employment.grassroots", "exam.margin", "sanction.none"],
  },
};

/** Which of a pathway's requirements a question is put. */
export function requirementsAsked(
  pathway: PathwayId,
  { line, level }: Question,
): readonly RequirementId[] {
  return PATHWAYS[pathway].requirements.filter((id) => {
    // "employment.grassroots (grassroots line only)" in regular, and so in townshipTenure
    if (id === "employment.grassroots" && (pathway === "regular" || pathway === "townshipTenure"))
      return line === "grassroots";
    // "`associateSenior` and `senior` only, for lower levels not asked"
    if (id === "training.specialty") return level === "associateSenior" || level === "senior";
    return true;
  });
}
