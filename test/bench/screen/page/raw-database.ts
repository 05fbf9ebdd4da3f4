import type { HeadRow, HistoryRow } from "../../../../renderer/store/database/database.ts";
import { DOCUMENT_TABLES } from "../../../../renderer/store/database/migration.ts";

/** IndexedDB without anything between, in the layout of the store: the same tables, keys and index. */

const OTHERS = ["drafts", "preferences", "snapshot"] as const;

/** Gives, at every call, the milliseconds since the one before. */
export function clock(): () => number {
  let since = performance.now();
  return () => {
    const now = performance.now();
    const lap = now - since;
    since = now;
    return lap;
  };
}

/** A new database. */
export function openRaw(): Promise<IDBDatabase> {
  const request = indexedDB.open("raw", 1);
  request.addEventListener("upgradeneeded", () => {
    const database = request.result;
    for (const name of [...DOCUMENT_TABLES, ...OTHERS, "meta"]) {
      database.createObjectStore(name, { keyPath: "key" });
    }
    const history = database.createObjectStore("history", { keyPath: "number" });
    history.createIndex("people", "people", { multiEntry: true });
  });
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("not opened")));
  });
}

/** Puts all rows in one strict transaction; milliseconds from its begin until it is acknowledged. */
export function writeRaw(
  database: IDBDatabase,
  rows: ReadonlyMap<string, readonly unknown[]>,
  entry: HistoryRow,
  head: HeadRow,
): Promise<number> {
  const lap = clock();
  const tables = [...DOCUMENT_TABLES, "history", "meta"];
  const transaction = database.transaction(tables, "readwrite", { durability: "strict" });
  for (const [table, puts] of rows) {
    const store = transaction.objectStore(table);
    for (const row of puts) store.put(row);
  }
  transaction.objectStore("history").add(entry);
  transaction.objectStore("meta").put(head);
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve(lap()));
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new Error("not written")),
    );
  });
}
