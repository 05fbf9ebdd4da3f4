import { useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { settingsMessages } from "./messages.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import { SecretField } from "./secret-field.tsx";
import { isPassphraseLongEnough } from "./settings-forms.ts";
import { useSending } from "./use-sending.ts";

/** Asks for the present passphrase and twice for the new one. */
export function PassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useMessages(settingsMessages);
  const notice = useNotice();
  const { isSending, fault, send } = useSending("keys.changePassphrase");
  const [now, setNow] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const isShort = !isPassphraseLongEnough(next);
  const change = async () => {
    const input = { credential: now, isRecoveryCode: false, passphrase: next };
    if ((await send(input)) === null) return;
    notice.done(say("passphrase.changed"));
    onClose();
  };
  return (
    <SecretDialog
      title={say("passphrase.title")}
      okLabel={say("save")}
      canSend={now !== "" && !isShort && next === again}
      isSending={isSending}
      fault={fault}
      onSend={() => void change()}
      onClose={onClose}
    >
      <SecretField label={say("passphrase.now")} value={now} onChange={setNow} />
      <SecretField
        label={say("passphrase.new")}
        hint={say("passphrase.hint")}
        error={next !== "" && isShort ? say("passphrase.short") : null}
        isNew
        value={next}
        onChange={setNext}
      />
      <SecretField
        label={say("passphrase.again")}
        error={again !== "" && again !== next ? say("passphrase.differs") : null}
        isNew
        value={again}
        onChange={setAgain}
      />
    </SecretDialog>
  );
}
