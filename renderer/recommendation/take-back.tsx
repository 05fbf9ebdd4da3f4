import { Button } from "antd";
import { useState } from "react";
import { labelStep } from "../../shared/recommendation/states.ts";
import { sayMatter } from "../../shared/recommendation/sentences.ts";
import {
  findTakeBackMatters,
  needsReasonToTakeBack,
  standingSteps,
  takeBack,
} from "../../shared/recommendation/take-step.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { useToday } from "../widgets/today.ts";
import { roundMessages } from "./messages.ts";
import { NoteDialog } from "./next-steps.tsx";
import type { RoundScene } from "../widgets/round-scene.ts";
import { useSignedCommit } from "./signed.ts";

/** 撤回上一步, as long as the law allows; with a reason where something has begun. */
export function TakeBack({ scene: { round, records } }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const commit = useSignedCommit();
  const today = useToday();
  const [isAsking, setIsAsking] = useState(false);
  const last = standingSteps(round).at(-1);
  if (last === undefined) return null;
  const matters = findTakeBackMatters(round);
  const nameOf = (personId: string) => records.people.get(personId)?.name ?? personId;
  const take = async (note: string | null) =>
    commit((signed, { rounds }) => {
      const taken = takeBack(rounds.get(round.id) ?? round, today, { ...signed, note });
      return {
        label: labelEdit("history.roundStepTakenBack", {
          year: round.year,
          step: labelStep(last.step),
        }),
        putRounds: taken.ok ? [taken.round] : [],
      };
    });
  const press = () => (needsReasonToTakeBack(round, today) ? setIsAsking(true) : void take(null));
  return (
    <Card title={say("takeBack")} help={say("takeBack.help")}>
      <p>{say("takeBack.last", { step: labelStep(last.step) })}</p>
      {matters.length > 0 ? (
        <ul>
          {matters.map((matter) => (
            <li key={matter.code}>{sayMatter(matter, nameOf)}</li>
          ))}
        </ul>
      ) : (
        <Button onClick={press}>{say("takeBack.press", { step: labelStep(last.step) })}</Button>
      )}
      {isAsking ? (
        <NoteDialog
          title={labelStep("takeBack")}
          draftKey={`round:step:${round.id}:takeBack`}
          onClose={() => setIsAsking(false)}
          onNote={take}
        />
      ) : null}
    </Card>
  );
}
