import { formatDay } from "../../shared/calendar/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useToday } from "../widgets/today.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import { candidateMessages } from "./candidate-messages.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { DialogForm } from "./dialog-form.tsx";
import { nameOf } from "../widgets/round-scene.ts";

interface ConfirmationDialogProps extends CandidateProps {
  readonly onClose: () => void;
}

/** The day on which the person confirmed, and the signed sheet where it is scanned already. */
export function ConfirmationDialog({ scene, candidacy, onClose }: ConfirmationDialogProps) {
  const say = useMessages(candidateMessages);
  const edit = useCandidacyEdit(candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft(`round:confirm:${candidacy.id}`, {
    on: formatDay(useToday()),
    attachmentId: "",
  });
  const files = attachmentsOf(scene.records, candidacy.personId);
  const save = async () => {
    const label = labelEdit("history.candidateConfirmed", { name: nameOf(scene, candidacy) });
    const attachmentId = form.attachmentId === "" ? null : form.attachmentId;
    const isDone = await edit(label, (signed) => ({
      confirmation: { on: form.on, attachmentId, ...signed },
    }));
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("confirmation.note")}
      okText={say("save")}
      isReady={form.on !== ""}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <p>{say("confirmation.what")}</p>
      <Field label={say("confirmation.day")} isRequired>
        {(control) => (
          <DateField
            {...control}
            value={form.on}
            onChange={(on) => setForm({ ...form, on: on ?? "" })}
          />
        )}
      </Field>
      <Field label={say("confirmation.file")} hint={say("confirmation.fileHint")}>
        {({ id }) => (
          <select
            id={id}
            className="round-select"
            value={form.attachmentId}
            onChange={({ target }) => setForm({ ...form, attachmentId: target.value })}
          >
            <option value="">{say("confirmation.noFile")}</option>
            {files.map((file) => (
              <option key={file.id} value={file.id}>
                {file.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </DialogForm>
  );
}
