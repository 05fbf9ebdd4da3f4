import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { DropZone } from "../widgets/drop-zone.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { CardComparison } from "./card-comparison.tsx";
import { bureauMessages } from "./bureau-messages.ts";
import type { ReadCard } from "./read-card.ts";

const CARD_BYTES = 64 * 1024;

interface CardReaderProps {
  readonly state: OutputOf<"trust.state">;
  readonly onTaken: () => Promise<void>;
}

/** Reads a bureau card from a file, or the changed one that the bureau offers, and has it compared. */
export function CardReader({ state, onTaken }: CardReaderProps) {
  const say = useMessages(bureauMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const [read, setRead] = useState<ReadCard | null>(null);
  const readFile = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await bridge.call("trust.readCard", {}, bytes);
    if (answer.ok) setRead({ card: answer.output, bytes });
    else notice.failed(answer.error.message);
  };
  const readPending = async () => {
    const answer = await bridge.call("trust.pendingCard", {});
    if (!answer.ok) notice.failed(answer.error.message);
    else if (answer.bytes !== null) setRead({ card: answer.output, bytes: answer.bytes });
  };
  return (
    <Card title={say("card.title")} help={say("card.help")} id="card">
      {state.isChangePending ? (
        <div className="submissions-warning" role="status">
          <p>{say("card.pending")}</p>
          <Button onClick={() => void readPending()}>{say("card.showPending")}</Button>
        </div>
      ) : null}
      {state.bureau === null ? <p>{say("card.none")}</p> : null}
      <DropZone
        label={say("card.drop")}
        hint={say("card.dropHint")}
        accept=".jcb"
        maxBytes={CARD_BYTES}
        onFiles={(files) => void readFile(files)}
      />
      {read === null ? null : (
        <CardComparison read={read} onClose={() => setRead(null)} onTaken={onTaken} />
      )}
    </Card>
  );
}
