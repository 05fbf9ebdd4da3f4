import { Button } from "antd";
import { useState } from "react";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { DialogForm } from "./dialog-form.tsx";
import { roundMessages } from "./messages.ts";
import { checkOpening, cycleOfForm, packOfForm } from "./opening.ts";
import { OpeningFields } from "./opening-fields.tsx";
import type { RoundScene } from "../widgets/round-scene.ts";
import { usePacks } from "../widgets/pack.ts";

/** The days and the pack that the round goes by; they change during preparation only. */
export function DaysCard({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const [isAsking, setIsAsking] = useState(false);
  const { round, pack } = scene;
  return (
    <Card title={say("days")} help={say("days.help")}>
      <dl className="round-facts">
        <dt>{say("opening.applyOn")}</dt>
        <dd>{round.applyOn}</dd>
        <dt>{say("opening.cutOff")}</dt>
        <dd>{round.cutOff}</dd>
        <dt>{say("opening.pack")}</dt>
        <dd>{pack.title}</dd>
      </dl>
      {isAllowed("editCycle", round.state) ? (
        <div className="round-actions no-print">
          <Button onClick={() => setIsAsking(true)}>{say("days.change")}</Button>
        </div>
      ) : null}
      {isAsking ? <DaysDialog scene={scene} onClose={() => setIsAsking(false)} /> : null}
    </Card>
  );
}

function DaysDialog({
  scene: { round, records },
  onClose,
}: {
  readonly scene: RoundScene;
  readonly onClose: () => void;
}) {
  const say = useMessages(roundMessages);
  const commit = useCommit();
  const packs = usePacks();
  const [form, setForm, forget, isRestored] = useFormDraft(`round:days:${round.id}`, {
    year: String(round.year),
    applyOn: round.applyOn,
    cutOff: round.cutOff,
  });
  const faults = checkOpening(form, records, packs, round.year);
  const pack = packOfForm(form, packs);
  const save = async () => {
    if (pack === null) return false;
    const cycle = cycleOfForm(form);
    const isDone = await commit({
      label: labelEdit("history.roundDaysChanged", { year: round.year }),
      putRounds: [{ ...round, applyOn: cycle.applyOn, cutOff: cycle.cutOff, packId: pack.id }],
      settings: { ...records.settings, cycle },
    });
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("days.change")}
      okText={say("save")}
      isReady={faults.length === 0 && pack !== null}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <OpeningFields form={form} faults={faults} onChange={setForm} hasYear={false} />
    </DialogForm>
  );
}
