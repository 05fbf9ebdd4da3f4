import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { DropZone } from "../widgets/drop-zone.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { useNavigateHere } from "../widgets/use-navigate-here.ts";
import { submissionsMessages } from "./messages.ts";
import { packageAddress } from "./package-address.ts";

const RECEIPT_BYTES = 64 * 1024 * 1024;

interface ReceiptReaderProps {
  readonly onTaken: () => Promise<void>;
}

/** Takes receipts that came by stick; the last one's package is opened. */
export function ReceiptReader({ onTaken }: ReceiptReaderProps) {
  const say = useMessages(submissionsMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const navigateHere = useNavigateHere();
  const take = async (files: readonly File[]) => {
    let last: string | null = null;
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const answer = await bridge.call("outbox.takeReceipt", {}, bytes);
      if (!answer.ok) {
        notice.failed(say("receipt.failed", { name: file.name, why: answer.error.message }));
        return;
      }
      last = answer.output.packageId;
      notice.done(answer.output.isNew ? say("receipt.taken") : say("receipt.known"));
    }
    await onTaken();
    if (last !== null) navigateHere(packageAddress(last));
  };
  return (
    <Card title={say("receipt.title")} help={say("receipt.help")} id="receipt">
      <DropZone
        label={say("receipt.drop")}
        hint={say("receipt.dropHint")}
        accept=".jcr"
        maxBytes={RECEIPT_BYTES}
        multiple
        onFiles={(files) => void take(files)}
      />
    </Card>
  );
}
