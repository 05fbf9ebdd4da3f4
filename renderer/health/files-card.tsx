import { Button } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Bridge, OutputOf } from "../../shared/bridge/methods.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStore } from "../store/context.ts";
import type { AttachmentRecord } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { sayBytes } from "../widgets/safety.ts";
import { Failure, Loading } from "../widgets/states.tsx";
import { healthMessages } from "./messages.ts";
import { attachmentsIn, LAST_CHANGES, sumSizes, unreferencedFiles } from "./unreferenced.ts";

interface StoredFiles {
  readonly files: OutputOf<"attachments.list">["files"];
  /** What undoing asks for. */
  readonly recent: readonly Pick<AttachmentRecord, "sha256">[];
}

/** The bridge takes so many in one call. */
const MOST_AT_ONCE = 10_000;

interface FilesCardProps {
  readonly bridge: Bridge;
  /** The host's clock; null where it did not answer: then nothing is offered for clearing. */
  readonly now: number | null;
}

/** Attachments that no record and no recent change refers to: counted, and cleared only after a question. */
export function FilesCard({ bridge, now }: FilesCardProps) {
  const say = useMessages(healthMessages);
  const confirm = useConfirm();
  const notice = useNotice();
  const records = useRecords();
  const store = useStore();
  const [stored, setStored] = useState<StoredFiles | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const read = useCallback(async () => {
    const answer = await bridge.call("attachments.list", {});
    const history = await store.readHistory({ limit: LAST_CHANGES });
    setFault(answer.ok ? null : answer.error.message);
    if (answer.ok) setStored({ files: answer.output.files, recent: attachmentsIn(history) });
  }, [bridge, store]);
  useEffect(() => {
    void read();
  }, [read]);
  const attachments = records?.attachments;
  const unused = useMemo(
    () =>
      stored === null || attachments === undefined || now === null
        ? null
        : unreferencedFiles(stored.files, [...attachments.values(), ...stored.recent], now),
    [stored, attachments, now],
  );
  const clear = async () => {
    if (unused === null) return;
    const count = unused.length;
    const isSure = await confirm({
      title: say("files.confirmTitle", { count }),
      text: say("files.confirmText"),
      okLabel: say("files.ok"),
      isDanger: true,
    });
    if (!isSure) return;
    const sha256s = unused.map(({ sha256 }) => sha256).slice(0, MOST_AT_ONCE);
    const answer = await bridge.call("attachments.remove", { sha256s });
    if (answer.ok) notice.done(say("files.cleared", { count: answer.output.removed }));
    else notice.failed(answer.error.message);
    await read();
  };
  return (
    <Card title={say("files.title")} help={say("files.help")}>
      {fault === null ? null : (
        <Failure title={say("files.unread")} message={fault} onRetry={() => void read()} />
      )}
      {unused === null && fault === null ? <Loading /> : null}
      {unused === null ? null : (
        <div className="health-line">
          {unused.length === 0 ? (
            <span className="health-note">{say("files.none")}</span>
          ) : (
            <>
              <span>
                {say("files.count", { count: unused.length, size: sayBytes(sumSizes(unused)) })}
              </span>
              <Button size="small" onClick={() => void clear()}>
                {say("files.clear")}
              </Button>
            </>
          )}
        </div>
      )}
    </Card>
  );
}
