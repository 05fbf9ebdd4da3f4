import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import type { Bridge, OutputOf } from "../../../shared/bridge/methods.ts";
import type { HistoryRow } from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
import { NewerEntryError } from "../edits/entry.ts";
import { giveWay } from "../engine/slices.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { RebuildOptions } from "../types.ts";
import type { NewDatabase } from "./new-database.ts";
import type { OldDatabase } from "./old-database.ts";
import { readBackup } from "./read-backup.ts";
import { type RebuildRefusal, refuseRebuild } from "./rebuild-refusal.ts";

/** Where the records of a rebuild come from: a backup, then the journal, then the old database. */
export interface RebuildSources {
  readonly bridge: Bridge;
  readonly sealer: Sealer;
  readonly migrations: readonly Migration[];
  readonly rebuild: RebuildOptions;
  readonly journal: OutputOf<"journal.state">;
  readonly old: OldDatabase | null;
}

/** Takes all that can be found; null once that is done. */
export async function takeSources(
  target: NewDatabase,
  sources: RebuildSources,
): Promise<RebuildRefusal | null> {
  const refusal = (await takeBackup(target, sources)) ?? (await takeJournal(target, sources));
  if (refusal === null && sources.old !== null) await takeRest(target, sources.old);
  return refusal;
}

async function takeBackup(
  target: NewDatabase,
  { rebuild: { backupId, signal }, ...reading }: RebuildSources,
): Promise<RebuildRefusal | null> {
  if (backupId === undefined) return null;
  const read = await readBackup(reading, backupId, signal === undefined ? {} : { signal });
  if (!read.ok) return refuseRebuild(read.code, read.message);
  await target.takeBackup(read.content);
  return null;
}

/** Goes on where the backup ends; a journal that says otherwise of that entry is of another history. */
async function takeJournal(
  target: NewDatabase,
  { bridge, rebuild, journal: { head: last, fault } }: RebuildSources,
): Promise<RebuildRefusal | null> {
  const { signal, onProgress, isPartialAccepted = false } = rebuild;
  for (;;) {
    // Behind a fault there may be entries that go on where a backup ends.
    const isBehind = target.head.number >= last;
    if (isBehind && fault === null) return null;
    if (signal?.aborted === true) return refuseRebuild("cancelled", "已取消，数据没有改动");
    const from = target.head.number + 1;
    const page = await bridge.call("journal.read", { from });
    if (!page.ok) return refuseRebuild(page.error.code, page.error.message, from - 1, last);
    const { rows, stop } = await takeEntries(target, page.output.entries);
    const whole = from + rows.length - 1;
    if (stop === "broken" && !isBehind) {
      const message = `操作日志第${whole + 1}条与前面的记录对不上，没有重建`;
      return refuseRebuild("journal-damaged", message, whole, last);
    }
    if (stop === "newer" && !isPartialAccepted) {
      return refuseRebuild("newer-entries", sayNewer(whole), whole, last);
    }
    if (rows.length === 0) return null;
    await target.keepRows(rows);
    if (stop === "newer") return null;
    onProgress?.(target.head.number, last);
    await giveWay();
  }
}

interface Taken {
  readonly rows: readonly HistoryRow[];
  /** Why the next one was not taken: it does not go on from there, or a newer program wrote it (promise 5). */
  readonly stop: "broken" | "newer" | null;
}

async function takeEntries(target: NewDatabase, entries: readonly JournalEntry[]): Promise<Taken> {
  const rows: HistoryRow[] = [];
  try {
    for (const entry of entries) {
      const row = await target.takeEntry(entry);
      if (row === null) return { rows, stop: "broken" };
      rows.push(row);
    }
  } catch (error) {
    if (error instanceof NewerEntryError) return { rows, stop: "newer" };
    throw error;
  }
  return { rows, stop: null };
}

function sayNewer(whole: number): string {
  return `操作日志从第${whole + 1}条起由更新的版本写入，本版本读不了；请安装新版本`;
}

/** What the old database has after the journal: a journal that failed was not given it yet. */
async function takeRest(target: NewDatabase, old: OldDatabase): Promise<void> {
  for (;;) {
    const { rows } = await takeEntries(target, await old.readEntries(target.head.number + 1));
    if (rows.length === 0) return;
    await target.keepRows(rows);
    await giveWay();
  }
}
