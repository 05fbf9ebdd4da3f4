import { useCallback } from "react";
import type { Bridge } from "../../shared/bridge/methods.ts";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { downloadFile } from "../widgets/save-file.ts";
import { submissionsMessages } from "./messages.ts";

/** A function that copies a package to a stick, over either host. */
export function useExport(): (item: OutboxItem) => Promise<void> {
  const bridge = useBridge();
  const notice = useNotice();
  const say = useMessages(submissionsMessages);
  return useCallback(
    async ({ packageId, fileName }) => {
      const answer = await bridge.call("outbox.export", { packageId });
      if (!answer.ok) {
        notice.failed(answer.error.message);
        return;
      }
      const { how, path } = answer.output;
      if (how === "cancelled") return;
      if (how === "saved") {
        notice.done(say("export.saved", { path: path ?? fileName }));
        return;
      }
      const read = await readOut(bridge, packageId);
      if (!read.ok) {
        notice.failed(read.message);
        return;
      }
      downloadFile(read.name, read.pieces);
      await bridge.call("outbox.exported", { packageId });
      notice.done(say("export.downloaded", { name: read.name }));
    },
    [bridge, notice, say],
  );
}

type ReadOut =
  | {
      readonly ok: true;
      readonly name: string;
      readonly pieces: readonly Uint8Array<ArrayBuffer>[];
    }
  | { readonly ok: false; readonly message: string };

/** The package piece by piece: the browser keeps big ones on its own disk, encrypted as they are. */
async function readOut(bridge: Bridge, packageId: string): Promise<ReadOut> {
  const opened = await bridge.call("spool.open", { source: { kind: "sent", packageId } });
  if (!opened.ok) return { ok: false, message: opened.error.message };
  const { handle, name } = opened.output;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (;;) {
    const read = await bridge.call("spool.read", { handle, at });
    if (!read.ok) return { ok: false, message: read.error.message };
    const piece = new Uint8Array(read.bytes ?? []);
    pieces.push(piece);
    at += piece.length;
    if (read.output.isEnd) break;
  }
  await bridge.call("spool.close", { handle });
  return { ok: true, name, pieces };
}
