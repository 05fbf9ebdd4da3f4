import {
  HEAD_KEY,
  type HeadRow,
  type HistoryRow,
  type ScreenDatabase,
} from "../database/database.ts";
import { DOCUMENT_TABLES, type DocumentTable } from "../database/migration.ts";
import { DOCUMENT_TABLE_OF } from "../edits/entry.ts";
import { type Documents, isWholePerson, splitPerson } from "../edits/documents.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { OpenRow } from "../seal/sealing-middleware.ts";
import type { RecordChange } from "../types.ts";
import type { StoredPerson, StoredTraining } from "./read-documents.ts";

/** Rows to put and keys to delete, by table. */
export interface TableWrites {
  readonly put: OpenRow[];
  readonly remove: string[];
}
export type Writes = Readonly<Record<DocumentTable, TableWrites>>;

function noWrites(): Writes {
  const none = (): TableWrites => ({ put: [], remove: [] });
  return {
    unit: none(),
    people: none(),
    training: none(),
    attachments: none(),
    settings: none(),
    rounds: none(),
    candidacies: none(),
  };
}

/** The rows that changes come to, taken from the documents after them. */
export function planWrites(
  sealer: Sealer,
  next: Documents,
  changes: readonly RecordChange[],
): Writes {
  const writes = noWrites();
  const write = ({ table, id, doc }: Written) => {
    const key = sealer.keyOf(table, id);
    if (doc === null) writes[table].remove.push(key);
    else writes[table].put.push({ key, doc });
  };
  const withTraining = new Set<string>();
  for (const change of changes) {
    const { table, id, personId } = change;
    if (isWholePerson(change)) withTraining.add(id);
    if (table === "training") withTraining.add(personId ?? "");
    else write(findWritten(next, table, id));
  }
  for (const id of withTraining) write(findTraining(next, id));
  return writes;
}

/** What a table is to hold of a document; null: nothing any more. */
interface Written {
  readonly table: DocumentTable;
  readonly id: string;
  readonly doc: unknown;
}

function findWritten(
  { records, orders }: Documents,
  table: Exclude<RecordChange["table"], "training">,
  id: string,
): Written {
  const person = records.people.get(id);
  const stored: StoredPerson | null =
    person === undefined ? null : { order: orders.get(id) ?? 0, person: splitPerson(person) };
  const { [table]: doc } = {
    unit: records.unit,
    settings: records.settings,
    person: stored,
    attachment: records.attachments.get(id) ?? null,
    round: records.rounds.get(id) ?? null,
    candidacy: records.candidacies.get(id) ?? null,
  };
  return { table: DOCUMENT_TABLE_OF[table], id, doc };
}

/** All training of a person lies in one row. */
function findTraining({ records }: Documents, personId: string): Written {
  const entries = records.people.get(personId)?.training ?? [];
  const doc: StoredTraining | null = entries.length === 0 ? null : { personId, entries };
  return { table: "training", id: personId, doc };
}

/** Rows handed to IndexedDB at a time, so that sealing thousands does not hold the screen in one go. */
const BATCH = 100;

/**
 * Batches under way at a time. With one alone IndexedDB waits while the next is sealed, and sealing waits
 * while IndexedDB writes.
 */
const LANES = 4;

/** Another window or an older state of the profile has written in between. */
export class HeadMoved extends Error {
  constructor() {
    super("the database is not where this window left it");
    this.name = "HeadMoved";
  }
}

/** Writes documents, history and head in one strict transaction: all of it or nothing. */
export async function writeEntry(
  database: ScreenDatabase,
  writes: Writes,
  row: HistoryRow,
  head: HeadRow,
): Promise<void> {
  const tables = [...database.documentTables, "history", "meta"];
  await database.transaction("rw", tables, async () => {
    const before = await database.readHead();
    if ((before?.number ?? 0) !== row.number - 1) throw new HeadMoved();
    const batches = batchesOf(writes).values();
    const lane = async () => {
      for (const { table, rows } of batches) await database.documents(table).bulkPut(rows);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const table of database.documentTables) {
      const { remove } = writes[table];
      if (remove.length > 0) await database.documents(table).bulkDelete(remove);
    }
    await database.history.add(row);
    await database.meta.put({ ...head, key: HEAD_KEY });
  });
}

/** IndexedDB tells of a full disk by this name, sometimes one error further in, or in one of many. */
export function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner, failures = [] } = error as { inner?: unknown; failures?: readonly unknown[] };
  return (
    error.name === "QuotaExceededError" ||
    (inner !== error && isQuotaError(inner)) ||
    failures.some(isQuotaError)
  );
}

interface Batch {
  readonly table: DocumentTable;
  readonly rows: readonly OpenRow[];
}

function batchesOf(writes: Writes): readonly Batch[] {
  return DOCUMENT_TABLES.flatMap((table) => {
    const { put } = writes[table];
    return Array.from({ length: Math.ceil(put.length / BATCH) }, (_, index) => ({
      table,
      rows: put.slice(index * BATCH, (index + 1) * BATCH),
    }));
  });
}
