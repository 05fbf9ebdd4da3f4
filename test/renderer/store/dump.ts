import type { Idb } from "../../../renderer/store/database/database.ts";

function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("failed")));
  });
}

/** Opens a database as it lies there, past the store. */
export async function openRaw({ factory }: Idb, name: string): Promise<IDBDatabase> {
  return settle(factory.open(name));
}

/** All rows of all tables of all databases, with their keys. */
export async function dumpAll(idb: Idb): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const dump = new Map<string, readonly unknown[]>();
  for (const { name = "" } of await idb.factory.databases()) {
    const database = await openRaw(idb, name);
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      dump.set(`${name}/${table}`, await settle(store.getAll() as IDBRequest<unknown[]>));
    }
    database.close();
  }
  return dump;
}

/** Replaces rows of a table past the store. */
export async function putRaw(idb: Idb, name: string, table: string, rows: readonly unknown[]) {
  const database = await openRaw(idb, name);
  const store = database.transaction(table, "readwrite").objectStore(table);
  for (const row of rows) await settle(store.put(row));
  database.close();
}

/** Empties tables past the store; all of them unless some are named. */
export async function clearRaw(idb: Idb, name: string, tables?: readonly string[]) {
  const database = await openRaw(idb, name);
  for (const table of tables ?? database.objectStoreNames) {
    await settle(database.transaction(table, "readwrite").objectStore(table).clear());
  }
  database.close();
}

/** All bytes and texts of a dump one after the other, as a search through a disk would see them. */
export function bytesOf(dump: ReadonlyMap<string, readonly unknown[]>): string {
  const parts: string[] = [];
  const walk = (value: unknown): void => {
    if (value instanceof Uint8Array) parts.push(Buffer.from(value).toString("latin1"));
    else if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        parts.push(key);
        walk(item);
      }
    } else parts.push(Buffer.from(String(value)).toString("latin1"));
  };
  for (const rows of dump.values()) walk(rows);
  return parts.join("\u0000");
}
