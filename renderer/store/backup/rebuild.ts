import type { Bridge, OutputOf } from "../../../shared/bridge/methods.ts";
import { type CurrentDatabase, readCurrent, writeCurrent } from "../database/current.ts";
import { browserIdb, type Idb, ScreenDatabase, versionOnDisk } from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
import { latestVersion, MIGRATIONS } from "../database/migrations.ts";
import { defaultSettings } from "../engine/default-settings.ts";
import { JournalLink } from "../engine/journal-link.ts";
import { DEFAULT_NAME, type StoreOptions, windowLockName } from "../engine/open-result.ts";
import { EDIT_SENTENCES } from "../engine/sentences.ts";
import { holdWindowLock } from "../engine/window-lock.ts";
import { isQuotaError } from "../engine/write-entry.ts";
import { openSealer, type Sealer } from "../seal/sealer.ts";
import type { RebuildOptions, RebuildResult } from "../types.ts";
import { NewDatabase } from "./new-database.ts";
import { type OldDatabase, openOldDatabase } from "./old-database.ts";
import { type RebuildRefusal, refuseRebuild } from "./rebuild-refusal.ts";
import { takeSources } from "./rebuild-sources.ts";

/**
 * Makes a new database from the journal, or from a backup and what the journal has after it, and
 * switches to it. What the old database has after both is taken too; where it says otherwise it is backed
 * up first, and it stays until the new one has been opened. What a newer program wrote is not read; once the
 * user has agreed to go back to before it, its entries are put beside the journal and its database is kept.
 * The store must be closed.
 */
export async function rebuildFromJournal(
  options: StoreOptions,
  rebuild: RebuildOptions = {},
): Promise<RebuildResult> {
  const base = options.databaseName ?? DEFAULT_NAME;
  const locks = options.locks === undefined ? navigator.locks : options.locks;
  const release = await holdWindowLock(locks, windowLockName(base));
  if (release === null) {
    return refuseRebuild("other-window", "程序已在另一个窗口打开，请先关闭它");
  }
  try {
    return await makeDatabase(options, base, rebuild, await openSealer(options.dataKey));
  } catch (error) {
    // The pages that wait for this cannot be left before they have an answer.
    return isQuotaError(error)
      ? refuseRebuild("space-low", EDIT_SENTENCES["space-low"])
      : refuseRebuild(
          "database-failed",
          "新的数据库没有写成，原来的数据没有改动；请关闭程序后重试",
        );
  } finally {
    release();
  }
}

async function makeDatabase(
  options: StoreOptions,
  base: string,
  rebuild: RebuildOptions,
  sealer: Sealer,
): Promise<RebuildResult> {
  const { newId, now, migrations = MIGRATIONS, idb = browserIdb() } = options;
  const current = await readCurrent(base, idb);
  const old = await openOldDatabase(options, current.name, sealer);
  const name = `${base}-${newId()}`;
  const database = new ScreenDatabase(name, sealer, migrations, idb);
  const target = new NewDatabase(database, sealer, migrations, defaultSettings(now()));
  let isKept = false;
  try {
    await database.open();
    const refusal = await fill({ database, target, old, sealer }, options, rebuild);
    if (refusal !== null) return refusal;
    await writeCurrent(base, idb, { ...(await leave(current, migrations, idb)), name });
    isKept = true;
    const { people, number } = target.head;
    return { ok: true, people, entries: number };
  } finally {
    old?.close();
    database.close();
    if (!isKept) idb.factory.deleteDatabase(name);
  }
}

/** What was current goes once the new one has been opened; a newer program's stays for it (promise 5). */
async function leave(
  { name, retired, setAside = [] }: CurrentDatabase,
  migrations: readonly Migration[],
  idb: Idb,
): Promise<Omit<CurrentDatabase, "name">> {
  const isNewer = ((await versionOnDisk(name, idb)) ?? 0) > latestVersion(migrations);
  return isNewer
    ? { retired, setAside: [...setAside, name] }
    : { retired: [...retired, name], setAside };
}

interface Filling {
  readonly database: ScreenDatabase;
  readonly target: NewDatabase;
  readonly old: OldDatabase | null;
  readonly sealer: Sealer;
}

/** Everything that can be found goes into the new database; null once it is whole. */
async function fill(
  { database, target, old, sealer }: Filling,
  { bridge, now, migrations = MIGRATIONS }: StoreOptions,
  rebuild: RebuildOptions,
): Promise<RebuildRefusal | null> {
  const journal = await bridge.call("journal.state", {});
  if (!journal.ok) return refuseRebuild(journal.error.code, journal.error.message);
  const health = await bridge.call("health.state", {});
  const before = health.ok ? (health.output.lastCounts?.entries ?? 0) : 0;
  const sources = { bridge, sealer, migrations, rebuild, journal: journal.output, old };
  const taken = await takeSources(target, sources);
  // Only a newer program's entries are left where they are.
  const isBeforeNewer = taken === null && target.head.number < journal.output.head;
  const refusal =
    taken ??
    (await answerForLoss(target, old, Math.max(before, journal.output.head), {
      isAccepted: rebuild.isPartialAccepted === true,
      now: now(),
    }));
  if (refusal !== null) return refusal;
  await target.writeDocuments();
  await old?.copySide(database);
  if (isBeforeNewer) {
    const set = await bridge.call("journal.setAside", { from: target.head.number });
    if (!set.ok) return refuseRebuild(set.error.code, set.error.message);
  }
  return sendMissing(bridge, database, target, journal.output);
}

/** Where something known to have existed is not found, the user agrees first, and the rest is kept aside. */
async function answerForLoss(
  target: NewDatabase,
  old: OldDatabase | null,
  known: number,
  { isAccepted, now }: { readonly isAccepted: boolean; readonly now: number },
): Promise<RebuildRefusal | null> {
  const { number } = target.head;
  const isForked = old !== null && (await target.isWithout(old.head));
  const before = Math.max(known, isForked ? old.head.number : 0);
  if (!isForked && number >= before) return null;
  if (!isAccepted) {
    return number < before
      ? refuseRebuild("incomplete", sayIncomplete(number), number, before)
      : refuseRebuild("forked", FORKED, number, before);
  }
  const refusal = isForked ? await old.backUp() : null;
  if (refusal !== null) return refuseRebuild(refusal.code, refusal.message, number, before);
  await target.noteLoss(now, before);
  return null;
}

const FORKED =
  "数据库里有操作日志没有的修改，两边不是同一份记录；确认后按操作日志重建，数据库里的内容先另存为一份备份，可以从备份恢复";

function sayIncomplete(number: number): string {
  return `操作日志只完整到第${number}条，之后的内容找不回来；确认后可以重建到这里`;
}

/**
 * What the journal lacks. The last entry goes in any case: with it the counts are those of the new
 * database, whatever was counted before.
 */
async function sendMissing(
  bridge: Bridge,
  database: ScreenDatabase,
  { head: { number, people } }: NewDatabase,
  journal: OutputOf<"journal.state">,
): Promise<RebuildRefusal | null> {
  if (number === 0) return null;
  const link = new JournalLink(bridge, database, Math.min(journal.head, number - 1));
  const error = await link.sendUpTo(number, people);
  return error === null ? null : refuseRebuild(error.code, error.message, number);
}
