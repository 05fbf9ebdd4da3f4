import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { DaysCard } from "./days-card.tsx";
import { LogCard } from "./log-card.tsx";
import { roundMessages } from "./messages.ts";
import { NextSteps } from "./next-steps.tsx";
import { NumbersCard } from "./numbers-card.tsx";
import type { RoundScene } from "../widgets/round-scene.ts";
import { previousRound } from "../widgets/rounds.ts";
import { StepLine } from "./step-line.tsx";
import { TakeBack } from "./take-back.tsx";
import { Unfinished } from "./unfinished.tsx";

/** 概况: how far the round is, what the next step lacks, and who did what when. */
export function OverviewView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const { round, records } = scene;
  const previous = previousRound(records, round.year);
  return (
    <>
      <Card title={say("progress")} help={say("progress.help")}>
        <StepLine state={round.state} />
      </Card>
      <NextSteps scene={scene} />
      {previous === null ? null : <Unfinished records={records} round={previous} />}
      <NumbersCard scene={scene} />
      <DaysCard scene={scene} />
      <LogCard round={round} />
      <TakeBack scene={scene} />
    </>
  );
}
