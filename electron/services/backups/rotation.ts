import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { parseStart } from "../../../shared/calendar/text.ts";

/**
 * Which backups may go (promise 4): three of today stay, the last of each of the ten days before on which
 * one was made, the last of each of so many months, those of an upgrade or a restore for 30 days and the
 * last three of them in any case. Beyond that one goes only where a later one that stays has at least half
 * as many people: a database that was emptied by mistake pushes nothing out (promise 3). Days are those of
 * Beijing.
 */

const OF_TODAY = 3;
const DAYS = 10;
const MONTHS = 12;
const DAYS_FOR_REASONS = 30;
/** So many of an upgrade or a restore stay however long ago. */
const SPECIAL = 3;

/** Fewer than this part of the people before is far fewer. */
const PART = 0.5;

export type RotatedBackup = Pick<BackupInfo, "id" | "reason" | "at" | "people"> & {
  readonly sequence: number;
};

/** The ids of those that may be removed now, at a moment like `2026-11-23T08:15:30Z`. */
export function planRotation(backups: readonly RotatedBackup[], now: string): readonly string[] {
  const newestFirst = backups.toSorted(newerFirst);
  const [newest, before] = newestFirst;
  // The newest one is much smaller: something may have gone wrong, and nothing goes until somebody has seen it.
  if (newest !== undefined && before !== undefined && isFarFewer(newest, before)) return [];
  const isWanted = schedule(now);
  const removed: string[] = [];
  let most = -1;
  for (const backup of newestFirst) {
    const isCovered = most >= 0 && most >= backup.people * PART;
    if (!isWanted(backup) && isCovered) removed.push(backup.id);
    else most = Math.max(most, backup.people);
  }
  return removed;
}

/** The order in which they were made, whatever the clock was then; the last one first. */
export function newerFirst(a: RotatedBackup, b: RotatedBackup): number {
  if (a.sequence !== b.sequence) return b.sequence - a.sequence;
  return a.id < b.id ? 1 : -1;
}

function isFarFewer(one: RotatedBackup, other: RotatedBackup): boolean {
  return one.people < other.people * PART;
}

/**
 * Tells for each backup, newest first, whether the schedule keeps it. It counts the days and months on which
 * backups were made and not how long ago those are: an old computer whose clock has gone back to 2010, or
 * years ahead, would else throw out every backup at once (promise 13).
 */
function schedule(now: string): (backup: RotatedBackup) => boolean {
  const today = dayOf(now);
  const days = new Map<number, number>();
  const months = new Set<string>();
  let special = 0;
  const countDay = (day: number) => {
    const count = (days.get(day) ?? 0) + 1;
    days.set(day, count);
    // The day of the newest backup and those before it, in the order in which they came.
    if (days.size === 1 || day === today) return count <= OF_TODAY;
    return count === 1 && days.size <= 1 + DAYS;
  };
  const countMonth = (month: string) => {
    const isNew = !months.has(month);
    months.add(month);
    return isNew && months.size <= 1 + MONTHS;
  };
  return ({ at, reason }) => {
    const isSpecial = reason === "upgrade" || reason === "restore";
    if (isSpecial) special += 1;
    // Each is counted, whether or not another one keeps the backup already.
    const kept = [
      countDay(dayOf(at)),
      countMonth(monthOf(at)),
      isSpecial && (special <= SPECIAL || today - dayOf(at) <= DAYS_FOR_REASONS),
    ];
    return kept.some(Boolean);
  };
}

function dayOf(instant: string): number {
  const day = parseStart(formatBeijing(instant).slice(0, 10));
  if (day === null) throw new RangeError("not a moment");
  return day;
}

/** `2026-11` of Beijing. */
function monthOf(instant: string): string {
  return formatBeijing(instant).slice(0, 7);
}
