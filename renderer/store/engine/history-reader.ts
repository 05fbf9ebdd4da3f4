import type { ScreenDatabase } from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
import { openEntry } from "../edits/entry.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { HistoryEntry } from "../types.ts";

export interface HistoryQuery {
  readonly personId?: string;
  readonly before?: number;
  readonly limit: number;
}

/** Reads the history from the database. */
export class HistoryReader {
  readonly #database: ScreenDatabase;
  readonly #sealer: Sealer;
  readonly #migrations: readonly Migration[];

  constructor(database: ScreenDatabase, sealer: Sealer, migrations: readonly Migration[]) {
    this.#database = database;
    this.#sealer = sealer;
    this.#migrations = migrations;
  }

  /** One entry; null where there is none of that number. */
  async entryAt(number: number | undefined): Promise<HistoryEntry | null> {
    if (number === undefined) return null;
    const row = await this.#database.history.get(number);
    return row === undefined ? null : openEntry(this.#sealer, this.#migrations, row);
  }

  /** Newest first. Of one person, an entry shows that person's changes alone. */
  async read({
    personId,
    before = Number.MAX_SAFE_INTEGER,
    limit,
  }: HistoryQuery): Promise<readonly HistoryEntry[]> {
    const numbers =
      personId === undefined ? await this.#all(before, limit) : await this.#of(personId, before);
    const wanted = numbers.slice(0, limit);
    const rows = await this.#database.history.bulkGet(wanted);
    const entries: HistoryEntry[] = [];
    for (const row of rows) {
      if (row === undefined) continue;
      const entry = await openEntry(this.#sealer, this.#migrations, row);
      entries.push(personId === undefined ? entry : narrow(entry, personId));
    }
    return entries;
  }

  /** The history has no gaps: as many entries as there are, so far do their numbers go. */
  async #all(before: number, limit: number): Promise<number[]> {
    const newest = Math.min(before - 1, await this.#database.history.count());
    const many = Math.max(0, Math.min(limit, newest));
    return Array.from({ length: many }, (_, index) => newest - index);
  }

  async #of(personId: string, before: number): Promise<number[]> {
    const key = this.#sealer.keyOf("people", personId);
    const numbers = await this.#database.history.where("people").equals(key).primaryKeys();
    return numbers.filter((number) => number < before).toSorted((a, b) => b - a);
  }
}

function narrow(entry: HistoryEntry, personId: string): HistoryEntry {
  return { ...entry, changes: entry.changes.filter((change) => change.personId === personId) };
}
