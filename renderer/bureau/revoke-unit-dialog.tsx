import { Input, Modal } from "antd";
import { useId, useMemo, useState } from "react";
import type { UnitProfile } from "../../shared/submission/profiles.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Field, Form } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { unitsMessages } from "./units-messages.ts";

interface RevokeUnitDialogProps {
  readonly unit: UnitProfile;
  readonly onClose: () => void;
  readonly onRevoked: () => Promise<void>;
}

/** Stops a unit's key with the reason noted. It cannot be taken back: a new key takes its place. */
export function RevokeUnitDialog({ unit, onClose, onRevoked }: RevokeUnitDialogProps) {
  const say = useMessages(unitsMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const id = useId();
  const [reason, setReason] = useState("");
  const cleaned = cleanText(reason);
  const button = useMemo(() => ({ danger: true, disabled: cleaned === "" }), [cleaned]);
  const { name } = unit;
  const revoke = async () => {
    if (cleaned === "") return;
    const answer = await bridge.call("registry.revoke", { unitId: unit.id, reason: cleaned });
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
