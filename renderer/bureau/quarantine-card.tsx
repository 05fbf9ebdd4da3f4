import { Button } from "antd";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { sayBytes } from "../widgets/dropped-file.ts";
import { useNotice } from "../widgets/notice.tsx";
import { inboxMessages } from "./inbox-messages.ts";

type Quarantined = OutputOf<"desk.quarantine">["files"][number];

interface QuarantineCardProps {
  readonly files: readonly Quarantined[];
  readonly onChange: () => Promise<void>;
}

/** What failed verification, why, and what to do about it. */
export function QuarantineCard({ files, onChange }: QuarantineCardProps) {
  const say = useMessages(inboxMessages);
  const bridge = useBridge();
  const confirm = useConfirm();
  const notice = useNotice();
  if (files.length === 0) return null;
  const discard = async ({ name, fileName }: Quarantined) => {
    const isSure = await confirm({
      title: say("quarantine.discardTitle"),
      text: say("quarantine.discardText"),
      okLabel: say("quarantine.discardOne", { name: fileName }),
      isDanger: true,
    });
    if (!isSure) return;
    const answer = await bridge.call("desk.discard", { name });
    if (answer.ok) notice.done(say("quarantine.discarded", { name: fileName }));
    else notice.failed(answer.error.message);
    await onChange();
  };
  return (
    <Card
      title={say("quarantine.title", { count: files.length })}
      help={say("quarantine.help")}
      id="quarantine"
    >
      <div className="bureau-scroll">
        <table className="bureau-table">
          <thead>
            <tr>
              <th scope="col">{say("quarantine.file")}</th>
              <th scope="col">{say("quarantine.why")}</th>
              <th scope="col">{say("quarantine.at")}</th>
              <th scope="col" className="no-print">
                {say("quarantine.actions")}
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.name}>
                <th scope="row">
                  {file.fileName}
                  <div className="bureau-muted">{sayBytes(file.size)}</div>
                </th>
                <td>
                  {file.sentence}
                  {file.notes.map((note) => (
                    <div key={note} className="bureau-muted">
                      {note}
                    </div>
                  ))}
                </td>
                <td className="bureau-figure">{formatBeijing(file.refusedAt)}</td>
                <td className="no-print">
                  <Button
                    size="small"
                    danger
                    aria-label={say("quarantine.discardOne", { name: file.fileName })}
                    onClick={() => void discard(file)}
                  >
                    {say("quarantine.discard")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
