import { Input } from "antd";
import { useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { Field } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { settingsMessages } from "./messages.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import { useSending } from "./use-sending.ts";

interface OsSlotDialogProps {
  readonly isOn: boolean;
  readonly onClose: () => void;
}

/** Turns unlocking by the system's key store on or off, after the passphrase. */
export function OsSlotDialog({ isOn, onClose }: OsSlotDialogProps) {
  const say = useMessages(settingsMessages);
  const notice = useNotice();
  const { isSending, fault, send } = useSending("keys.setOsSlot");
  const [passphrase, setPassphrase] = useState("");
  const change = async () => {
    if ((await send({ isOn: !isOn, passphrase })) === null) return;
    notice.done(say("os.done"));
    onClose();
  };
  return (
    <SecretDialog
      title={say("os.title")}
      okLabel={isOn ? say("keys.osTurnOff") : say("keys.osTurnOn")}
      canSend={passphrase !== ""}
      isSending={isSending}
      fault={fault}
      onSend={() => void change()}
      onClose={onClose}
    >
      <p>{say("os.text")}</p>
      <Field label={say("os.passphrase")}>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="current-password"
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
        )}
      </Field>
    </SecretDialog>
  );
}
