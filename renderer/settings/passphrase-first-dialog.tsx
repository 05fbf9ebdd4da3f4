import { useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { settingsMessages } from "./messages.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import { SecretField } from "./secret-field.tsx";

interface PassphraseFirstDialogProps {
  readonly title: string;
  readonly okLabel: string;
  /** What will be done. */
  readonly text: string;
  readonly isSending: boolean;
  readonly fault: string | null;
  readonly onSend: (passphrase: string) => void;
  readonly onClose: () => void;
}

/** Asks for the passphrase before something is done to the keys. */
export function PassphraseFirstDialog({ text, onSend, ...dialog }: PassphraseFirstDialogProps) {
  const say = useMessages(settingsMessages);
  const [passphrase, setPassphrase] = useState("");
  return (
    <SecretDialog {...dialog} canSend={passphrase !== ""} onSend={() => onSend(passphrase)}>
      <p>{text}</p>
      <SecretField label={say("keys.passphrase")} value={passphrase} onChange={setPassphrase} />
    </SecretDialog>
  );
}
