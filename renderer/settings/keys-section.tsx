import { Button } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { KeysState } from "../../shared/bridge/keys-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { settingsMessages } from "./messages.ts";
import { OsSlotDialog } from "./os-slot-dialog.tsx";
import { PassphraseDialog } from "./passphrase-dialog.tsx";
import { RecoveryCodeDialog } from "./recovery-code-dialog.tsx";

type Dialog = "passphrase" | "code" | "os";

/** The keys of the data: their state, and ways to change passphrase, recovery code and system store. */
export function KeysSection() {
  const say = useMessages(settingsMessages);
  const bridge = useBridge();
  const [keys, setKeys] = useState<KeysState | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const read = useCallback(async () => {
    const answer = await bridge.call("keys.state", {});
    setFault(answer.ok ? null : answer.error.message);
    if (answer.ok) setKeys(answer.output);
  }, [bridge]);
  useEffect(() => {
    void read();
  }, [read]);
  const close = () => {
    setDialog(null);
    void read();
  };
  return (
    <Card title={say("keys.title")} id="keys">
      {fault === null ? null : (
        <Failure title={say("keys.unread")} message={fault} onRetry={() => void read()} />
      )}
      {keys === null && fault === null ? <Loading /> : null}
      {keys === null ? null : <KeysFacts keys={keys} onChangeOs={() => setDialog("os")} />}
      <div className="settings-actions">
        <Button onClick={() => setDialog("passphrase")}>{say("keys.changePassphrase")}</Button>
        <Button onClick={() => setDialog("code")}>{say("keys.renewCode")}</Button>
      </div>
      {dialog === "passphrase" ? <PassphraseDialog onClose={close} /> : null}
      {dialog === "code" ? <RecoveryCodeDialog onClose={close} /> : null}
      {dialog === "os" && keys !== null ? (
        <OsSlotDialog isOn={keys.hasOsSlot} onClose={close} />
      ) : null}
    </Card>
  );
}

interface KeysFactsProps {
  readonly keys: KeysState;
  readonly onChangeOs: () => void;
}

function KeysFacts({ keys, onChangeOs }: KeysFactsProps) {
  const say = useMessages(settingsMessages);
  const { fingerprint, createdAt, rehearsedAt, hasOsSlot, osStore } = keys;
  return (
    <dl className="settings-facts">
      <dt>{say("keys.fingerprint")}</dt>
      <dd>
        <code>{fingerprint ?? "—"}</code>
      </dd>
      <dt>{say("keys.createdAt")}</dt>
      <dd>{createdAt === null ? "—" : formatBeijing(createdAt)}</dd>
      <dt>{say("keys.rehearsedAt")}</dt>
      <dd>
        {rehearsedAt === null ? (
          <StatusTag state="bad" label={say("keys.never")} />
        ) : (
          formatBeijing(rehearsedAt)
        )}
      </dd>
      <dt>{say("keys.osSlot")}</dt>
      <dd>
        {osStore?.isReal === true || hasOsSlot ? (
          <span className="settings-line">
            {hasOsSlot ? say("keys.osOn") : say("keys.osOff")}
            <Button size="small" onClick={onChangeOs}>
              {hasOsSlot ? say("keys.osTurnOff") : say("keys.osTurnOn")}
            </Button>
          </span>
        ) : (
          say("keys.osNone")
        )}
      </dd>
    </dl>
  );
}
