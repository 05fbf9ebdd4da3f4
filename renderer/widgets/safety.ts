import type { OutputOf } from "../../shared/bridge/methods.ts";
import { parseInstant } from "../../shared/calendar/instant.ts";
import type { MessageParams } from "../i18n/messages.ts";
import type { SafetyMessage } from "./safety-messages.ts";

/** How a part of the program's safety stands: one state and one sentence (promise 6). */
export interface Judgement {
  readonly state: "good" | "warn" | "bad" | "unknown";
  readonly sentence: SafetyMessage;
  readonly params: MessageParams;
}

/** What each state is called. */
export const STATE_LABELS = {
  good: "state.good",
  warn: "state.warn",
  bad: "state.bad",
  unknown: "state.unknown",
} as const satisfies Record<Judgement["state"], SafetyMessage>;

/** What could not be asked is not known, and why is said. */
export function judgeUnread(message: string): Judgement {
  return judge("unknown", "unread", { message });
}

function judge(
  state: Judgement["state"],
  sentence: SafetyMessage,
  params: MessageParams = {},
): Judgement {
  return { state, sentence, params };
}

const HOURS = 3_600_000;
/** A backup is made every day on which the program is open: two days without one is a day missed. */
const BACKUP_IS_LATE = 48 * HOURS;
/** Less than that comes of a clock that was set right, and hides no missed day. */
const BACKUP_IS_AHEAD = 24 * HOURS;
const BACKUP_IS_OLD = 7 * 24 * HOURS;
/** Clocks are set by hand to the minute. */
const CLOCK_TOLERANCE = 120_000;

/**
 * The last backup: fresh, a day missed, old, or none although there is something to lose. One of a time
 * that is still to come was made while the clock was wrong, then or now: its age is not known.
 */
export function judgeBackup({
  lastAt,
  now,
  hasRecords,
}: {
  readonly lastAt: string | null;
  readonly now: number;
  readonly hasRecords: boolean;
}): Judgement {
  const at = lastAt === null ? null : parseInstant(lastAt);
  if (at === null) {
    return hasRecords ? judge("bad", "backup.none") : judge("good", "backup.nothing");
  }
  const age = now - at;
  const days = Math.max(0, Math.floor(age / (24 * HOURS)));
  if (age <= -BACKUP_IS_AHEAD) return judge("warn", "backup.ahead");
  if (age >= BACKUP_IS_OLD) return judge("bad", "backup.old", { days });
  if (age >= BACKUP_IS_LATE) return judge("warn", "backup.late", { days });
  return judge("good", "backup.fresh");
}

/** The journal against the history of the database. */
export function judgeJournal({
  journal: { head, fault },
  entries,
}: {
  readonly journal: Pick<OutputOf<"journal.state">, "head" | "fault">;
  /** The number of the last entry in the database's history. */
  readonly entries: number;
}): Judgement {
  if (fault !== null) {
    const sentence = fault.kind === "truncated" ? "journal.truncated" : "journal.damaged";
    return judge("bad", sentence, { number: fault.wholeUpTo });
  }
  if (head < entries) return judge("bad", "journal.behind", { missing: entries - head });
  if (head > entries) return judge("bad", "journal.ahead", { missing: head - entries });
  return head === 0 ? judge("good", "journal.empty") : judge("good", "journal.whole", { head });
}

/** Whether the keys can be got back without the passphrase (promise 14). */
export function judgeKeys({ rehearsedAt }: Pick<OutputOf<"keys.state">, "rehearsedAt">): Judgement {
  return rehearsedAt === null ? judge("bad", "keys.unrehearsed") : judge("good", "keys.rehearsed");
}

/** The disk that holds the data folder against the floor below which nothing is written. */
export function judgeDisk({
  freeBytes,
  floorBytes,
}: Pick<OutputOf<"health.state">, "freeBytes" | "floorBytes">): Judgement {
  if (freeBytes === null) return judge("unknown", "disk.unknown");
  const params = { free: sayBytes(freeBytes), floor: sayBytes(floorBytes) };
  if (freeBytes < floorBytes) return judge("bad", "disk.full", params);
  if (freeBytes < 3 * floorBytes) return judge("warn", "disk.low", params);
  return judge("good", "disk.enough", params);
}

const QUOTA_IS_LOW = 200 * 1024 * 1024;

/** What the browser still lets the program store. */
export function judgeQuota({
  usage,
  quota,
}: {
  readonly usage: number | null;
  readonly quota: number | null;
}): Judgement {
  if (usage === null || quota === null) return judge("unknown", "quota.unknown");
  const params = { used: sayBytes(usage), quota: sayBytes(quota) };
  return quota - usage < QUOTA_IS_LOW
    ? judge("warn", "quota.low", params)
    : judge("good", "quota.enough", params);
}

/** The browser's answer to the wish to keep the data (`navigator.storage.persist()`). */
export function judgePersistence(isPersisted: boolean | null): Judgement {
  if (isPersisted === null) return judge("unknown", "persist.unknown");
  return isPersisted ? judge("good", "persist.yes") : judge("warn", "persist.no");
}

/** What the database holds against what the host last knew of it (promise 3). */
export function judgeCounts({
  people,
  entries,
  lastCounts,
}: {
  readonly people: number;
  readonly entries: number;
  readonly lastCounts: OutputOf<"health.state">["lastCounts"];
}): Judgement {
  const params = { people, entries };
  if (lastCounts === null) return judge("good", "counts.first", params);
  const isSmaller = people < lastCounts.people || entries < lastCounts.entries;
  if (!isSmaller) return judge("good", "counts.same", params);
  return judge("bad", "counts.smaller", {
    ...params,
    peopleBefore: lastCounts.people,
    entriesBefore: lastCounts.entries,
  });
}

/** The machine's clock against the latest time in the journal (promise 13). */
export function judgeClock({
  now,
  journalTime,
}: {
  readonly now: number;
  readonly journalTime: string | null;
}): Judgement {
  const before = journalTime === null ? null : parseInstant(journalTime);
  if (before === null) return judge("good", "clock.first");
  const behind = before - now;
  if (behind <= CLOCK_TOLERANCE) return judge("good", "clock.right");
  return judge("bad", "clock.behind", { minutes: Math.ceil(behind / 60_000) });
}

const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** Bytes as a person reads them: `1.5 GB`. */
export function sayBytes(bytes: number): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const text = unit === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1);
  return `${text} ${UNITS[unit] ?? ""}`;
}

/** The worst of some states: bad, then warn, then unknown. */
export function worstState(judgements: readonly Judgement[]): Judgement["state"] {
  const states = new Set(judgements.map(({ state }) => state));
  for (const state of ["bad", "warn", "unknown"] as const) if (states.has(state)) return state;
  return "good";
}
