import { formatBeijing, formatInstant } from "../../shared/calendar/instant.ts";
import type { BrowserHealth } from "../store/browser-health.ts";
import type { StoreState } from "../store/types.ts";
import {
  judgeBackup,
  judgeClock,
  judgeCounts,
  judgeDisk,
  judgeJournal,
  judgeKeys,
  type Judgement,
  judgePersistence,
  judgeQuota,
  judgeUnread,
} from "../widgets/safety.ts";
import { bothTold, lastBackupAt, type SafetyFacts, type Told } from "../widgets/use-safety.ts";

/** What the health page looks at, in its order. */
export const HEALTH_PARTS = [
  "database",
  "journal",
  "backup",
  "keys",
  "disk",
  "quota",
  "persistence",
  "clock",
] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

export interface HealthLine extends Judgement {
  readonly part: HealthPart;
  /** When it last happened, on the clerk's clock; null where nothing has. */
  readonly at: string | null;
}

/** What the screen itself knows. */
export interface ScreenFacts {
  readonly people: number;
  /** The number of the last entry in the history. */
  readonly entries: number;
  readonly browser: BrowserHealth;
}

/**
 * How many people the screen has; null while they are being read. Where they cannot be read, those of the
 * list: this page is where it is mended, so it never waits for them.
 */
export function peopleOnScreen({
  records,
  rows,
  stopped,
}: Pick<StoreState, "records" | "rows" | "stopped">): number | null {
  if (records !== null) return records.people.size;
  return stopped?.code === "database-failed" ? rows.length : null;
}

/** Each part of the program's health with its state and sentence (promise 6). */
export function healthLines(facts: SafetyFacts, screen: ScreenFacts): readonly HealthLine[] {
  const { info, health, journal, backups, keys } = facts;
  const { people, entries, browser } = screen;
  const lastAt = backups.ok ? lastBackupAt(backups.output) : null;
  const now = info.ok ? info.output.now : null;
  const judged: Readonly<Record<HealthPart, Judgement>> = {
    database: told(health, ({ lastCounts }) => judgeCounts({ people, entries, lastCounts })),
    journal: told(journal, (output) => judgeJournal({ journal: output, entries })),
    backup: told(bothTold(backups, info), ([, { now: at }]) =>
      judgeBackup({ lastAt, now: at, hasRecords: people > 0 }),
    ),
    keys: told(keys, judgeKeys),
    disk: told(health, judgeDisk),
    quota: judgeQuota({ usage: browser.usedBytes, quota: browser.quotaBytes }),
    persistence: judgePersistence(browser.isPersisted),
    clock: told(bothTold(health, info), ([{ journalTime }, { now: at }]) =>
      judgeClock({ now: at, journalTime }),
    ),
  };
  const times: Readonly<Partial<Record<HealthPart, string | null>>> = {
    journal: journal.ok ? journal.output.lastAt : null,
    backup: lastAt,
    keys: keys.ok ? keys.output.rehearsedAt : null,
    clock: now === null ? null : formatInstant(now),
  };
  return HEALTH_PARTS.map((part) => {
    const at = times[part] ?? null;
    return { part, ...judged[part], at: at === null ? null : formatBeijing(at) };
  });
}

function told<Output>(one: Told<Output>, judge: (output: Output) => Judgement): Judgement {
  return one.ok ? judge(one.output) : judgeUnread(one.message);
}
