import { Button, Input } from "antd";
import { useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { Field } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { settingsMessages } from "./messages.ts";
import { PassphraseFirstDialog } from "./passphrase-first-dialog.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { useSending } from "./use-sending.ts";

/** Makes a new recovery code, shows it once, and has it typed back (promise 14). */
export function RecoveryCodeDialog({ onClose }: { readonly onClose: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  return code === null ? (
    <MakeCode onMade={setCode} onClose={onClose} />
  ) : (
    <RehearseCode code={code} onClose={onClose} />
  );
}

interface MakeCodeProps {
  readonly onMade: (code: string) => void;
  readonly onClose: () => void;
}

function MakeCode({ onMade, onClose }: MakeCodeProps) {
  const say = useMessages(settingsMessages);
  const { isSending, fault, send } = useSending("keys.renewRecoveryCode");
  const make = async (passphrase: string) => {
    const made = await send({ passphrase });
    if (made !== null) onMade(made.recoveryCode);
  };
  return (
    <PassphraseFirstDialog
      title={say("code.title")}
      okLabel={say("code.make")}
      text={say("code.text")}
      isSending={isSending}
      fault={fault}
      onSend={(passphrase) => void make(passphrase)}
      onClose={onClose}
    />
  );
}

interface RehearseCodeProps {
  readonly code: string;
  readonly onClose: () => void;
}

function RehearseCode({ code, onClose }: RehearseCodeProps) {
  const say = useMessages(settingsMessages);
  const notice = useNotice();
  const { isSending, fault, send } = useSending("keys.rehearse");
  const [typed, setTyped] = useState("");
  const rehearse = async () => {
    if ((await send({ recoveryCode: typed })) === null) return;
    notice.done(say("code.rehearsed"));
    onClose();
  };
  return (
    <SecretDialog
      title={say("code.shown")}
      okLabel={say("code.done")}
      cancelLabel={say("code.later")}
      canSend={typed.trim() !== ""}
      isSending={isSending}
      fault={fault}
      onSend={() => void rehearse()}
      onClose={onClose}
    >
      <div className="settings-code">
        <h2>{say("code.printed")}</h2>
        <code>{code}</code>
        <p>{say("code.printedNote")}</p>
      </div>
      <div className="settings-actions no-print">
        <Button onClick={() => window.print()}>{say("code.print")}</Button>
      </div>
      <Field label={say("code.rehearse")} hint={say("code.rehearseHint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2 }}
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
    </SecretDialog>
  );
}
