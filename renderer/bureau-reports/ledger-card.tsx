import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { sayBytes } from "../widgets/safety.ts";
import { useAsked } from "../widgets/use-asked.ts";
import { AskedView } from "./asked-view.tsx";
import { ledgerMessages } from "./ledger-messages.ts";
import "./reports.css";

type Backup = OutputOf<"desk.backups">["backups"][number];

/** 台账备份 on the health page of a bureau: make one, go back to one. */
export function LedgerCard() {
  const say = useMessages(ledgerMessages);
  const listed = useAsked("desk.backups", {});
  const { make, restore, isBusy } = useLedgerBackups(listed.refresh);
  return (
    <Card title={say("title")} help={say("help")} id="ledger">
      <AskedView asked={listed} failure={say("unread")}>
        {({ backups }) => <BackupTable backups={backups} isBusy={isBusy} onRestore={restore} />}
      </AskedView>
      <div className="reports-bar">
        <Button loading={isBusy} onClick={() => void make()}>
          {say("make")}
        </Button>
      </div>
    </Card>
  );
}

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly isBusy: boolean;
  readonly onRestore: (backup: Backup) => Promise<void>;
}

function BackupTable({ backups, isBusy, onRestore }: BackupTableProps) {
  const say = useMessages(ledgerMessages);
  if (backups.length === 0) return <p className="reports-muted">{say("none")}</p>;
  return (
    <div className="reports-scroll">
      <table className="reports-table" aria-label={say("title")}>
        <thead>
          <tr>
            <th scope="col">{say("at")}</th>
            <th scope="col" className="reports-number">
              {say("rows")}
            </th>
            <th scope="col" className="reports-number">
              {say("size")}
            </th>
            <th scope="col">{say("action")}</th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.name}>
              <th scope="row">{formatBeijing(backup.at)}</th>
              <td className="reports-number">{say("rowsOf", { rows: backup.rows })}</td>
              <td className="reports-number">{sayBytes(backup.bytes)}</td>
              <td>
                <Button
                  size="small"
                  disabled={isBusy}
                  aria-label={say("restoreOf", { at: formatBeijing(backup.at) })}
                  onClick={() => void onRestore(backup)}
                >
                  {say("restore")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Making and restoring, one at a time, each with what came of it. */
function useLedgerBackups(refresh: () => Promise<void>) {
  const say = useMessages(ledgerMessages);
  const bridge = useBridge();
  const confirm = useConfirm();
  const notice = useNotice();
  const [isBusy, setIsBusy] = useState(false);
  const make = async () => {
    setIsBusy(true);
    const answer = await bridge.call("desk.backup", {});
    if (answer.ok) notice.done(say("made", { rows: answer.output.rows }));
    else notice.failed(answer.error.message);
    await refresh();
    setIsBusy(false);
  };
  const restore = async ({ name, at, rows }: Backup) => {
    const isSure = await confirm({
      title: say("restore.title", { at: formatBeijing(at) }),
      text: say("restore.text", { rows }),
      okLabel: say("restore.ok"),
      isDanger: true,
    });
    if (!isSure) return;
    setIsBusy(true);
    const answer = await bridge.call("desk.restore", { name });
    if (answer.ok) {
      const { rows: restored, before } = answer.output;
      notice.done(say("restore.done", { rows: restored, at: formatBeijing(before.at) }));
    } else notice.failed(answer.error.message);
    await refresh();
    setIsBusy(false);
  };
  return { make, restore, isBusy };
}
