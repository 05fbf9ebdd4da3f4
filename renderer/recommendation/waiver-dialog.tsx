import { Input } from "antd";
import {
  ATTACHMENT_KIND_LABELS,
  type AttachmentKind,
} from "../../shared/records/attachment-kind.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { DialogForm } from "./dialog-form.tsx";
import { materialMessages } from "./material-messages.ts";
import { nameOf } from "../widgets/round-scene.ts";

interface WaiverDialogProps extends CandidateProps {
  readonly kind: AttachmentKind;
  readonly onClose: () => void;
}

/** A paper that is not asked of somebody, and why. */
export function WaiverDialog({ scene, candidacy, kind, onClose }: WaiverDialogProps) {
  const say = useMessages(materialMessages);
  const edit = useCandidacyEdit(candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft(`round:waive:${candidacy.id}:${kind}`, {
    reason: "",
  });
  const reason = cleanText(form.reason);
  const label = ATTACHMENT_KIND_LABELS[kind];
  const save = async () => {
    const name = nameOf(scene, candidacy);
    const isDone = await edit(
      labelEdit("history.waiverSet", { name, kind: label }),
      (signed, { waivers }) => ({
        waivers: [...waivers, { kind, reason, ...signed }],
      }),
    );
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("waiveOf", { kind: label })}
      okText={say("waive")}
      isReady={reason !== ""}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say("waive.reason")} isRequired hint={say("waive.hint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={form.reason}
            onChange={({ target }) => setForm({ reason: target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
