import { useState } from "react";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { DropZone } from "../widgets/drop-zone.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { EnrolComparison } from "./enrol-comparison.tsx";
import { unitsMessages } from "./units-messages.ts";
import type { ReadRequest } from "./read-request.ts";

const REQUEST_BYTES = 64 * 1024;

/** Reads a unit's request from a file and has it compared. */
export function EnrolReader({ onEnrolled }: { readonly onEnrolled: () => Promise<void> }) {
  const say = useMessages(unitsMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const [read, setRead] = useState<ReadRequest | null>(null);
  const readFile = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await bridge.call("registry.readRequest", {}, bytes);
    if (answer.ok) setRead({ request: answer.output, bytes });
    else notice.failed(answer.error.message);
  };
  return (
    <Card title={say("enrol.title")} help={say("enrol.help")} id="enrol">
      <DropZone
        label={say("enrol.drop")}
        hint={say("enrol.dropHint")}
        accept=".jce"
        maxBytes={REQUEST_BYTES}
        onFiles={(files) => void readFile(files)}
      />
      {read === null ? null : (
        <EnrolComparison read={read} onClose={() => setRead(null)} onEnrolled={onEnrolled} />
      )}
    </Card>
  );
}
