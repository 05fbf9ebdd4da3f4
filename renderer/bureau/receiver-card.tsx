import { Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import {
  ALL_NETWORKS,
  type ReceiverArrival,
  type ReceiverState,
  USUAL_RECEIVER_PORT,
} from "../../shared/bridge/receiver-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Choice } from "../widgets/choice.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { Field, Form } from "../widgets/form.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { packageLink } from "./links.ts";
import { readPort } from "./read-port.ts";
import { receiverMessages } from "./receiver-messages.ts";
import { useReceiver } from "./use-receiver.ts";

/** 网络收件: whether packages can come by themselves, where, and the way to start and stop that. */
export function ReceiverCard({ onReceived }: { readonly onReceived: () => Promise<void> }) {
  const say = useMessages(receiverMessages);
  const { state, fault, isBusy, refresh, start, stop } = useReceiver(onReceived);
  return (
    <Card title={say("title")} help={say("help")} id="receiver">
      {fault === null ? null : (
        <Failure title={say("unread")} message={fault} onRetry={() => void refresh()} />
      )}
      {state === null && fault === null ? <Loading /> : null}
      {state === null ? null : <Standing state={state} />}
      {state?.isRunning === true ? <Running state={state} isBusy={isBusy} onStop={stop} /> : null}
      {state?.isRunning === false ? (
        <StartForm state={state} isBusy={isBusy} onStart={start} />
      ) : null}
    </Card>
  );
}

function Standing({ state }: { readonly state: ReceiverState }) {
  const say = useMessages(receiverMessages);
  return (
    <>
      <p role="status">
        {state.isRunning ? (
          <StatusTag state="good" label={say("running")} />
        ) : (
          <StatusTag state="plain" label={say("stopped")} />
        )}
      </p>
      {state.fault === null ? null : (
        <div className="bureau-warning" role="alert">
          <p>{state.fault.message}</p>
        </div>
      )}
    </>
  );
}

interface RunningProps {
  readonly state: ReceiverState;
  readonly isBusy: boolean;
  readonly onStop: () => Promise<void>;
}

function Running({ state, isBusy, onStop }: RunningProps) {
  const say = useMessages(receiverMessages);
  const confirm = useConfirm();
  const { addresses, connections, transfers, packages } = state;
  const ask = async () => {
    const question = { title: say("stopTitle"), text: say("stopText"), okLabel: say("stop") };
    if (await confirm(question)) await onStop();
  };
  return (
    <>
      <p className="bureau-label">{say("addressHint")}</p>
      <ul className="bureau-list" aria-label={say("address")}>
        {addresses.map((address) => (
          <li key={address}>
            <code>{address}</code>
          </li>
        ))}
      </ul>
      <p className="bureau-muted">{say("traffic", { connections, transfers })}</p>
      {packages.length === 0 ? null : (
        <ul className="bureau-list" aria-label={say("latest")}>
          {packages.map((one) => (
            <li key={`${one.at} ${one.packageId}`}>
              <Arrival one={one} />
            </li>
          ))}
        </ul>
      )}
      <div className="bureau-actions no-print">
        <Button loading={isBusy} onClick={() => void ask()}>
          {say("stop")}
        </Button>
        <Link to="/units">{say("toCard")}</Link>
      </div>
    </>
  );
}

function Arrival({ one }: { readonly one: ReceiverArrival }) {
  const say = useMessages(receiverMessages);
  const { kind, at, unitName, unitId, year, revision, message, code, packageId } = one;
  const unit = unitName ?? unitId;
  const time = <span className="bureau-muted">{formatBeijing(at)}</span>;
  if (kind === "refused") {
    const label = say("refused", { message: message ?? code ?? "" });
    return (
      <>
        <StatusTag state="bad" label={label} /> {time}
      </>
    );
  }
  const label =
    kind === "received"
      ? say("received", { unit, year: year ?? "", revision: revision ?? "" })
      : say("repeated", { unit });
  return (
    <>
      <Link to={packageLink(packageId)}>{label}</Link> {time}
    </>
  );
}

interface StartFormProps {
  readonly state: ReceiverState;
  readonly isBusy: boolean;
  readonly onStart: (host: string, port: number) => Promise<void>;
}

function StartForm({ state, isBusy, onStart }: StartFormProps) {
  const say = useMessages(receiverMessages);
  const [host, setHost] = useState(state.host ?? ALL_NETWORKS);
  const [typed, setTyped] = useState(String(state.port ?? USUAL_RECEIVER_PORT));
  const port = readPort(typed);
  const hosts = new Set([ALL_NETWORKS, ...state.machineAddresses, host]);
  return (
    <Form
      label={say("title")}
      onSubmit={() => {
        if (port !== null) void onStart(host, port);
      }}
    >
      <Field label={say("host")}>
        {(control) => (
          <Choice
            {...control}
            value={host}
            options={[...hosts].map((one) => ({
              value: one,
              label: one === ALL_NETWORKS ? say("allNetworks") : one,
            }))}
            onChange={setHost}
          />
        )}
      </Field>
      <Field
        label={say("port")}
        hint={say("portHint")}
        error={port === null ? say("portWrong") : null}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            maxLength={5}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <div className="bureau-actions">
        <Button type="primary" htmlType="submit" disabled={port === null} loading={isBusy}>
          {say("start")}
        </Button>
      </div>
    </Form>
  );
}
