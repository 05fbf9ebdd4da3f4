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
import { giveWay } from "../engine/slices.ts";
import { holdWindowLock } from "../engine/window-lock.ts";
import { planWrites } from "../engine/write-entry.ts";
import { openSealer, type Sealer } from "../seal/sealer.ts";
import type { RebuildOptions, RebuildResult } from "../types.ts";
import { readBackup } from "./read-backup.ts";

/** A rebuild in progress: what has been taken over so far. */
interface Progress {
  readonly open: OpenDocuments;
  head: HeadRow;
}

/**
 * Makes a new database from the journal, or from a backup and what the journal has after it, and
 * switches to it. The old database stays until the new one has been opened. The store must be closed.
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

  constructor(options: StoreOptions, base: string, rebuild: RebuildOptions, sealer: Sealer) {
    this.#options = options;
    this.#base = base;
    this.#rebuild = rebuild;
    this.#sealer = sealer;
    this.#idb = options.idb ?? browserIdb();
    const settings = defaultSettings(options.now());
    const records = { unit: null, people: new Map(), attachments: new Map(), settings };
    this.#progress = { open: openDocuments({ records, orders: new Map() }), head: NO_HEAD };
  }

  async run(): Promise<RebuildResult> {
    const { bridge, newId, migrations = MIGRATIONS } = this.#options;
    const journal = await bridge.call("journal.state", {});
    if (!journal.ok) return refuse(journal.error.code, journal.error.message);
    const health = await bridge.call("health.state", {});
    const before = health.ok ? (health.output.lastCounts?.entries ?? null) : null;
    const name = `${this.#base}-${newId()}`;
    const database = new ScreenDatabase(name, this.#sealer, migrations, this.#idb);
    let isKept = false;
    try {
      await database.open();
      const refusal =
        (await this.#takeBackup(database)) ?? (await this.#takeJournal(database, journal.output));
      if (refusal !== null) return refusal;
      const { number } = this.#progress.head;
      const isPartial = number < Math.max(before ?? 0, journal.output.head);
      if (isPartial && this.#rebuild.isPartialAccepted !== true) {
        const message = `操作日志只完整到第${number}条，之后的内容找不回来；确认后可以重建到这里`;
        return refuse("incomplete", message, number, before);
      }
      if (isPartial) await this.#noteLoss(database, before);
      await this.#writeDocuments(database);
      const sent = await this.#sendMissing(database, journal.output);
      if (sent !== null) return sent;
      await this.#switchTo(name);
      isKept = true;
      const { head } = this.#progress;
      return { ok: true, people: head.people, entries: head.number };
    } finally {
      database.close();
      if (!isKept) this.#idb.factory.deleteDatabase(name);
    }
  }

  async #takeBackup(database: ScreenDatabase): Promise<RebuildResult | null> {
    const { bridge, now, migrations = MIGRATIONS } = this.#options;
    const { backupId, signal } = this.#rebuild;
    if (backupId === undefined) return null;
    const reading = { bridge, sealer: this.#sealer, migrations };
    const read = await readBackup(reading, backupId, signal === undefined ? {} : { signal });
    if (!read.ok) return refuse(read.code, read.message);
    const { tables, head, entries } = read.content;
    await this.#keepRows(database, await this.#rowsOf(entries));
    replaceDocuments(this.#progress.open, assembleDocuments(tables, defaultSettings(now())));
    this.#progress.head = head;
    return null;
  }

  /** Goes on where the backup ends; a journal that says otherwise of that entry is of another history. */
  async #takeJournal(
    database: ScreenDatabase,
    { head: last }: OutputOf<"journal.state">,
  ): Promise<RebuildResult | null> {
    const { bridge } = this.#options;
    const { signal, onProgress } = this.#rebuild;
    while (this.#progress.head.number < last) {
      if (signal?.aborted === true) return refuse("cancelled", "已取消，数据没有改动");
      const from = this.#progress.head.number + 1;
      const page = await bridge.call("journal.read", { from });
      if (!page.ok) return refuse(page.error.code, page.error.message, from - 1, last);
      const { entries } = page.output;
      if (entries.length === 0) break;
      const rows: HistoryRow[] = [];
      for (const entry of entries) {
        const row = await this.#takeEntry(entry);
        if (row === null) {
          const message = `操作日志第${entry.number}条与前面的记录对不上，没有重建`;
          return refuse("journal-damaged", message, entry.number - 1, last);
        }
        rows.push(row);
      }
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
  async #noteLoss(database: ScreenDatabase, before: number | null): Promise<void> {
    const { now, migrations = MIGRATIONS } = this.#options;
    const { head } = this.#progress;
    const params = { upTo: head.number, before: before ?? head.number };
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
    const none = { personId: null, before: null };
    const writes = planWrites(this.#sealer, next, [
      ...(unit === null ? [] : [{ table: "unit", id: "unit", ...none, after: unit } as const]),
      { table: "settings", id: "settings", ...none, after: settings },
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

  /** What the backup had and the journal has lost; with it the counts are those of the new database. */
  async #sendMissing(
    database: ScreenDatabase,
    journal: OutputOf<"journal.state">,
  ): Promise<RebuildResult | null> {
    const { number, people } = this.#progress.head;
    const link = new JournalLink(this.#options.bridge, database, Math.min(journal.head, number));
    const error = await link.sendUpTo(number, people);
    return error === null ? null : refuse(error.code, error.message, number);
  }

  async #switchTo(name: string): Promise<void> {
    const current = await readCurrent(this.#base, this.#idb);
    const retired = [...current.retired, current.name];
    await writeCurrent(this.#base, this.#idb, { name, retired });
  }
}

const BATCH = 500;

function replaceDocuments(open: OpenDocuments, { records, orders }: Documents): void {
  open.unit = records.unit;
  open.settings = records.settings;
  for (const [id, person] of records.people) open.people.set(id, person);
  for (const [id, attachment] of records.attachments) open.attachments.set(id, attachment);
  for (const [id, order] of orders) open.orders.set(id, order);
}
