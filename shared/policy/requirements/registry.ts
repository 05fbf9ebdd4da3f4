import { TITLE_LEVELS } from "../../records/title.ts";
import type { RequirementId } from "../requirement.ts";
import type { Question, Rule, Scope } from "../rule.ts";
import { MEMORY_SLOTS } from "../scene.ts";
import { appraisalResults } from "./appraisal.ts";
import {
  conversionAppraisals,
  conversionHeld,
  conversionTraining,
  conversionYears,
} from "./conversion.ts";
import {
  directHireAppraisals,
  directHireOrigin,
  directHireQualification,
  directHireServed,
  directHireVolunteer,
} from "./direct-hire.ts";
import { doctorDegree, doctorOutstanding } from "./doctor.ts";
import { employmentGrassroots, employmentTownship } from "./employment.ts";
import { examMargin } from "./exam.ts";
import { exchangeOrigin } from "./exchange.ts";
import { ladderEducation, ladderTenure } from "./ladder.ts";
import { lineHeld, lineLockout, lineSameYear } from "./line.ts";
import { quotaVacancy } from "./quota.ts";
import { sanctionNone } from "./sanction.ts";
import { townshipYears } from "./township.ts";
import { trainingAnnual, trainingSpecialty } from "./training.ts";

/** Every requirement of policy.md, once. */
const RULES: { readonly [Id in RequirementId]: Rule<Id> } = {
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
};

const LEVELS = TITLE_LEVELS.length;
const SLOTS: Readonly<Record<Scope, number>> = {
  person: 1,
  level: LEVELS,
  line: 2,
  lineAndLevel: 2 * LEVELS,
  question: 0,
};

/** A rule with its place in the memory of a scene. */
export interface RegisteredRule {
  readonly rule: Rule;
  /** The first of the rule's slots. */
  readonly firstSlot: number;
}

function registerAll(): ReadonlyMap<RequirementId, RegisteredRule> {
  const registered = new Map<RequirementId, RegisteredRule>();
  let firstSlot = 0;
  for (const rule of Object.values(RULES)) {
    registered.set(rule.id, { rule, firstSlot });
    firstSlot += SLOTS[rule.scope];
  }
  if (firstSlot > MEMORY_SLOTS) throw new RangeError(`${firstSlot} slots are needed`);
  return registered;
}

const REGISTERED = registerAll();

/** The rule of an id. */
export function registeredRule(id: RequirementId): RegisteredRule {
  const registered = REGISTERED.get(id);
  if (registered === undefined) throw new Error(`no rule ${id}`);
  return registered;
}

/** Where the answer to a question is remembered; -1 where it is not worth it. */
export function slotOf({ rule, firstSlot }: RegisteredRule, { line, level }: Question): number {
  const lineIndex = line === "grassroots" ? 1 : 0;
  switch (rule.scope) {
    case "person":
      return firstSlot;
    case "level":
      return firstSlot + (level ?? 0);
    case "line":
      return firstSlot + lineIndex;
    case "lineAndLevel":
      return firstSlot + lineIndex * LEVELS + (level ?? 0);
    case "question":
      return -1;
    default:
      return rule.scope satisfies never;
  }
}
