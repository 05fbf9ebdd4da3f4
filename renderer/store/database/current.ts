import { Dexie } from "dexie";
import type { Idb } from "./database.ts";

/**
 * Which database is the current one. A rebuild writes a new one and switches to it; the name lies in a
 * small database of its own, because localStorage reaches the disk seconds later.
 */
export interface CurrentDatabase {
  readonly name: string;
  /** What was switched away from: removed once the new one has been opened well. */
  readonly retired: readonly string[];
  /** What a newer program wrote and an older one went back from: never removed. */
  readonly setAside?: readonly string[];
}

const KEY = "current";

/** The name of the small database. */
export function currentName(base: string): string {
  return `${base}-current`;
}

async function withSmallDatabase<Result>(
  base: string,
  idb: Idb,
  work: (database: Dexie) => Promise<Result>,
): Promise<Result> {
  const database = new Dexie(currentName(base), {
    chromeTransactionDurability: "strict",
    cache: "disabled",
    indexedDB: idb.factory,
    IDBKeyRange: idb.keyRange,
  });
  database.version(1).stores({ current: "key" });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The name of the current database; the first one's where none was ever switched. */
export async function readCurrent(base: string, idb: Idb): Promise<CurrentDatabase> {
  const row: unknown = await withSmallDatabase(base, idb, (database) =>
    database.table("current").get(KEY),
  );
  return row === undefined ? { name: `${base}-1`, retired: [] } : (row as CurrentDatabase);
}

/** Switches to another database. */
export async function writeCurrent(
  base: string,
  idb: Idb,
  current: CurrentDatabase,
): Promise<void> {
  await withSmallDatabase(base, idb, (database) =>
    database.table("current").put({ key: KEY, ...current }),
  );
}
