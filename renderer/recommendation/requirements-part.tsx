import { Button } from "antd";
import { useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Requirement } from "../../shared/policy/requirement.ts";
import type { Settlement } from "../../shared/submission/proceedings.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { RequirementList } from "../widgets/requirement-list.tsx";
import { RequirementPlaces } from "../widgets/requirement-places.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { answerOf } from "./answer.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import { candidateMessages } from "./candidate-messages.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { nameOf } from "../widgets/round-scene.ts";
import { SettlementDialog } from "./settlement-dialog.tsx";

/** 条件: each requirement as the rules find it, and how the unit settled what they leave open. */
export function RequirementsPart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(candidateMessages);
  const [settled, setSettled] = useState<Requirement | null>(null);
  const answer = answerOf(scene, candidacy);
  return (
    <Card id="part-requirements" title={say("requirements")} help={say("requirements.help")}>
      {answer === null ? (
        <p role="status">
          {scene.answers === null || scene.pending === 0
            ? say("requirements.none")
            : say("requirements.working")}
        </p>
      ) : (
        <RequirementList
          assessment={answer}
          renderExtra={(requirement) => (
            <>
              <RequirementPlaces requirement={requirement} personId={candidacy.personId} />
              <SettlementOf
                scene={scene}
                candidacy={candidacy}
                requirement={requirement}
                onSettle={() => setSettled(requirement)}
              />
            </>
          )}
        />
      )}
      {settled === null ? null : (
        <SettlementDialog
          scene={scene}
          candidacy={candidacy}
          requirement={settled}
          onClose={() => setSettled(null)}
        />
      )}
    </Card>
  );
}

interface SettlementOfProps extends CandidateProps {
  readonly requirement: Requirement;
  readonly onSettle: () => void;
}

function SettlementOf({ scene, candidacy, requirement, onSettle }: SettlementOfProps) {
  const say = useMessages(candidateMessages);
  const edit = useCandidacyEdit(candidacy);
  const canSettle = isAllowed("settleRequirement", scene.round.state);
  const settlement = candidacy.settlements.find(
    ({ requirementId }) => requirementId === requirement.id,
  );
  if (settlement === undefined) {
    if (!canSettle || requirement.status !== "unknown") return null;
    return (
      <Button size="small" className="round-settle no-print" onClick={onSettle}>
        {say("settle")}
      </Button>
    );
  }
  const remove = () =>
    edit(labelEdit("history.settlementRemoved", { name: nameOf(scene, candidacy) }), () => ({
      settlements: candidacy.settlements.filter((one) => one !== settlement),
    }));
  return (
    <div className="round-settlement">
      <SettlementText settlement={settlement} />
      {requirement.status === "unknown" ? null : <p>{say("settle.noLonger")}</p>}
      {canSettle ? (
        <Button size="small" className="no-print" onClick={() => void remove()}>
          {say("settle.remove")}
        </Button>
      ) : null}
    </div>
  );
}

function SettlementText({ settlement }: { readonly settlement: Settlement }) {
  const say = useMessages(candidateMessages);
  const { isMet, text, evidence, by, at } = settlement;
  return (
    <>
      <StatusTag
        state={isMet ? "good" : "bad"}
        label={isMet ? say("settle.met") : say("settle.unmet")}
      />
      <p>{say("settle.because", { text, evidence })}</p>
      <p className="round-muted">{say("signed", { by, at: formatBeijing(at) })}</p>
    </>
  );
}
