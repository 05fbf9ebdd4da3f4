import { Button, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useToday } from "../widgets/today.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { roundAddress } from "../widgets/round-addresses.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import { candidateMessages } from "./candidate-messages.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { DialogForm } from "./dialog-form.tsx";
import { nameOf } from "../widgets/round-scene.ts";

/** 退出: the person steps back; before the check a mistaken entry can also be removed. */
export function WithdrawalPart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(candidateMessages);
  const edit = useCandidacyEdit(candidacy);
  const commit = useCommit();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { state, year } = scene.round;
  const { withdrawal } = candidacy;
  const name = nameOf(scene, candidacy);
  const canWithdraw = isAllowed("withdrawCandidate", state);
  const remove = async () => {
    const label = labelEdit("history.candidateRemoved", { name });
    const isRemoved = await commit({ label, removeCandidacies: [candidacy.id] });
    if (isRemoved) void navigate(roundAddress(year, "enrol"));
  };
  const restore = () =>
    edit(labelEdit("history.withdrawalTakenBack", { name }), () => ({ withdrawal: null }));
  return (
    <Card id="part-withdrawal" title={say("withdrawal")} help={say("withdrawal.help")}>
      {withdrawal === null ? (
        <p>{say("withdrawal.none")}</p>
      ) : (
        <>
          <StatusTag state="bad" label={say("withdrawal.on", { on: withdrawal.on })} />
          <p>{withdrawal.reason}</p>
          <p className="round-muted">
            {say("signed", { by: withdrawal.by, at: formatBeijing(withdrawal.at) })}
          </p>
        </>
      )}
      <div className="round-actions no-print">
        {canWithdraw && withdrawal === null ? (
          <Button onClick={() => setIsAsking(true)}>{say("withdrawal.note")}</Button>
        ) : null}
        {canWithdraw && withdrawal !== null ? (
          <Button onClick={() => void restore()}>{say("withdrawal.takeBack")}</Button>
        ) : null}
        {isAllowed("removeCandidate", state) ? (
          <Button onClick={() => void remove()}>{say("withdrawal.remove")}</Button>
        ) : null}
      </div>
      {isAsking ? (
        <WithdrawalDialog scene={scene} candidacy={candidacy} onClose={() => setIsAsking(false)} />
      ) : null}
    </Card>
  );
}

function WithdrawalDialog({
  scene,
  candidacy,
  onClose,
}: CandidateProps & { readonly onClose: () => void }) {
  const say = useMessages(candidateMessages);
  const edit = useCandidacyEdit(candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft(`round:withdraw:${candidacy.id}`, {
    on: formatDay(useToday()),
    reason: "",
  });
  const reason = cleanText(form.reason);
  const save = async () => {
    const label = labelEdit("history.candidateWithdrawn", { name: nameOf(scene, candidacy) });
    const isDone = await edit(label, (signed) => ({
      withdrawal: { on: form.on, reason, ...signed },
    }));
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("withdrawal.note")}
      okText={say("withdrawal.save")}
      isReady={form.on !== "" && reason !== ""}
      restored={{ isShown: isRestored, onDiscard: forget }}
      isDanger
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say("withdrawal.day")} isRequired>
        {(control) => (
          <DateField
            {...control}
            value={form.on}
            onChange={(on) => setForm({ ...form, on: on ?? "" })}
          />
        )}
      </Field>
      <Field label={say("withdrawal.reason")} isRequired>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={form.reason}
            onChange={({ target }) => setForm({ ...form, reason: target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
