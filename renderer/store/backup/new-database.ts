import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import {
  type HeadRow,
  type HistoryRow,
  KEY_CHECK_KEY,
  NO_HEAD,
  type ScreenDatabase,
} from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
import {
  closeDocuments,
  type Documents,
  emptyRecords,
  type OpenDocuments,
  openDocuments,
  takeChanges,
} from "../edits/documents.ts";
import { fromJournal, isChained, sealEntry } from "../edits/entry.ts";
import { pushEntry, type UndoStacks } from "../edits/undo-stacks.ts";
import { KEY_CHECK_PLACE } from "../engine/open-result.ts";
import { assembleDocuments } from "../engine/read-documents.ts";
import { giveWay } from "../engine/slices.ts";
import { planWrites, type Writes } from "../engine/write-entry.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { RecordChange, Settings } from "../types.ts";
import type { BackupContent } from "./read-backup.ts";

/** Rows handed to IndexedDB at a time. */
const BATCH = 500;

/** A new database being filled: its history is written entry by entry, its documents at the end. */
export class NewDatabase {
  readonly #database: ScreenDatabase;
  readonly #sealer: Sealer;
  readonly #migrations: readonly Migration[];
  /** Settings that nobody has set are not written: they go with the year. */
  readonly #defaults: Settings;
  readonly #open: OpenDocuments;
  #head: HeadRow = NO_HEAD;

  constructor(
    database: ScreenDatabase,
    sealer: Sealer,
    migrations: readonly Migration[],
    defaults: Settings,
  ) {
    this.#database = database;
    this.#sealer = sealer;
    this.#migrations = migrations;
    this.#defaults = defaults;
    this.#open = openDocuments({ records: emptyRecords(defaults), orders: new Map() });
  }

  /** Where its history stands so far. */
  get head(): HeadRow {
    return this.#head;
  }

  /** Begins with what a backup holds. */
  async takeBackup({ tables, head, entries }: BackupContent): Promise<void> {
    const rows: HistoryRow[] = [];
    for (const entry of entries) {
      rows.push((await fromJournal(this.#sealer, this.#migrations, entry)).row);
    }
    await this.keepRows(rows);
    replaceDocuments(this.#open, assembleDocuments(tables, this.#defaults));
    this.#head = head;
  }

  /**
   * Takes the next entry over; null where it does not follow on the one before, or does not open. Throws
   * `NewerEntryError` where a newer program wrote it.
   */
  async takeEntry(journalEntry: JournalEntry): Promise<HistoryRow | null> {
    const isNext = journalEntry.number === this.#head.number + 1;
    if (!isNext || !(await isChained(journalEntry, this.#head.hash))) return null;
    try {
      const { row, entry } = await fromJournal(this.#sealer, this.#migrations, journalEntry);
      takeChanges(this.#open, entry.changes, entry.number);
      this.#head = this.#headAfter(row, pushEntry(this.#head, entry));
      return row;
    } catch (error) {
      if (error instanceof Error && error.name === "SealBroken") return null;
      throw error;
    }
  }

  /** Writes entries that were taken into its history. */
  async keepRows(rows: readonly HistoryRow[]): Promise<void> {
    if (rows.length > 0) await this.#database.history.bulkPut([...rows]);
  }

  /** Whether an entry of another history is not in this one. */
  async isWithout({ number, hash }: Pick<HeadRow, "number" | "hash">): Promise<boolean> {
    return (await this.#database.history.get(number))?.hash !== hash;
  }

  /** A line in the history says that entries are missing; with it the journal goes on from here. */
  async noteLoss(now: number, before: number): Promise<void> {
    const head = this.#head;
    const params = { upTo: head.number, before };
    const label = { key: "history.rebuiltInPart", params };
    const what = { kind: "edit", of: null, operator: null, label, changes: [] } as const;
    const entry = { ...what, number: head.number + 1, at: formatInstant(now) };
    const row = await sealEntry(this.#sealer, this.#migrations, head.hash, entry);
    await this.keepRows([row]);
    this.#head = this.#headAfter(row, head);
  }

  /** The last step: with the head in it the database is whole. */
  async writeDocuments(): Promise<void> {
    const next = closeDocuments(this.#open);
    const writes = planWrites(this.#sealer, next, this.#allDocuments(next));
    await writeInBatches(this.#database, writes);
    const box = this.#sealer.seal(KEY_CHECK_PLACE, true);
    await this.#database.meta.bulkPut([this.#head, { key: KEY_CHECK_KEY, box }]);
  }

  #allDocuments({ records }: Documents): readonly RecordChange[] {
    const { unit, settings, people, attachments, rounds, candidacies } = records;
    const isSet = settings !== this.#defaults;
    const ofTable = (table: RecordChange["table"], documents: ReadonlyMap<string, unknown>) =>
      Array.from(documents, ([id, after]) => ({ table, id, personId: null, before: null, after }));
    return [
      ...ofTable("unit", new Map(unit === null ? [] : [["unit", unit]])),
      ...ofTable("settings", new Map(isSet ? [["settings", settings]] : [])),
      ...ofTable("person", people),
      ...ofTable("attachment", attachments),
      ...ofTable("round", rounds),
      ...ofTable("candidacy", candidacies),
    ];
  }

  #headAfter({ number, hash, at }: HistoryRow, { undo, redo }: UndoStacks): HeadRow {
    const people = this.#open.people.size;
    return { key: "head", number, hash, at, people, undo, redo };
  }
}

async function writeInBatches(database: ScreenDatabase, writes: Writes): Promise<void> {
  for (const table of database.documentTables) {
    const { put } = writes[table];
    for (let at = 0; at < put.length; at += BATCH) {
      await database.documents(table).bulkPut(put.slice(at, at + BATCH));
      await giveWay();
    }
  }
}

function replaceDocuments(open: OpenDocuments, { records, orders }: Documents): void {
  open.unit = records.unit;
  open.settings = records.settings;
  putAll(open.people, records.people);
  putAll(open.attachments, records.attachments);
  putAll(open.rounds, records.rounds);
  putAll(open.candidacies, records.candidacies);
  putAll(open.orders, orders);
}

function putAll<Value>(into: Map<string, Value>, values: ReadonlyMap<string, Value>): void {
  for (const [key, value] of values) into.set(key, value);
}
