import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import type { OutputOf } from "../../../shared/bridge/methods.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { readCurrent, writeCurrent } from "../database/current.ts";
import {
  browserIdb,
  type HeadRow,
  type HistoryRow,
  type Idb,
  KEY_CHECK_KEY,
  NO_HEAD,
  ScreenDatabase,
} from "../database/database.ts";
import { DOCUMENT_TABLES } from "../database/migration.ts";
import { MIGRATIONS } from "../database/migrations.ts";
import {
  closeDocuments,
  type Documents,
  type OpenDocuments,
  openDocuments,
  takeChanges,
} from "../edits/documents.ts";
import { fromJournal, isChained, sealEntry } from "../edits/entry.ts";
import { pushEntry, type UndoStacks } from "../edits/undo-stacks.ts";
import { defaultSettings } from "../engine/default-settings.ts";
import { JournalLink } from "../engine/journal-link.ts";
import {
  DEFAULT_NAME,
  KEY_CHECK_PLACE,
  type StoreOptions,
  windowLockName,
} from "../engine/open-result.ts";
import { assembleDocuments } from "../engine/read-documents.ts";
import { EDIT_SENTENCES } from "../engine/sentences.ts";
import { giveWay } from "../engine/slices.ts";
import { holdWindowLock } from "../engine/window-lock.ts";
import { isQuotaError, planWrites } from "../engine/write-entry.ts";
import { openSealer, type Sealer } from "../seal/sealer.ts";
import type { RebuildOptions, RebuildResult, Settings } from "../types.ts";
import { type OldDatabase, openOldDatabase } from "./old-database.ts";
import { readBackup } from "./read-backup.ts";

/** A rebuild in progress: what has been taken over so far. */
interface Progress {
  readonly open: OpenDocuments;
  head: HeadRow;
}

/**
 * Makes a new database from the journal, or from a backup and what the journal has after it, and
 * switches to it. What the old database has after both is taken too; where it says otherwise it is backed
 * up first, and it stays until the new one has been opened. The store must be closed.
 */
export async function rebuildFromJournal(
  options: StoreOptions,
  rebuild: RebuildOptions = {},
): Promise<RebuildResult> {
  const base = options.databaseName ?? DEFAULT_NAME;
  const locks = options.locks === undefined ? navigator.locks : options.locks;
  const release = await holdWindowLock(locks, windowLockName(base));
  if (release === null) {
    return refuse("other-window", "程序已在另一个窗口打开，请先关闭它");
  }
  try {
    return await new Rebuilder(options, base, rebuild, await openSealer(options.dataKey)).run();
  } catch (error) {
    // The pages that wait for this cannot be left before they have an answer.
    return isQuotaError(error)
      ? refuse("space-low", EDIT_SENTENCES["space-low"])
      : refuse("database-failed", "新的数据库没有写成，原来的数据没有改动；请关闭程序后重试");
  } finally {
    release();
  }
}

function refuse(
  code: string,
  message: string,
  wholeUpTo = 0,
  before: number | null = null,
): RebuildResult {
  return { ok: false, code, message, details: { wholeUpTo, entriesBefore: before } };
}

class Rebuilder {
  readonly #options: StoreOptions;
  readonly #base: string;
  readonly #rebuild: RebuildOptions;
  readonly #sealer: Sealer;
  readonly #idb: Idb;
  readonly #progress: Progress;
  /** Settings that nobody has set are not written: they go with the year. */
  readonly #defaults: Settings;

  constructor(options: StoreOptions, base: string, rebuild: RebuildOptions, sealer: Sealer) {
    this.#options = options;
    this.#base = base;
    this.#rebuild = rebuild;
    this.#sealer = sealer;
    this.#idb = options.idb ?? browserIdb();
    const settings = defaultSettings(options.now());
    this.#defaults = settings;
    const records = { unit: null, people: new Map(), attachments: new Map(), settings };
    this.#progress = { open: openDocuments({ records, orders: new Map() }), head: NO_HEAD };
  }

