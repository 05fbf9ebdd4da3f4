import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { clearResult } from "../../shared/recommendation/record-result.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { ResultTag } from "./candidate-tags.tsx";
import { ResultDialog } from "./result-dialog.tsx";
import { resultMessages } from "./result-messages.ts";
import { nameOf } from "../widgets/round-scene.ts";

/** 评审结果: what the committee said, and the title that it put on file. */
export function ResultPart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(resultMessages);
  const commit = useCommit();
  const [isAsking, setIsAsking] = useState(false);
  const { result } = candidacy;
  const canRecord =
    isAllowed("recordResult", scene.round.state) && candidacy.outcome?.decision === "recommended";
  const person = scene.records.people.get(candidacy.personId);
  const clear = async () => {
    if (person === undefined) return;
    const cleared = clearResult(scene.round, person, candidacy);
    const label = labelEdit("history.resultCleared", { name: nameOf(scene, candidacy) });
    await commit({ label, putPeople: [cleared.person], putCandidacies: [cleared.candidacy] });
  };
  return (
    <Card id="part-result" title={say("result")} help={say("result.help")}>
      {result === null ? (
        <p>{canRecord ? say("result.none") : say("result.later")}</p>
      ) : (
        <>
          <ResultTag candidacy={candidacy} />
          <p>{say("result.on", { on: result.on })}</p>
          {result.titleId === null ? null : (
            <p>
              <Link to={`/people/${encodeURIComponent(candidacy.personId)}/titles`}>
                {say("result.title", {
                  name: person?.titles.find(({ id }) => id === result.titleId)?.name ?? "",
                })}
              </Link>
            </p>
          )}
          <p className="round-muted">
            {say("signed", { by: result.by, at: formatBeijing(result.at) })}
          </p>
        </>
      )}
      {canRecord ? (
        <div className="round-actions no-print">
          <Button onClick={() => setIsAsking(true)}>
            {result === null ? say("result.record") : say("result.change")}
          </Button>
          {result === null ? null : (
            <Button onClick={() => void clear()}>{say("result.clear")}</Button>
          )}
        </div>
      ) : null}
      {isAsking ? (
        <ResultDialog scene={scene} candidacy={candidacy} onClose={() => setIsAsking(false)} />
      ) : null}
    </Card>
  );
}
