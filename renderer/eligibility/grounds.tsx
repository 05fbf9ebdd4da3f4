import { Link } from "react-router";
import type { Assessment } from "../../shared/policy/assessment.ts";
import { QUOTA_LABELS } from "../../shared/policy/pathways.ts";
import type { Requirement, RequirementId } from "../../shared/policy/requirement.ts";
import { describeSensitivities, PROJECTION_ASSUMPTION } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { RequirementList } from "../widgets/requirement-list.tsx";
import { clauseLink, RECORD_TABS, recordLink } from "./grounds-links.ts";
import { eligibilityMessages } from "./messages.ts";
import "./eligibility.css";

interface GroundsProps {
  readonly assessment: Assessment;
  readonly personId: string;
  /** Requirements that differ from the other side of a comparison. */
  readonly changed?: ReadonlySet<RequirementId>;
}

/** All that an answer rests on: its day, what hangs on the way of counting, each requirement with its places. */
export function Grounds({ assessment, personId, changed }: GroundsProps) {
  const say = useMessages(eligibilityMessages);
  const { eligibleOn, quota } = assessment;
  const sensitive = describeSensitivities(assessment);
  return (
    <div className="elig-grounds">
      <p className="elig-facts">
        <span>{QUOTA_LABELS[quota]}</span>
        {eligibleOn === null ? null : (
          <strong>{say("reasons.earliest", { date: eligibleOn })}</strong>
        )}
      </p>
      {sensitive.map((sentence) => (
        <p key={sentence} className="elig-sensitive">
          <span aria-hidden="true">! </span>
          {sentence}
        </p>
      ))}
      <RequirementList
        assessment={assessment}
        renderExtra={(requirement) => <Places requirement={requirement} personId={personId} />}
        {...(changed === undefined
          ? {}
          : { marked: { ids: changed, label: say("compare.marked") } })}
      />
      {eligibleOn === null ? null : <p className="elig-note">{PROJECTION_ASSUMPTION}。</p>}
    </div>
  );
}

function Places({
  requirement: { id, clause },
  personId,
}: {
  readonly requirement: Requirement;
  readonly personId: string;
}) {
  const say = useMessages(eligibilityMessages);
  return (
    <div className="elig-places no-print">
      <Link to={recordLink(personId, id)}>
        {RECORD_TABS[id] === null ? say("reasons.posts") : say("reasons.record")}
      </Link>
      <Link to={clauseLink(clause)}>{say("reasons.clause")}</Link>
    </div>
  );
}