  async run(): Promise<RebuildResult> {
    const { newId, migrations = MIGRATIONS } = this.#options;
    const current = await readCurrent(this.#base, this.#idb);
    const old = await openOldDatabase(this.#options, current.name, this.#sealer);
    const name = `${this.#base}-${newId()}`;
    const database = new ScreenDatabase(name, this.#sealer, migrations, this.#idb);
    let isKept = false;
    try {
      await database.open();
      const refusal = await this.#fill(database, old);
      if (refusal !== null) return refusal;
      const retired = [...current.retired, current.name];
      await writeCurrent(this.#base, this.#idb, { name, retired });
      isKept = true;
      const { head } = this.#progress;
      return { ok: true, people: head.people, entries: head.number };
    } finally {
      old?.close();
      database.close();
      if (!isKept) this.#idb.factory.deleteDatabase(name);
    }
  }

  /** Everything that can be found goes into the new database; null once it is whole. */
  async #fill(database: ScreenDatabase, old: OldDatabase | null): Promise<RebuildResult | null> {
    const { bridge } = this.#options;
    const journal = await bridge.call("journal.state", {});
    if (!journal.ok) return refuse(journal.error.code, journal.error.message);
    const health = await bridge.call("health.state", {});
    const before = health.ok ? (health.output.lastCounts?.entries ?? null) : null;
    const refusal =
      (await this.#takeBackup(database)) ??
      (await this.#takeJournal(database, journal.output)) ??
      (await this.#takeRest(database, old)) ??
      (await this.#answerForLoss(database, old, Math.max(before ?? 0, journal.output.head)));
    if (refusal !== null) return refusal;
    await this.#writeDocuments(database);
    await old?.copySide(database);
    return this.#sendMissing(database, journal.output);
  }

  /** What the old database has after the journal: a journal that failed was not given it yet. */
  async #takeRest(database: ScreenDatabase, old: OldDatabase | null): Promise<null> {
    if (old === null) return null;
    for (;;) {
      const rows: HistoryRow[] = [];
      for (const entry of await old.readEntries(this.#progress.head.number + 1)) {
        const row = await this.#takeEntry(entry);
        if (row === null) break;
        rows.push(row);
      }
      if (rows.length === 0) return null;
      await this.#keepRows(database, rows);
      await giveWay();
    }
  }

  /** Where something known to have existed is not found, the user agrees first, and the rest is kept aside. */
  async #answerForLoss(
    database: ScreenDatabase,
    old: OldDatabase | null,
    known: number,
  ): Promise<RebuildResult | null> {
    const { number } = this.#progress.head;
    const isForked = old !== null && (await isOfAnotherHistory(database, old.head));
    const before = Math.max(known, isForked ? old.head.number : 0);
    if (!isForked && number >= before) return null;
    if (this.#rebuild.isPartialAccepted !== true) {
      return number < before
        ? refuse("incomplete", sayIncomplete(number), number, before)
        : refuse("forked", FORKED, number, before);
    }
    const refusal = isForked ? await old.backUp() : null;
    if (refusal !== null) return refuse(refusal.code, refusal.message, number, before);
    await this.#noteLoss(database, before);
    return null;
  }

  async #takeBackup(database: ScreenDatabase): Promise<RebuildResult | null> {
    const { bridge, migrations = MIGRATIONS } = this.#options;
    const { backupId, signal } = this.#rebuild;
    if (backupId === undefined) return null;
    const reading = { bridge, sealer: this.#sealer, migrations };
    const read = await readBackup(reading, backupId, signal === undefined ? {} : { signal });
    if (!read.ok) return refuse(read.code, read.message);
    const { tables, head, entries } = read.content;
    await this.#keepRows(database, await this.#rowsOf(entries));
    replaceDocuments(this.#progress.open, assembleDocuments(tables, this.#defaults));
    this.#progress.head = head;
    return null;
  }

  /** Goes on where the backup ends; a journal that says otherwise of that entry is of another history. */
  async #takeJournal(
    database: ScreenDatabase,
    { head: last, fault }: OutputOf<"journal.state">,
  ): Promise<RebuildResult | null> {
    const { bridge } = this.#options;
    const { signal, onProgress } = this.#rebuild;
    for (;;) {
      // Behind a fault there may be entries that go on where a backup ends.
      const isBehind = this.#progress.head.number >= last;
      if (isBehind && fault === null) break;
      if (signal?.aborted === true) return refuse("cancelled", "已取消，数据没有改动");
      const from = this.#progress.head.number + 1;
      const page = await bridge.call("journal.read", { from });
      if (!page.ok) return refuse(page.error.code, page.error.message, from - 1, last);
      const { entries } = page.output;
      if (entries.length === 0) break;
      const rows: HistoryRow[] = [];
      for (const entry of entries) {
        const row = await this.#takeEntry(entry);
        if (row === null && isBehind) break;
        if (row === null) {
          const message = `操作日志第${entry.number}条与前面的记录对不上，没有重建`;
          return refuse("journal-damaged", message, entry.number - 1, last);
        }
        rows.push(row);
      }
      if (rows.length === 0) break;
      await this.#keepRows(database, rows);
      onProgress?.(this.#progress.head.number, last);
      await giveWay();
    }
    return null;
  }

  /** Null where it does not follow on the entry before, or does not open. */
  async #takeEntry(journalEntry: JournalEntry): Promise<HistoryRow | null> {
    const { migrations = MIGRATIONS } = this.#options;
    const { open, head } = this.#progress;
    const isNext = journalEntry.number === head.number + 1;
    if (!isNext || !(await isChained(journalEntry, head.hash))) return null;
    try {
      const { row, entry } = await fromJournal(this.#sealer, migrations, journalEntry);
      takeChanges(open, entry.changes, entry.number);
      this.#progress.head = this.#headAfter(row, pushEntry(head, entry));
      return row;
    } catch (error) {
      if (error instanceof Error && error.name === "SealBroken") return null;
      throw error;
    }
  }

  #headAfter({ number, hash, at }: HistoryRow, { undo, redo }: UndoStacks): HeadRow {
    const people = this.#progress.open.people.size;
    return { key: "head", number, hash, at, people, undo, redo };
  }

  async #rowsOf(entries: readonly JournalEntry[]): Promise<readonly HistoryRow[]> {
    const { migrations = MIGRATIONS } = this.#options;
    const rows: HistoryRow[] = [];
    for (const entry of entries) {
      rows.push((await fromJournal(this.#sealer, migrations, entry)).row);
    }
    return rows;
  }

  async #keepRows(database: ScreenDatabase, rows: readonly HistoryRow[]): Promise<void> {
    if (rows.length > 0) await database.history.bulkPut([...rows]);
  }

  /** A line in the history says that entries are missing; with it the journal goes on from here. */
  async #noteLoss(database: ScreenDatabase, before: number): Promise<void> {
    const { now, migrations = MIGRATIONS } = this.#options;
    const { head } = this.#progress;
    const params = { upTo: head.number, before };
    const label = { key: "history.rebuiltInPart", params };
    const at = formatInstant(now());
    const number = head.number + 1;
    const entry = {
      number,
      at,
      kind: "edit",
      of: null,
      operator: null,
      label,
      changes: [],
    } as const;
    const row = await sealEntry(this.#sealer, migrations, head.hash, entry);
    await this.#keepRows(database, [row]);
    this.#progress.head = this.#headAfter(row, head);
  }

  async #writeDocuments(database: ScreenDatabase): Promise<void> {
    const next: Documents = closeDocuments(this.#progress.open);
    const { people, attachments, unit, settings } = next.records;
    const isSet = settings !== this.#defaults;
    const none = { personId: null, before: null };
    const writes = planWrites(this.#sealer, next, [
      ...(unit === null ? [] : [{ table: "unit", id: "unit", ...none, after: unit } as const]),
      ...(isSet ? [{ table: "settings", id: "settings", ...none, after: settings } as const] : []),
      ...Array.from(people, ([id, after]) => ({ table: "person", id, ...none, after }) as const),
      ...Array.from(
        attachments,
        ([id, after]) => ({ table: "attachment", id, ...none, after }) as const,
      ),
    ]);
    for (const table of DOCUMENT_TABLES) {
      const { put } = writes[table];
      for (let at = 0; at < put.length; at += BATCH) {
        await database.documents(table).bulkPut(put.slice(at, at + BATCH));
        await giveWay();
      }
    }
    const box = this.#sealer.seal(KEY_CHECK_PLACE, true);
    await database.meta.bulkPut([this.#progress.head, { key: KEY_CHECK_KEY, box }]);
  }

  /**
   * What the journal lacks. The last entry goes in any case: with it the counts are those of the new
   * database, whatever was counted before.
   */
  async #sendMissing(
    database: ScreenDatabase,
    journal: OutputOf<"journal.state">,
  ): Promise<RebuildResult | null> {
    const { number, people } = this.#progress.head;
    if (number === 0) return null;
    const link = new JournalLink(
      this.#options.bridge,
      database,
      Math.min(journal.head, number - 1),
    );
    const error = await link.sendUpTo(number, people);
    return error === null ? null : refuse(error.code, error.message, number);
  }
}

const FORKED =
  "数据库里有操作日志没有的修改，两边不是同一份记录；确认后按操作日志重建，数据库里的内容先另存为一份备份，可以从备份恢复";

function sayIncomplete(number: number): string {
  return `操作日志只完整到第${number}条，之后的内容找不回来；确认后可以重建到这里`;
}

/** Whether a database's last entry is not among those of the new one. */
async function isOfAnotherHistory(
  database: ScreenDatabase,
  { number, hash }: HeadRow,
): Promise<boolean> {
  return (await database.history.get(number))?.hash !== hash;
}

const BATCH = 500;

function replaceDocuments(open: OpenDocuments, { records, orders }: Documents): void {
  open.unit = records.unit;
  open.settings = records.settings;
  for (const [id, person] of records.people) open.people.set(id, person);
  for (const [id, attachment] of records.attachments) open.attachments.set(id, attachment);
  for (const [id, order] of orders) open.orders.set(id, order);
}
