import { Input, Modal } from "antd";
import { useId, useState } from "react";
import type { Person } from "../../shared/records/person.ts";
import { ATTACHMENT_KINDS, type AttachmentKind } from "../../shared/records/attachment-kind.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import type { AttachmentRecord } from "../store/types.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { ATTACHMENT_MESSAGES } from "../widgets/attachments/attachment-messages.ts";
import { KindSelect } from "../widgets/attachments/kind-select.tsx";

interface AttachmentEditorProps {
  readonly person: Person;
  readonly attachment: AttachmentRecord;
  readonly onClose: () => void;
}

/** Name and kind of an attachment; the file itself never changes. */
export function AttachmentEditor({ person, attachment, onClose }: AttachmentEditorProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const commit = useCommit();
  const formId = useId();
  const [name, setName] = useState(attachment.name);
  const [kind, setKind] = useState<AttachmentKind>(
    ATTACHMENT_KINDS.find((one) => one === attachment.kind) ?? "other",
  );
  const clean = cleanText(name);
  const save = async () => {
    if (clean === "") return;
    const isSame = clean === attachment.name && kind === attachment.kind;
    const label = labelEdit("history.attachmentChanged", { name: person.name, file: clean });
    const putAttachments = [{ ...attachment, name: clean, kind }];
    if (isSame || (await commit({ label, putAttachments }))) onClose();
  };
  return (
    <Modal
      open
      destroyOnHidden
      title={say("editTitle")}
      okText={say("save")}
      cancelText={say("cancel")}
      okButtonProps={{ disabled: clean === "" }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form id={formId} label={say("editTitle")} onSubmit={() => void save()}>
        <Field label={say("name")} isRequired error={clean === "" ? say("nameEmpty") : null}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={200}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label={say("fileKind")} isRequired>
          {({ id }) => <KindSelect id={id} value={kind} onChange={setKind} />}
        </Field>
      </Form>
    </Modal>
  );
}
