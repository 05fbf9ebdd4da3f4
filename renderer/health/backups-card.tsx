import { Button } from "antd";
import { useState } from "react";
import type { BackupInfo } from "../../shared/bridge/backups-methods.ts";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { Failure } from "../widgets/states.tsx";
import type { Told } from "../widgets/use-safety.ts";
import { BackupsTable } from "./backups-table.tsx";
import type { ScreenFacts } from "./health-lines.ts";
import type { WorkRunner } from "./long-work.tsx";
import { healthMessages } from "./messages.ts";

interface BackupsCardProps {
  readonly backups: Told<OutputOf<"backups.list">>;
  readonly screen: ScreenFacts;
  readonly runner: WorkRunner;
  readonly refresh: () => Promise<void>;
}

/** The backups, newest first: verify one, restore one, and go back after it. */
export function BackupsCard({ backups, screen, runner, refresh }: BackupsCardProps) {
  const say = useMessages(healthMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const { before, restore, goBack, forget } = useRestore(screen, runner, refresh);
  const verify = async ({ id }: BackupInfo) => {
    const answer = await runner.run(say("verify.working"), () =>
      bridge.call("backups.verify", { id }),
    );
    if (!answer.ok) notice.failed(answer.error.message);
    else if (answer.output.isWhole) notice.done(say("backups.whole"));
    else notice.failed(say("backups.broken"));
  };
  return (
    <Card title={say("backups.title")} help={say("backups.help")} id="backups">
      {before === null ? null : (
        <div className="health-back" role="status">
          <span>
            {say("restore.backHint", { at: formatBeijing(before.at), people: before.people })}
          </span>
          <Button size="small" onClick={() => void goBack(before)}>
            {say("restore.back")}
          </Button>
          <Button size="small" type="text" onClick={forget}>
            {say("restore.backClose")}
          </Button>
        </div>
      )}
      {backups.ok ? (
        <BackupsTable
          backups={backups.output.backups}
          onVerify={(one) => void verify(one)}
          onRestore={(one) => void restore(one)}
        />
      ) : (
        <Failure
          title={say("backups.unread")}
          message={backups.message}
          onRetry={() => void refresh()}
        />
      )}
    </Card>
  );
}

/** Restoring with the question before it and the way back after it. */
function useRestore(screen: ScreenFacts, runner: WorkRunner, refresh: () => Promise<void>) {
  const say = useMessages(healthMessages);
  const store = useStore();
  const confirm = useConfirm();
  const notice = useNotice();
  const [before, setBefore] = useState<BackupInfo | null>(null);
  const take = async (id: string) => {
    const result = await runner.run(say("restore.working"), (work) =>
      store.restoreBackup(id, work),
    );
    if (!result.ok) notice.failed(result.message);
    await refresh();
    return result.ok ? result.before : null;
  };
  const restore = async (backup: BackupInfo) => {
    const at = formatBeijing(backup.at);
    const isSure = await confirm({
      title: say("restore.confirmTitle", { at }),
      text: (
        <>
          <p>{say("restore.now", { people: screen.people, head: screen.entries })}</p>
          <p>{say("restore.then", { people: backup.people, head: backup.head })}</p>
          <p>{say("restore.safe")}</p>
        </>
      ),
      okLabel: say("restore.ok"),
      isDanger: true,
    });
    if (!isSure) return;
    const kept = await take(backup.id);
    if (kept === null) return;
    setBefore(kept);
    notice.done(say("restore.done", { at }));
  };
  const goBack = async ({ id }: BackupInfo) => {
    if ((await take(id)) === null) return;
    setBefore(null);
    notice.done(say("restore.backDone"));
  };
  return { before, restore, goBack, forget: () => setBefore(null) };
}
