import { Button, Progress } from "antd";
import { useEffect, useState } from "react";
import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { useBridge } from "../../bridge.ts";
import { type Say, useMessages } from "../../i18n/messages.ts";
import { latestVersion, MIGRATIONS } from "../../store/database/migrations.ts";
import { asksUser, type RebuildRefusal } from "../../store/backup/rebuild-refusal.ts";
import { Choice } from "../../widgets/choice.tsx";
import { Field } from "../../widgets/form.tsx";
import { Gate } from "../gate.tsx";
import type { Session } from "../session.ts";
import { lockMessages } from "./messages.ts";

/** Makes a new database from the journal, or from a backup and the journal after it, with its progress. */
export function Rebuild({ session }: { readonly session: Session }) {
  const say = useMessages(lockMessages);
  const backups = useBackups();
  const [backupId, setBackupId] = useState("");
  const { progress, isBusy, refusal, start, clear } = useRebuild(session, backupId);
  const asked = refusal !== null && asksUser(refusal) ? refusal : null;
  return (
    <Gate title={say("rebuild.title")}>
      <p>{say("rebuild.text")}</p>
      {backups.length === 0 ? null : (
        <Field label={say("rebuild.from")}>
          {(control) => (
            <Choice
              {...control}
              disabled={isBusy}
              value={backupId}
              onChange={(id) => {
                setBackupId(id);
                clear();
              }}
              options={[
                { value: "", label: say("rebuild.fromJournal") },
                ...backups.map(({ id, at, people, head }) => ({
                  value: id,
                  label: say("rebuild.fromBackup", { at: formatBeijing(at), people, head }),
                })),
              ]}
            />
          )}
        </Field>
      )}
      {isBusy ? (
        <div role="status">
          <Progress
            percent={percentOf(progress)}
            aria-label={say("rebuild.title")}
            showInfo={progress?.total !== null}
          />
          <p>
            {progress === null
              ? say("rebuild.working")
              : say("rebuild.progress", { done: progress.done, total: progress.total ?? "?" })}
          </p>
        </div>
      ) : null}
      <div role="alert">
        {refusal === null ? null : <p className="gate-fault">{sayRefusal(say, refusal)}</p>}
      </div>
      <div className="gate-actions">
        <Button
          type="primary"
          danger={asked !== null}
          loading={isBusy}
          onClick={() => void start(asked !== null)}
        >
          {asked === null ? say("rebuild.start") : sayAccept(say, asked.details.wholeUpTo)}
        </Button>
        <Button disabled={isBusy} onClick={() => void session.reopen()}>
          {say("refused.retry")}
        </Button>
      </div>
    </Gate>
  );
}

type LockKey = keyof (typeof lockMessages.messages)["en"];

function sayRefusal(say: Say<LockKey>, refusal: RebuildRefusal): string {
  const { code, message, details } = refusal;
  if (code === "newer-entries") {
    return say("rebuild.newer", { whole: details.wholeUpTo, next: details.wholeUpTo + 1 });
  }
  if (code === "forked") return `${message}。`;
  if (code !== "incomplete") return say("rebuild.failed", { message });
  const before = details.entriesBefore ?? "?";
  return details.wholeUpTo === 0
    ? say("rebuild.nothing", { before })
    : say("rebuild.partial", { whole: details.wholeUpTo, before });
}

function sayAccept(say: Say<LockKey>, whole: number): string {
  return whole === 0 ? say("rebuild.acceptNothing") : say("rebuild.acceptPartial", { whole });
}

interface Done {
  readonly done: number;
  readonly total: number | null;
}

function percentOf(progress: Done | null): number {
  if (progress === null || progress.total === null || progress.total === 0) return 0;
  return Math.floor((progress.done / progress.total) * 100);
}

function useRebuild(session: Session, backupId: string) {
  const [progress, setProgress] = useState<Done | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<RebuildRefusal | null>(null);
  const start = async (isPartialAccepted: boolean) => {
    setIsBusy(true);
    setRefusal(null);
    const result = await session.rebuild({
      ...(backupId === "" ? {} : { backupId }),
      ...(isPartialAccepted ? { isPartialAccepted } : {}),
      onProgress: (done, total) => setProgress({ done, total }),
    });
    setIsBusy(false);
    if (result !== null && !result.ok) setRefusal(result);
  };
  return { progress, isBusy, refusal, start, clear: () => setRefusal(null) };
}

/** Those that this program can read, the newest first; none where they cannot be listed: the journal may do. */
function useBackups(): readonly BackupInfo[] {
  const bridge = useBridge();
  const [backups, setBackups] = useState<readonly BackupInfo[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void bridge.call("backups.list", {}).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      const known = latestVersion(MIGRATIONS);
      const readable = answer.output.backups.filter(({ schemaVersion }) => schemaVersion <= known);
      setBackups(readable.toSorted((a, b) => b.at.localeCompare(a.at)));
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge]);
  return backups;
}
