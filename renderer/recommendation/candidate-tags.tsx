import type { Assessment } from "../../shared/policy/assessment.ts";
import { labelDecision } from "../../shared/policy/sentences.ts";
import type { Decision } from "../../shared/policy/outcome.ts";
import {
  type Candidacy,
  OUTCOME_DECISION_LABELS,
  type OutcomeDecision,
} from "../../shared/recommendation/candidacy.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import { candidateMessages } from "./candidate-messages.ts";

const DECISION_STATES = {
  eligible: "good",
  undetermined: "unknown",
  ineligible: "bad",
} as const satisfies Record<Decision, TagState>;

const OUTCOME_STATES = {
  recommended: "good",
  waiting: "warn",
  declined: "bad",
} as const satisfies Record<OutcomeDecision, TagState>;

/** What the rules say of an answer, as a tag. */
export function DecisionOf({
  answer,
}: {
  readonly answer: Pick<Assessment, "decision" | "eligibleOn">;
}) {
  return <StatusTag state={DECISION_STATES[answer.decision]} label={labelDecision(answer)} />;
}

/** The person's own confirmation, as a tag. */
export function ConfirmationTag({ candidacy }: { readonly candidacy: Candidacy }) {
  const say = useMessages(candidateMessages);
  return candidacy.confirmation === null ? (
    <StatusTag state="warn" label={say("tag.unconfirmed")} />
  ) : (
    <StatusTag state="good" label={say("tag.confirmed", { on: candidacy.confirmation.on })} />
  );
}

/** 审核 of a candidate, as a tag. */
export function CheckTag({ candidacy: { check } }: { readonly candidacy: Candidacy }) {
  const say = useMessages(candidateMessages);
  if (check === null) return <StatusTag state="warn" label={say("tag.unchecked")} />;
  return check.isPassed ? (
    <StatusTag state="good" label={say("tag.passed")} />
  ) : (
    <StatusTag state="bad" label={say("tag.notPassed")} />
  );
}

/** 推荐结果 as a tag; null before a person confirmed one. */
export function OutcomeTag({ candidacy: { outcome } }: { readonly candidacy: Candidacy }) {
  if (outcome === null) return null;
  const { decision } = outcome;
  return <StatusTag state={OUTCOME_STATES[decision]} label={OUTCOME_DECISION_LABELS[decision]} />;
}

/** 评审结果 as a tag; null before it is known. */
export function ResultTag({ candidacy: { result } }: { readonly candidacy: Candidacy }) {
  const say = useMessages(candidateMessages);
  if (result === null) return null;
  return result.outcome === "passed" ? (
    <StatusTag state="good" label={say("tag.resultPassed")} />
  ) : (
    <StatusTag state="bad" label={say("tag.resultFailed")} />
  );
}

interface CandidateTagsProps {
  readonly candidacy: Candidacy;
  readonly answer: Assessment | null;
}

/** How far a candidate is, in tags. */
export function CandidateTags({ candidacy, answer }: CandidateTagsProps) {
  const say = useMessages(candidateMessages);
  return (
    <p className="round-tags">
      {candidacy.withdrawal === null ? null : (
        <StatusTag state="bad" label={say("tag.withdrawn")} />
      )}
      {answer === null ? null : <DecisionOf answer={answer} />}
      <ConfirmationTag candidacy={candidacy} />
      <CheckTag candidacy={candidacy} />
      <OutcomeTag candidacy={candidacy} />
      <ResultTag candidacy={candidacy} />
    </p>
  );
}
