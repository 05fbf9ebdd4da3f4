import { Button, Input } from "antd";
import { useState } from "react";
import type { KeysState } from "../../../shared/bridge/keys-methods.ts";
import { useMessages } from "../../i18n/messages.ts";
import { Field, Form } from "../../widgets/form.tsx";
import { isPassphraseReady, NewPassphrase } from "../first-run/new-passphrase.tsx";
import { Gate } from "../gate.tsx";
import type { Session, StepFault } from "../session.ts";
import { lockMessages } from "./messages.ts";

interface UnlockProps {
  readonly session: Session;
  readonly keys: KeysState;
}

/** The lock: passphrase, recovery code, or the system's own store where it is a real one. */
export function Unlock({ session, keys }: UnlockProps) {
  const [isByCode, setIsByCode] = useState(false);
  return isByCode ? (
    <ByRecoveryCode session={session} onBack={() => setIsByCode(false)} />
  ) : (
    <ByPassphrase session={session} keys={keys} onUseCode={() => setIsByCode(true)} />
  );
}

/** Runs one step at a time and keeps why it did not work. */
function useStep() {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<StepFault>(null);
  const run = async (step: () => Promise<StepFault>) => {
    if (isBusy) return;
    setIsBusy(true);
    setFault(null);
    const refused = await step();
    setIsBusy(false);
    setFault(refused);
  };
  return { isBusy, fault, run, clear: () => setFault(null) };
}

interface ByPassphraseProps extends UnlockProps {
  readonly onUseCode: () => void;
}

function ByPassphrase({ session, keys, onUseCode }: ByPassphraseProps) {
  const say = useMessages(lockMessages);
  const [passphrase, setPassphrase] = useState("");
  const { isBusy, fault, run, clear } = useStep();
  const hasOs = keys.hasOsSlot && keys.osStore?.isReal === true;
  return (
    <Gate title={say("title")}>
      <p>{say("note")}</p>
      <Form
        label={say("unlock")}
        onSubmit={() => {
          if (passphrase !== "") void run(async () => session.unlock({ passphrase }));
        }}
      >
        <Field
          label={say("passphrase")}
          error={fault === null ? null : wordFault(fault, say("wrong"))}
        >
          {(control) => (
            <Input.Password
              {...control}
              // The only thing to do on this page.
              ref={(input) => {
                if (input !== null && passphrase === "") input.focus();
              }}
              autoComplete="current-password"
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.target.value);
                clear();
              }}
            />
          )}
        </Field>
        <div className="gate-actions">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {isBusy ? say("unlocking") : say("unlock")}
          </Button>
          {hasOs ? (
            <Button
              disabled={isBusy}
              onClick={() => void run(async () => session.unlock({ os: true }))}
            >
              {say("useOs")}
            </Button>
          ) : null}
          <Button type="link" disabled={isBusy} onClick={onUseCode}>
            {say("useCode")}
          </Button>
        </div>
      </Form>
    </Gate>
  );
}

/** The key store's sentence, or ours for the commonest one. */
function wordFault(fault: Exclude<StepFault, null>, wrong: string): string {
  return fault.code === "passphrase-wrong" ? wrong : fault.message;
}

interface ByRecoveryCodeProps {
  readonly session: Session;
  readonly onBack: () => void;
}

function ByRecoveryCode({ session, onBack }: ByRecoveryCodeProps) {
  const say = useMessages(lockMessages);
  const [code, setCode] = useState("");
  const [typed, setTyped] = useState({ first: "", second: "" });
  const [hasTried, setHasTried] = useState(false);
  const { isBusy, fault, run, clear } = useStep();
  const submit = () => {
    setHasTried(true);
    if (code.trim() === "" || !isPassphraseReady(typed)) return;
    void run(async () => session.replacePassphrase(code, typed.first));
  };
  return (
    <Gate title={say("codeTitle")}>
      <p>{say("codeNote")}</p>
      <Form label={say("codeTitle")} onSubmit={submit}>
        <Field label={say("code")} hint={say("codeHint")} error={fault?.message ?? null} isRequired>
          {({ status, ...control }) => (
            <Input.TextArea
              {...control}
              {...(status === undefined ? {} : { status })}
              rows={4}
              autoComplete="off"
              spellCheck={false}
              value={code}
              onChange={(event) => {
                setCode(event.target.value);
                clear();
              }}
            />
          )}
        </Field>
        <NewPassphrase
          typed={typed}
          onChange={setTyped}
          hasTried={hasTried}
          label={say("newPassphrase")}
        />
        <div className="gate-actions">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {say("codeOpen")}
          </Button>
          <Button onClick={onBack} disabled={isBusy}>
            {say("usePassphrase")}
          </Button>
        </div>
      </Form>
    </Gate>
  );
}
