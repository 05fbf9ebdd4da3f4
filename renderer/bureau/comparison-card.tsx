import type { DeskCandidate, DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import type { Assessment } from "../../shared/policy/assessment.ts";
import { DECISION_LABELS } from "../../shared/policy/sentences.ts";
import { questionKey } from "../../shared/submission/recommendation-file.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { RequirementList } from "../widgets/requirement-list.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { ANSWER_TAGS } from "./decision-tags.ts";
import { packageMessages } from "./package-messages.ts";

interface ComparisonCardProps {
  readonly of: DeskPackage;
  readonly candidate: DeskCandidate;
}

/** The unit's answer beside our own, what differs, and our own requirement by requirement. */
export function ComparisonCard({ of, candidate }: ComparisonCardProps) {
  const say = useMessages(packageMessages);
  const { decision, ownDecision, differences } = candidate;
  const own = ownAssessment(of, candidate);
  return (
    <Card title={say("compare.title")} help={say("compare.help")}>
      <dl className="bureau-facts">
        <dt>{say("compare.unit")}</dt>
        <dd>
          <StatusTag state={ANSWER_TAGS[decision]} label={DECISION_LABELS[decision]} />
        </dd>
        <dt>{say("compare.own")}</dt>
        <dd>
          {ownDecision === null ? (
            <StatusTag state="unknown" label={say("compare.ownNone")} />
          ) : (
            <StatusTag state={ANSWER_TAGS[ownDecision]} label={DECISION_LABELS[ownDecision]} />
          )}
        </dd>
      </dl>
      {differences.length > 0 ? (
        <div className="bureau-warning" role="note">
          <p>{say("compare.differs")}</p>
          <ul>
            {differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {differences.length === 0 && own !== null ? (
        <p className="bureau-muted">{say("compare.same")}</p>
      ) : null}
      {own === null ? (
        <p>{say("compare.noOwn")}</p>
      ) : (
        <>
          <h3>{say("compare.requirements")}</h3>
          <RequirementList assessment={own} />
        </>
      )}
    </Card>
  );
}

/** Our own answer to the same question, with its figures; null where there is none. */
function ownAssessment({ own }: DeskPackage, candidate: DeskCandidate): Assessment | null {
  const person = own.find(({ personId }) => personId === candidate.personId);
  const key = questionKey(candidate);
  return person?.assessments.find((one) => questionKey(one) === key) ?? null;
}
