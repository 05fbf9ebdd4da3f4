import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { roundAddress } from "../widgets/round-addresses.ts";
import { OutcomeTag } from "./candidate-tags.tsx";
import type { CandidateProps } from "./candidate-props.ts";
import { OutcomeDialog } from "./outcome-dialog.tsx";
import { reviewMessages } from "./review-messages.ts";

/** 推荐结果 of one candidate, with the way to change it where the law still allows it. */
export function OutcomePart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(reviewMessages);
  const [isAsking, setIsAsking] = useState(false);
  const { outcome } = candidacy;
  const { state, year } = scene.round;
  const canChange = isAllowed("changeOutcome", state) && outcome !== null;
  return (
    <Card id="part-outcome" title={say("outcome")} help={say("outcome.help")}>
      {outcome === null ? (
        <p>
          {say("outcome.none")} <Link to={roundAddress(year, "review")}>{say("toReview")}</Link>
        </p>
      ) : (
        <>
          <OutcomeTag candidacy={candidacy} />
          {outcome.reason === null ? null : <p>{outcome.reason}</p>}
          <p className="round-muted">
            {say("signed", { by: outcome.by, at: formatBeijing(outcome.at) })}
          </p>
        </>
      )}
      {canChange ? (
        <div className="round-actions no-print">
          <Button onClick={() => setIsAsking(true)}>{say("outcome.change")}</Button>
        </div>
      ) : null}
      {isAsking ? (
        <OutcomeDialog scene={scene} candidacy={candidacy} onClose={() => setIsAsking(false)} />
      ) : null}
    </Card>
  );
}
