import type {
  Candidacy,
  CandidacyOutcome,
  OutcomeDecision,
} from "../../shared/recommendation/candidacy.ts";
import { isPassed } from "../../shared/recommendation/context.ts";
import { sayProposal } from "../../shared/recommendation/proposal-sentences.ts";
import {
  type Proposal,
  proposeOutcome,
  reviewFigures,
} from "../../shared/recommendation/review.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import type { RoundScene } from "../widgets/round-scene.ts";
import type { Signed } from "./signed.ts";

/** 推荐结果: what the program proposes for everybody who passed, beside what a person confirmed. */
export interface OutcomeLine {
  readonly candidacy: Candidacy;
  readonly proposal: Proposal;
}

/** A decision as it stands in the form; empty: still to be made. */
export interface OutcomeChoice {
  readonly decision: OutcomeDecision | "";
  readonly reason: string;
}

/** A line for everybody who passed the check, in the order of the candidacies. */
export function outcomeLines({ context, pack, candidacies }: RoundScene): readonly OutcomeLine[] {
  const figures = reviewFigures(context, pack);
  return candidacies.filter(isPassed).map((candidacy) => ({
    candidacy,
    proposal: proposeOutcome(candidacy, figures, context.posts),
  }));
}

/** What the form begins with: what was confirmed, else what is proposed with its figures. */
export function choiceOf({ candidacy: { outcome }, proposal }: OutcomeLine): OutcomeChoice {
  if (outcome !== null) return { decision: outcome.decision, reason: outcome.reason ?? "" };
  if (proposal.decision === null) return { decision: "", reason: "" };
  const reason = proposal.decision === "waiting" ? sayProposal(proposal) : "";
  return { decision: proposal.decision, reason };
}

/** True where a reason has to stand beside a choice: everything but following a proposal to recommend. */
export function needsReason({ decision }: OutcomeChoice, { proposal }: OutcomeLine): boolean {
  if (decision === "") return false;
  return decision !== "recommended" || proposal.decision === "waiting";
}

/** True where a choice can be confirmed. */
export function isChoiceReady(choice: OutcomeChoice, line: OutcomeLine): boolean {
  if (choice.decision === "") return false;
  return !needsReason(choice, line) || cleanText(choice.reason) !== "";
}

/** The outcome that a choice comes to; null where nothing is chosen. */
export function outcomeOf(choice: OutcomeChoice, signed: Signed): CandidacyOutcome | null {
  const reason = cleanText(choice.reason);
  const { decision } = choice;
  return decision === "" ? null : { decision, reason: reason === "" ? null : reason, ...signed };
}

/** True where a choice says something else than what is on file. */
export function isChoiceNew({ decision, reason }: OutcomeChoice, { outcome }: Candidacy): boolean {
  if (decision === "") return false;
  return outcome?.decision !== decision || (outcome.reason ?? "") !== cleanText(reason);
}
