import type { Bridge, OutputOf } from "../../../shared/bridge/methods.ts";
import type { HistoryRow } from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
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
  { bridge, rebuild: { signal, onProgress }, journal: { head: last, fault } }: RebuildSources,
): Promise<RebuildRefusal | null> {
  for (;;) {
    // Behind a fault there may be entries that go on where a backup ends.
    const isBehind = target.head.number >= last;
    if (isBehind && fault === null) return null;
    if (signal?.aborted === true) return refuseRebuild("cancelled", "已取消，数据没有改动");
    const from = target.head.number + 1;
    const page = await bridge.call("journal.read", { from });
    if (!page.ok) return refuseRebuild(page.error.code, page.error.message, from - 1, last);
    const rows: HistoryRow[] = [];
    for (const entry of page.output.entries) {
      const row = await target.takeEntry(entry);
      if (row === null && isBehind) break;
      if (row === null) {
        const message = `操作日志第${entry.number}条与前面的记录对不上，没有重建`;
        return refuseRebuild("journal-damaged", message, entry.number - 1, last);
      }
      rows.push(row);
    }
    if (rows.length === 0) return null;
    await target.keepRows(rows);
    onProgress?.(target.head.number, last);
    await giveWay();
  }
}

/** What the old database has after the journal: a journal that failed was not given it yet. */
async function takeRest(target: NewDatabase, old: OldDatabase): Promise<void> {
  for (;;) {
    const rows: HistoryRow[] = [];
    for (const entry of await old.readEntries(target.head.number + 1)) {
      const row = await target.takeEntry(entry);
      if (row === null) break;
      rows.push(row);
    }
    if (rows.length === 0) return;
    await target.keepRows(rows);
    await giveWay();
  }
}
