import { Link } from "react-router";
import { missingFor } from "../../shared/recommendation/missing-for.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import {
  isAllowed,
  labelStep,
  ROUND_STATE_LABELS,
  STEPS,
  stepsFrom,
} from "../../shared/recommendation/states.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { useRoundScene } from "../widgets/round-scene.ts";
import { currentRound } from "../widgets/rounds.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { workbenchMessages } from "./messages.ts";

interface RoundCardProps {
  readonly records: Records;
  readonly unit: Unit;
}

/** 推荐申报: how far this year's round is, and its next step. */
export function RoundCard({ records, unit }: RoundCardProps) {
  const say = useMessages(workbenchMessages);
  const round = currentRound(records);
  return (
    <Card className="wb-card" title={say("round.title")} help={say("round.help")}>
      {round === null ? (
        <>
          <p className="wb-text">{say("round.none")}</p>
          <Link className="wb-more" to="/round">
            {say("round.open")}
          </Link>
        </>
      ) : (
        <RoundLine records={records} unit={unit} round={round} />
      )}
    </Card>
  );
}

function RoundLine({ records, unit, round }: RoundCardProps & { readonly round: Round }) {
  const say = useMessages(workbenchMessages);
  const scene = useRoundScene(records, unit, round);
  const step = stepsFrom(round.state).find((one) => one !== "abandon");
  const isKnown = scene.answers !== null && scene.pending === 0;
  const missing =
    step === undefined || !isKnown || STEPS[step].taker === "bureau"
      ? null
      : missingFor(step, scene.context).length;
  return (
    <>
      <p className="wb-text">
        {say("round.state", { year: round.year, state: ROUND_STATE_LABELS[round.state] })}
      </p>
      {step === undefined ? null : STEPS[step].taker === "bureau" ? (
        <p className="wb-text">
          <Link to="/submissions">
            {isAllowed("buildPackage", round.state) ? say("round.send") : say("round.wait")}
          </Link>
        </p>
      ) : (
        <p className="wb-text">
          {say("round.next", { step: labelStep(step) })}{" "}
          {missing === null ? null : (
            <StatusTag
              state={missing === 0 ? "good" : "warn"}
              label={missing === 0 ? say("round.ready") : say("round.missing", { count: missing })}
            />
          )}
        </p>
      )}
      <Link className="wb-more" to={`/round/${round.year}`}>
        {say("round.go")}
      </Link>
    </>
  );
}
