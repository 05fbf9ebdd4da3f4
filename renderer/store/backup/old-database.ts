import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import {
  browserIdb,
  type HeadRow,
  ScreenDatabase,
  type SideTable,
  versionOnDisk,
} from "../database/database.ts";
import { latestVersion, MIGRATIONS } from "../database/migrations.ts";
import { toJournal } from "../edits/entry.ts";
import type { StoreOptions } from "../engine/open-result.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { WorkRefusal } from "../types.ts";
import { writeBackup } from "./write-backup.ts";

/** The database that a rebuild is going to replace, as far as it can still be read. */
export interface OldDatabase {
  readonly head: HeadRow;
  /** Entries of its history from one number on; none where it has none, or they cannot be read. */
  readonly readEntries: (from: number) => Promise<readonly JournalEntry[]>;
  /** Keeps what it holds as a backup; null also where it is too broken for one. */
  readonly backUp: () => Promise<WorkRefusal | null>;
  /** Takes half-filled forms and the like over, which stand in no journal. */
  readonly copySide: (target: ScreenDatabase) => Promise<void>;
  readonly close: () => void;
}

/** Entries read at a time. */
const ENTRIES = 100;
const SIDE_TABLES = ["drafts", "preferences"] as const satisfies SideTable[];

/**
 * Opens it as the version that wrote it; null where there is none, it is empty, it does not open, or a newer
 * program wrote it (promise 5).
 */
export async function openOldDatabase(
  { bridge, migrations = MIGRATIONS, idb = browserIdb() }: StoreOptions,
  name: string,
  sealer: Sealer,
): Promise<OldDatabase | null> {
  const version = await versionOnDisk(name, idb);
  if (version === null || version > latestVersion(migrations)) return null;
  const own = migrations.filter((migration) => migration.version <= version);
  const database = new ScreenDatabase(name, sealer, own, idb);
  const head = await orNull(async () => {
    await database.open();
    return database.readHead();
  });
  if (head === null || head.number === 0) {
    database.close();
    return null;
  }
  return {
    head,
    readEntries: async (from) => {
      const upTo = Math.min(from + ENTRIES - 1, head.number);
      const numbers = Array.from({ length: Math.max(0, upTo - from + 1) }, (_, at) => from + at);
      const rows = (await orNull(() => database.history.bulkGet(numbers))) ?? [];
      return rows.flatMap((row) => (row === undefined ? [] : [toJournal(row)]));
    },
    backUp: async () => {
      const made = await orNull(() =>
        writeBackup({ bridge, database, sealer, version }, "restore"),
      );
      return made === null || made.ok ? null : made;
    },
    copySide: async (target) => {
      for (const table of SIDE_TABLES) {
        await orNull(async () => target[table].bulkPut(await database[table].toArray()));
      }
    },
    close: () => database.close(),
  };
}

/** A broken database is the reason for many a rebuild: what cannot be read does not stand in its way. */
async function orNull<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
