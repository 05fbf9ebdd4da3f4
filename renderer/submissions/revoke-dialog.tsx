import { Input, Modal } from "antd";
import { useId, useMemo, useState } from "react";
import { cleanText } from "../../shared/workbook/text.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Field, Form } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { bureauMessages } from "./bureau-messages.ts";

interface RevokeDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onRevoked: () => Promise<void>;
}

/** Stops the bureau's key, as the bureau asked by telephone. It cannot be taken back: a new card takes its place. */
export function RevokeDialog({ name, onClose, onRevoked }: RevokeDialogProps) {
  const say = useMessages(bureauMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const id = useId();
  const [reason, setReason] = useState("");
  const cleaned = cleanText(reason);
  const button = useMemo(() => ({ danger: true, disabled: cleaned === "" }), [cleaned]);
  const revoke = async () => {
    if (cleaned === "") return;
    const answer = await bridge.call("trust.revokeBureau", { reason: cleaned });
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    notice.done(say("revoke.done", { name }));
    onClose();
    await onRevoked();
  };
  return (
    <Modal
      open
      destroyOnHidden
      title={say("revoke.title", { name })}
      okText={say("revoke.ok")}
      cancelText={say("cancel")}
      okButtonProps={button}
      onOk={() => void revoke()}
      onCancel={onClose}
    >
      <Form id={id} label={say("revoke.title", { name })} onSubmit={() => void revoke()}>
        <p>{say("revoke.text")}</p>
        <Field label={say("revoke.reason")} isRequired>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      </Form>
    </Modal>
  );
}
