import { Button } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Bridge, OutputOf } from "../../shared/bridge/methods.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { sayBytes } from "../widgets/safety.ts";
import { Failure, Loading } from "../widgets/states.tsx";
import { healthMessages } from "./messages.ts";
import { sumSizes, unreferencedFiles } from "./unreferenced.ts";

type StoredFiles = OutputOf<"attachments.list">["files"];

/** The bridge takes so many in one call. */
const MOST_AT_ONCE = 10_000;

interface FilesCardProps {
  readonly bridge: Bridge;
  /** The host's clock; null where it did not answer: then nothing is offered for clearing. */
  readonly now: number | null;
}

/** Attachments that no record refers to: counted, and cleared only after a question. */
export function FilesCard({ bridge, now }: FilesCardProps) {
  const say = useMessages(healthMessages);
  const confirm = useConfirm();
  const notice = useNotice();
  const records = useRecords();
  const [files, setFiles] = useState<StoredFiles | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const read = useCallback(async () => {
    const answer = await bridge.call("attachments.list", {});
    setFault(answer.ok ? null : answer.error.message);
    if (answer.ok) setFiles(answer.output.files);
  }, [bridge]);
  useEffect(() => {
    void read();
  }, [read]);
  const attachments = records?.attachments;
  const unused = useMemo(
    () =>
      files === null || attachments === undefined || now === null
        ? null
        : unreferencedFiles(files, attachments.values(), now),
    [files, attachments, now],
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
