import { Input, Modal } from "antd";
import { useState } from "react";
import {
  POST_GROUP_LABELS,
  POST_GROUPS,
  type PostGroup,
  type Unit,
} from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { postsMessages } from "./messages.ts";
import { type ApprovedTexts, isApprovedText, readApproved } from "./post-lines.ts";

const FORM_ID = "approved-posts";

interface ApprovedFormProps {
  readonly unit: Unit;
  readonly onClose: () => void;
}

/** The approved posts of each group, as the bureau has approved them. */
export function ApprovedForm({ unit, onClose }: ApprovedFormProps) {
  const say = useMessages(postsMessages);
  const commit = useCommit();
  const [texts, setTexts, dropDraft, isRestored] = useFormDraft("posts.approved", textsOf(unit));
  const [isSaving, setIsSaving] = useState(false);
  const posts = readApproved(texts);
  const save = async () => {
    if (posts === null || isSaving) return;
    setIsSaving(true);
    const isDone = await commit({
      label: labelEdit("history.postsChanged"),
      unit: { ...unit, posts },
    });
    setIsSaving(false);
    if (isDone) close();
  };
  const close = () => {
    dropDraft();
    onClose();
  };
  return (
    <Modal
      open
      title={say("formTitle")}
      okText={say("save")}
      cancelText={say("cancel")}
      okButtonProps={{
        htmlType: "submit",
        form: FORM_ID,
        disabled: posts === null,
        loading: isSaving,
      }}
      onCancel={close}
    >
      <p className="posts-hint">{say("formHint")}</p>
      <Form id={FORM_ID} label={say("formTitle")} onSubmit={() => void save()}>
        <Restored isShown={isRestored} onDiscard={dropDraft} />
        {POST_GROUPS.map((group) => (
          <Field
            key={group}
            label={POST_GROUP_LABELS[group]}
            error={isApprovedText(texts[group]) ? null : say("formWrong")}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                maxLength={6}
                className="posts-input"
                value={texts[group]}
                onChange={({ target }) => setTexts({ ...texts, [group]: target.value })}
              />
            )}
          </Field>
        ))}
      </Form>
    </Modal>
  );
}

function textsOf({ posts }: Unit): ApprovedTexts {
  const textOf = (group: PostGroup) => String(posts?.[group] ?? "");
  return {
    junior: textOf("junior"),
    intermediate: textOf("intermediate"),
    associateSenior: textOf("associateSenior"),
    senior: textOf("senior"),
  };
}
