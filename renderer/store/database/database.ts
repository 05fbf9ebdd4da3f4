import { Dexie, type Table } from "dexie";
import { NO_JOURNAL_HASH } from "../../../shared/bridge/journal-methods.ts";
import type { Sealer } from "../seal/sealer.ts";
import { makeSealingMiddleware, type OpenRow } from "../seal/sealing-middleware.ts";
import { DOCUMENT_TABLES, type DocumentTable, type Migration } from "./migration.ts";
import { upgradeStored } from "./migrations.ts";

/** IndexedDB as it is given: the browser's, or a test's. */
export interface Idb {
  readonly factory: IDBFactory;
  readonly keyRange: typeof IDBKeyRange;
}

/** The browser's own IndexedDB. */
export function browserIdb(): Idb {
  return { factory: indexedDB, keyRange: IDBKeyRange };
}

/** One entry of the history as it lies in the database. */
export interface HistoryRow {
  readonly number: number;
  readonly at: string;
  readonly kind: "edit" | "undo" | "redo";
  readonly previous: string;
  readonly hash: string;
  /** Row keys of the people concerned. */
  readonly people: readonly string[];
  /** The sealed entry, as the journal has it too. */
  readonly box: Uint8Array<ArrayBuffer>;
}

/** Where the history stands; written in the same transaction as every change. Numbers and hashes only. */
export interface HeadRow {
  readonly key: "head";
  readonly number: number;
  readonly hash: string;
  readonly at: string | null;
  /** How many people there are, so that vanished rows are noticed (promise 3). */
  readonly people: number;
  /** Numbers of the edits that can be undone and redone, the next one last. */
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/** A box that opens with the right key only. */
export interface KeyCheckRow {
  readonly key: "keyCheck";
  readonly box: Uint8Array<ArrayBuffer>;
}

/** The head of a history without entries. */
export const NO_HEAD: HeadRow = {
  key: "head",
  number: 0,
  hash: NO_JOURNAL_HASH,
  at: null,
  people: 0,
  undo: [],
  redo: [],
};

export const HEAD_KEY = "head";
export const KEY_CHECK_KEY = "keyCheck";

const SEALED_TABLES: ReadonlySet<string> = new Set([
  ...DOCUMENT_TABLES,
  "drafts",
  "preferences",
  "snapshot",
  "assessments",
]);
/** Where rows beside the records lie, sealed as well. */
export type SideTable = "drafts" | "preferences" | "snapshot";

/** Dexie counts ten of IndexedDB's versions as one of its own. */
const DEXIE_STEP = 10;

export class ScreenDatabase extends Dexie {
  declare readonly unit: Table<OpenRow, string>;
  declare readonly people: Table<OpenRow, string>;
  declare readonly training: Table<OpenRow, string>;
  declare readonly attachments: Table<OpenRow, string>;
  declare readonly settings: Table<OpenRow, string>;
  declare readonly rounds: Table<OpenRow, string>;
  declare readonly candidacies: Table<OpenRow, string>;
  declare readonly drafts: Table<OpenRow, string>;
  declare readonly preferences: Table<OpenRow, string>;
  declare readonly snapshot: Table<OpenRow, string>;
  declare readonly assessments: Table<OpenRow, string>;
  declare readonly history: Table<HistoryRow, number>;
  declare readonly meta: Table<HeadRow | KeyCheckRow, string>;

  /** Not opened yet. With fewer migrations it is the database of an older version. */
  constructor(name: string, sealer: Sealer, migrations: readonly Migration[], idb: Idb) {
    super(name, {
      // Acknowledged means on disk (promise 2): the default lost up to 1,300 saves in a power cut.
      chromeTransactionDurability: "strict",
      cache: "disabled",
      indexedDB: idb.factory,
      IDBKeyRange: idb.keyRange,
      autoOpen: false,
    });
    for (const { version, stores, upgradeRecord } of migrations) {
      const declared = this.version(version).stores(stores);
      if (upgradeRecord === undefined) continue;
      declared.upgrade(async (transaction) => {
        for (const table of DOCUMENT_TABLES) {
          const rows = transaction.table<OpenRow, string>(table);
          const old = await rows.toArray();
          if (old.length === 0) continue;
          const upgrade = (record: unknown) => upgradeRecord(table, record);
          await rows.bulkPut(
            old.map(({ key, doc }) => ({ key, doc: upgradeStored(table, doc, upgrade) })),
          );
        }
      });
    }
    this.use(makeSealingMiddleware(SEALED_TABLES, sealer));
  }

  /** Those of the tables with records that the version opened has. */
  get documentTables(): readonly DocumentTable[] {
    const own = new Set(this.tables.map(({ name }) => name));
    return DOCUMENT_TABLES.filter((table) => own.has(table));
  }

  documents(table: DocumentTable): Table<OpenRow, string> {
    return this.table<OpenRow, string>(table);
  }

  async readHead(): Promise<HeadRow | null> {
    const row = await this.meta.get(HEAD_KEY);
    return row?.key === "head" ? row : null;
  }
}

/** The version of our own that a database on disk has; null where there is none. */
export async function versionOnDisk(name: string, { factory }: Idb): Promise<number | null> {
  const found = (await factory.databases()).find((database) => database.name === name);
  return found?.version === undefined ? null : found.version / DEXIE_STEP;
}
