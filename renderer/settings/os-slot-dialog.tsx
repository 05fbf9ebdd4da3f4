import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { settingsMessages } from "./messages.ts";
import { PassphraseFirstDialog } from "./passphrase-first-dialog.tsx";
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
  const change = async (passphrase: string) => {
    if ((await send({ isOn: !isOn, passphrase })) === null) return;
    notice.done(say("os.done"));
    onClose();
  };
  return (
    <PassphraseFirstDialog
      title={say("os.title")}
      okLabel={isOn ? say("keys.osTurnOff") : say("keys.osTurnOn")}
      text={say("os.text")}
      isSending={isSending}
      fault={fault}
      onSend={(passphrase) => void change(passphrase)}
      onClose={onClose}
    />
  );
}
