import { Link } from "react-router";
import type { Assessment } from "../../shared/policy/assessment.ts";
import {
  describeQuestion,
  describeSensitivities,
  labelDecision,
  PROJECTION_ASSUMPTION,
} from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { RequirementList } from "../widgets/requirement-list.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import { PEOPLE_MESSAGES } from "./messages.ts";

const STATES = {
  eligible: "good",
  ineligible: "bad",
  undetermined: "unknown",
} as const satisfies Record<Assessment["decision"], TagState>;

interface EligibilityTabProps {
  readonly personId: string;
  /** Null while they are worked out. */
  readonly assessments: readonly Assessment[] | null;
}

/** Every pathway of a person with its answer and grounds. */
export function EligibilityTab({ personId, assessments }: EligibilityTabProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  if (assessments === null) return <Loading label={say("person.working")} />;
  if (assessments.length === 0) {
    return <Empty title={say("eligibility.none")} hint={say("eligibility.noneHint")} />;
  }
  return (
    <div className="people-section">
      <p className="people-caution">
        {say("eligibility.caution")}
        <Link to={`/eligibility/${personId}`}>{say("eligibility.open")}</Link>
      </p>
      {assessments.map((assessment) => (
        <Answer key={describeQuestion(assessment)} assessment={assessment} />
      ))}
      <p className="people-note">{PROJECTION_ASSUMPTION}</p>
    </div>
  );
}

function Answer({ assessment }: { readonly assessment: Assessment }) {
  const { decision, eligibleOn } = assessment;
  return (
    <details className="people-answer" open={decision !== "ineligible"}>
      <summary>
        <StatusTag state={STATES[decision]} label={labelDecision(assessment)} />
        <span>{describeQuestion(assessment)}</span>
        {decision === "ineligible" && eligibleOn !== null ? (
          <span className="people-date">{eligibleOn}</span>
        ) : null}
      </summary>
      <RequirementList assessment={assessment} />
      {describeSensitivities(assessment).map((sentence) => (
        <p key={sentence} className="people-note">
          {sentence}
        </p>
      ))}
    </details>
  );
}
