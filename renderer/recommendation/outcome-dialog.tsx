import { Input } from "antd";
import {
  OUTCOME_DECISION_LABELS,
  OUTCOME_DECISIONS,
  type OutcomeDecision,
} from "../../shared/recommendation/candidacy.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { DialogForm } from "./dialog-form.tsx";
import { reviewMessages } from "./review-messages.ts";
import { nameOf } from "../widgets/round-scene.ts";

interface OutcomeDialogProps extends CandidateProps {
  readonly onClose: () => void;
}

interface OutcomeForm {
  readonly decision: OutcomeDecision;
  readonly reason: string;
}

/** Another outcome after an objection or the bureau's answer; a reason is always asked. */
export function OutcomeDialog({ scene, candidacy, onClose }: OutcomeDialogProps) {
  const say = useMessages(reviewMessages);
  const edit = useCandidacyEdit(candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft<OutcomeForm>(
    `round:outcome:${candidacy.id}`,
    { decision: candidacy.outcome?.decision ?? "waiting", reason: "" },
  );
  const reason = cleanText(form.reason);
  const save = async () => {
    const label = labelEdit("history.outcomeChanged", { name: nameOf(scene, candidacy) });
    const isDone = await edit(label, (signed) => ({
      outcome: { decision: form.decision, reason, ...signed },
    }));
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("outcome.change")}
      okText={say("outcome.save")}
      isReady={reason !== ""}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say("outcome")} isRequired>
        {({ id }) => (
          <select
            id={id}
            className="round-select"
            value={form.decision}
            onChange={({ target }) =>
              setForm({
                ...form,
                decision: OUTCOME_DECISIONS.find((one) => one === target.value) ?? form.decision,
              })
            }
          >
            {OUTCOME_DECISIONS.map((one) => (
              <option key={one} value={one}>
                {OUTCOME_DECISION_LABELS[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say("outcome.reason")} isRequired hint={say("outcome.reasonHint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={form.reason}
            onChange={({ target }) => setForm({ ...form, reason: target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
