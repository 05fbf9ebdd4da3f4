import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { parseStart } from "../../../shared/calendar/text.ts";

/**
 * Which backups may go (promise 4): three of today stay, the last of each of the ten days before, the last
 * of each month for a year, those of an upgrade or a restore for 30 days. Beyond that one goes only where a
 * later one that stays has at least half as many people: a database that was emptied by mistake pushes
 * nothing out (promise 3). Days are those of Beijing.
 */

const OF_TODAY = 3;
const DAYS = 10;
const MONTHS = 12;
const DAYS_FOR_REASONS = 30;

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

/** Tells for each backup, newest first, whether the schedule keeps it. */
function schedule(now: string): (backup: RotatedBackup) => boolean {
  const today = dayOf(now);
  const counts = new Map<string, number>();
  const isAmong = (slot: string, most: number) => {
    const count = (counts.get(slot) ?? 0) + 1;
    counts.set(slot, count);
    return count <= most;
  };
  return ({ at, reason }) => {
    const day = dayOf(at);
    const age = today - day;
    // Each slot is counted, whether or not another one keeps the backup already.
    const kept = [
      // Made while the clock was wrong: one such is enough, and it takes no place of today's.
      age < 0 && isAmong("future", 1),
      age === 0 && isAmong("today", OF_TODAY),
      age > 0 && age <= DAYS && isAmong(`day ${day}`, 1),
      age >= 0 && monthsBetween(at, now) <= MONTHS && isAmong(`month ${monthOf(at)}`, 1),
      (reason === "upgrade" || reason === "restore") && age <= DAYS_FOR_REASONS,
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

function monthsBetween(from: string, to: string): number {
  const [fromMonth, toMonth] = [from, to].map((instant) => {
    const [year = 0, month = 0] = monthOf(instant).split("-").map(Number);
    return year * 12 + month;
  });
  return (toMonth ?? 0) - (fromMonth ?? 0);
}
