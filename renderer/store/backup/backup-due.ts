import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { formatBeijing } from "../../../shared/calendar/instant.ts";

/** Whether today's backup is still to be made: something was changed since the last one, and that is of another day. */
export function isBackupDue(
  backups: readonly Pick<BackupInfo, "at" | "head">[],
  head: number,
  now: string,
): boolean {
  if (head === 0) return false;
  const last = backups.reduce<Pick<BackupInfo, "at" | "head"> | null>(
    (latest, one) => (latest === null || one.at > latest.at ? one : latest),
    null,
  );
  if (last === null) return true;
  return (
    last.head !== head && formatBeijing(last.at).slice(0, 10) !== formatBeijing(now).slice(0, 10)
  );
}
