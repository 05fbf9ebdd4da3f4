import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import type { OwnCardFacts } from "../../shared/bridge/registry-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { sayBytes } from "../widgets/dropped-file.ts";
import { CardForm } from "./card-form.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { unitsMessages } from "./units-messages.ts";

interface OwnCardProps {
  readonly state: OutputOf<"registry.state">;
  readonly onChange: () => Promise<void>;
}

/** The bureau's own fingerprint to read out, and the card that the units take. */
export function OwnCard({ state, onChange }: OwnCardProps) {
  const say = useMessages(unitsMessages);
  const [isEditing, setIsEditing] = useState(false);
  const { card, fingerprint } = state;
  return (
    <Card title={say("own.title")} help={say("own.help")} id="card">
      <p className="bureau-label">{say("own.read")}</p>
      <Fingerprint value={fingerprint} />
      {card === null ? null : <CardFacts card={card} />}
      {card === null ? null : (
        <div className="bureau-actions no-print">
          <Button type="primary" onClick={() => setIsEditing(true)}>
            {say("own.edit")}
          </Button>
        </div>
      )}
      {card !== null && isEditing ? (
        <CardForm card={card} onClose={() => setIsEditing(false)} onMade={onChange} />
      ) : null}
    </Card>
  );
}

function CardFacts({ card }: { readonly card: OwnCardFacts }) {
  const say = useMessages(unitsMessages);
  const { bureau, addresses, asks, issuedAt } = card;
  return (
    <dl className="bureau-facts">
      <dt>{say("own.name")}</dt>
      <dd>{bureau.name}</dd>
      <dt>{say("own.issued")}</dt>
      <dd>{formatBeijing(issuedAt)}</dd>
      <dt>{say("own.addresses")}</dt>
      <dd>{addresses.length === 0 ? say("own.noAddress") : addresses.join("、")}</dd>
      <dt>{say("own.limits")}</dt>
      <dd>
        {say("own.limitsOf", {
          attachment: sayBytes(asks.largestAttachment),
          package: sayBytes(asks.largestPackage),
        })}
      </dd>
      <dt>{say("own.signature")}</dt>
      <dd>{asks.sm2 ? say("own.sm2") : say("own.noSm2")}</dd>
    </dl>
  );
}
