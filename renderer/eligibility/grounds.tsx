import type { Assessment } from "../../shared/policy/assessment.ts";
import { QUOTA_LABELS } from "../../shared/policy/pathway-names.ts";
import type { RequirementId } from "../../shared/policy/requirement.ts";
import { describeSensitivities, PROJECTION_ASSUMPTION } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { RequirementList } from "../widgets/requirement-list.tsx";
import { RequirementPlaces } from "../widgets/requirement-places.tsx";
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
        renderExtra={(requirement) => (
          <RequirementPlaces requirement={requirement} personId={personId} />
        )}
        {...(changed === undefined
          ? {}
          : { marked: { ids: changed, label: say("compare.marked") } })}
      />
      {eligibleOn === null ? null : <p className="elig-note">{PROJECTION_ASSUMPTION}。</p>}
    </div>
  );
}
