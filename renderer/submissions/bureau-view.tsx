import { Button } from "antd";
import { useCallback, useEffect, useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import type { TrustedBureauFacts } from "../../shared/bridge/trust-methods.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { unitProfileOf } from "../../shared/submission/profiles.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { sayBytes } from "../widgets/dropped-file.ts";
import { safeFileName } from "../widgets/file-name.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { Failure, Loading } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { CardReader } from "./card-reader.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { bureauMessages } from "./bureau-messages.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";

type TrustState = OutputOf<"trust.state">;

/** 对接县级人社局: our key to the bureau, the bureau's card to us, each compared on the telephone. */
export function BureauView({ unit }: { readonly unit: Unit }) {
  const say = useMessages(bureauMessages);
  const bridge = useBridge();
  const [state, setState] = useState<TrustState | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const read = useCallback(async () => {
    const answer = await bridge.call("trust.state", {});
    setFault(answer.ok ? null : answer.error.message);
    if (answer.ok) setState(answer.output);
  }, [bridge]);
  useEffect(() => {
    void read();
  }, [read]);
  if (fault !== null) {
    return <Failure title={say("bureau.unread")} message={fault} onRetry={() => void read()} />;
  }
  if (state === null) return <Loading />;
  return (
    <div className="submissions-stack">
      <RequestCard unit={unit} fingerprint={state.fingerprint} />
      <CardReader state={state} onTaken={read} />
      {state.bureau === null ? null : <TrustedCard bureau={state.bureau} onChange={read} />}
    </div>
  );
}

interface RequestCardProps {
  readonly unit: Unit;
  readonly fingerprint: string;
}

/** 登记申请: the file that asks the bureau to know this unit's key, and what to read out. */
function RequestCard({ unit, fingerprint }: RequestCardProps) {
  const say = useMessages(bureauMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const make = async () => {
    const answer = await bridge.call("trust.request", { unit: unitProfileOf(unit) });
    if (!answer.ok) notice.failed(answer.error.message);
    else if (answer.bytes !== null) {
      await save(safeFileName(say("request.file", { name: unit.name }), ".jce"), answer.bytes);
    }
  };
  return (
    <Card title={say("request.title")} help={say("request.help")} id="request">
      <ol className="submissions-steps">
        <li>{say("request.step1")}</li>
        <li>{say("request.step2")}</li>
        <li>{say("request.step3")}</li>
      </ol>
      <p className="submissions-label">{say("request.own")}</p>
      <Fingerprint value={fingerprint} />
      <div className="submissions-actions no-print">
        <Button type="primary" onClick={() => void make()}>
          {say("request.make")}
        </Button>
      </div>
    </Card>
  );
}

interface TrustedCardProps {
  readonly bureau: TrustedBureauFacts;
  readonly onChange: () => Promise<void>;
}

/** The card in force. */
function TrustedCard({ bureau, onChange }: TrustedCardProps) {
  const say = useMessages(bureauMessages);
  const [isRevoking, setIsRevoking] = useState(false);
  const { name, fingerprint, trustedAt, revokedAt, issuedAt, addresses, asks } = bureau;
  return (
    <Card title={say("trusted.title")} id="trusted">
      {revokedAt === null ? (
        <StatusTag state="good" label={say("trusted.inForce")} />
      ) : (
        <StatusTag state="bad" label={say("trusted.revoked", { at: formatBeijing(revokedAt) })} />
      )}
      <dl className="submissions-facts">
        <dt>{say("trusted.name")}</dt>
        <dd>{name}</dd>
        <dt>{say("fingerprint")}</dt>
        <dd>
          <Fingerprint value={fingerprint} />
        </dd>
        <dt>{say("trusted.since")}</dt>
        <dd>{formatBeijing(trustedAt)}</dd>
        <dt>{say("trusted.issued")}</dt>
        <dd>{formatBeijing(issuedAt)}</dd>
        <dt>{say("trusted.addresses")}</dt>
        <dd>{addresses.length === 0 ? say("trusted.noAddress") : addresses.join("、")}</dd>
        <dt>{say("trusted.limits")}</dt>
        <dd>
          {say("trusted.limitsOf", {
            attachment: sayBytes(asks.largestAttachment),
            package: sayBytes(asks.largestPackage),
          })}
        </dd>
        <dt>{say("trusted.signature")}</dt>
        <dd>{asks.sm2 ? say("trusted.sm2") : say("trusted.noSm2")}</dd>
      </dl>
      {revokedAt === null ? (
        <div className="submissions-actions no-print">
          <Button danger onClick={() => setIsRevoking(true)}>
            {say("revoke.open")}
          </Button>
        </div>
      ) : null}
      {isRevoking ? (
        <RevokeDialog name={name} onClose={() => setIsRevoking(false)} onRevoked={onChange} />
      ) : null}
    </Card>
  );
}
