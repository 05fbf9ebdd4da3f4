import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { formatBeijing } from "../../../shared/calendar/instant.ts";

/**
 * Whether today's backup is still to be made: none is of today, and something was changed since the last
 * one. The list begins with the last one made; its times are no help where the clock was wrong.
 */
export function isBackupDue(
  backups: readonly Pick<BackupInfo, "at" | "head">[],
  head: number,
  now: string,
): boolean {
  if (head === 0) return false;
  const dayOf = (at: string) => formatBeijing(at).slice(0, 10);
  const today = dayOf(now);
  return backups[0]?.head !== head && backups.every(({ at }) => dayOf(at) !== today);
}
