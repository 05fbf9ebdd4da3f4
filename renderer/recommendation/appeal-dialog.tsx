import { Input } from "antd";
import { formatDay } from "../../shared/calendar/text.ts";
import { type Appeal, APPEAL_OUTCOME_LABELS } from "../../shared/recommendation/candidacy.ts";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useToday } from "../widgets/today.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { appealOfForm, formOfAppeal, withAppeal } from "./appeal-form.ts";
import { appealMessages } from "./appeal-messages.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { DialogForm } from "./dialog-form.tsx";
import { HandlingFields } from "./objection-dialog.tsx";
import { checkObjection, type ObjectionForm } from "./objection-form.ts";
import { nameOf } from "../widgets/round-scene.ts";

interface AppealDialogProps extends CandidateProps {
  /** Null for a new one. */
  readonly appeal: Appeal | null;
  readonly onClose: () => void;
}

/** One appeal: what the person asks, how it was handled, and what was decided. */
export function AppealDialog({ scene, candidacy, appeal, onClose }: AppealDialogProps) {
  const say = useMessages(appealMessages);
  const edit = useCandidacyEdit(candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft<ObjectionForm>(
    `round:appeal:${candidacy.id}:${appeal?.id ?? "new"}`,
    formOfAppeal(appeal, formatDay(useToday())),
  );
  const faults = checkObjection(form);
  const save = async () => {
    const id = appeal?.id ?? crypto.randomUUID();
    const label = labelEdit("history.appealSaved", { name: nameOf(scene, candidacy) });
    const isDone = await edit(label, (signed, { appeals = [] }) => ({
      appeals: withAppeal(appeals, appealOfForm(id, form, signed)),
    }));
    if (isDone) forget();
    return isDone;
  };
  const put = (part: Partial<ObjectionForm>) => setForm({ ...form, ...part });
  return (
    <DialogForm
      title={appeal === null ? say("appeal.add") : say("appeal.handle")}
      okText={say("appeal.save")}
      isReady={faults.length === 0}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say("appeal.receivedOn")} isRequired>
        {(control) => (
          <DateField
            {...control}
            value={form.receivedOn}
            onChange={(on) => put({ receivedOn: on ?? "" })}
          />
        )}
      </Field>
      <Field label={say("appeal.text")} hint={say("appeal.textHint")} isRequired>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={form.text}
            onChange={({ target }) => put({ text: target.value })}
          />
        )}
      </Field>
      <HandlingFields
        form={form}
        put={put}
        isLate={faults.includes("closedOn")}
        labels={APPEAL_OUTCOME_LABELS}
      />
    </DialogForm>
  );
}
