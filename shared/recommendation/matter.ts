import type { RequirementId } from "../policy/requirement.ts";
import type { AttachmentKind } from "../records/attachment-kind.ts";
import type { PostGroup } from "../records/unit.ts";
import type { RoundState, StepName } from "./states.ts";

/**
 * What is missing before a step, stands against something, or has to be looked at. Codes are stable: the
 * screen links by code and details, `sayMatter` words them.
 */

type NoDetails = Readonly<Record<string, never>>;

/** A candidacy, and whose it is. */
export interface OfCandidacy {
  readonly candidacyId: string;
  readonly personId: string;
}

/** Each code with what its sentence and its link need. */
export interface MatterDetails {
  // Steps
  "step.state": { readonly step: StepName; readonly state: RoundState };
  "step.note": { readonly step: StepName };
  "step.first": NoDetails;
  /** What the bureau's receipt moved is not taken back. */
  "step.bureau": NoDetails;
  "package.built": { readonly revision: number };
  "receipt.missing": { readonly revision: number | null };
  // 筹备
  "cycle.pack": { readonly packId: string; readonly applyOn: string };
  "cycle.year": { readonly applyOn: string; readonly cutOff: string; readonly year: number };
  // 报名
  "candidates.none": NoDetails;
  "person.unknown": OfCandidacy;
  "answer.missing": OfCandidacy;
  "confirmation.missing": OfCandidacy;
  /** 〔2020〕42号 四. */
  "line.both": OfCandidacy & { readonly otherId: string; readonly clause: string };
  "line.application": OfCandidacy & { readonly year: number; readonly clause: string };
  "candidacy.twice": OfCandidacy & { readonly otherId: string };
  // 审核
  "check.missing": OfCandidacy;
  "check.note": OfCandidacy;
  /** Passed, though the records and settlements do not bear it out. */
  "check.unfounded": OfCandidacy;
  "requirement.open": OfCandidacy & { readonly requirementId: RequirementId };
  "decision.changed": OfCandidacy;
  "candidates.nonePassed": NoDetails;
  // 评议
  "criteria.weights": { readonly sum: number };
  "reviewers.few": { readonly present: number; readonly least: number };
  "ballot.missing": { readonly reviewerId: string; readonly name: string };
  "ballots.count": { readonly ballots: number; readonly present: number };
  "ballot.incomplete": {
    readonly ballotId: string;
    readonly place: number;
    readonly missing: number;
  };
  "ballot.points": { readonly ballotId: string; readonly place: number };
  "marks.none": OfCandidacy;
  "tie.open": { readonly candidacyIds: readonly string[]; readonly personIds: readonly string[] };
  "outcome.missing": OfCandidacy;
  "outcome.reason": OfCandidacy;
  "outcome.unchecked": OfCandidacy;
  "quota.exceeded": {
    readonly group: PostGroup;
    readonly free: number;
    readonly recommended: number;
  };
  "quota.unknown": { readonly group: PostGroup };
  "recommended.none": NoDetails;
  // 公示
  "publicity.missing": NoDetails;
  "publicity.places": NoDetails;
  "publicity.short": {
    readonly workingDays: number;
    readonly least: number;
    readonly earliestTo: string;
  };
  "publicity.unpublished": { readonly year: number };
  "publicity.running": { readonly to: string };
  "publicity.uncertified": NoDetails;
  "objection.open": { readonly objectionId: string; readonly receivedOn: string };
  "objection.upheld": OfCandidacy & { readonly objectionId: string };
  "candidacy.unpublished": OfCandidacy;
  "appeal.open": OfCandidacy & { readonly appealId: string; readonly receivedOn: string };
  // 材料
  "material.missing": OfCandidacy & { readonly kind: AttachmentKind };
  // 结果
  "result.missing": OfCandidacy;
  "round.open": { readonly year: number; readonly state: RoundState };
}

export type MatterCode = keyof MatterDetails;

export type Matter = {
  [Code in MatterCode]: { readonly code: Code; readonly details: MatterDetails[Code] };
}[MatterCode];
