import type { HeadRow, HistoryRow, ScreenDatabase } from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
import { openEntry } from "../edits/entry.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { HistoryEntry } from "../types.ts";

export interface HistoryQuery {
  readonly personId?: string;
  readonly before?: number;
  readonly limit: number;
}

/** So many opened entries are kept. */
const MOST_KEPT = 50;

/** Reads the history from the database. */
export class HistoryReader {
  readonly #database: ScreenDatabase;
  readonly #sealer: Sealer;
  readonly #migrations: readonly Migration[];
  /** Opened last; an import of thousands takes a while to open. */
  readonly #known = new Map<number, HistoryEntry>();

  constructor(database: ScreenDatabase, sealer: Sealer, migrations: readonly Migration[]) {
    this.#database = database;
    this.#sealer = sealer;
    this.#migrations = migrations;
  }

  /** One entry; null where there is none of that number. */
  async entryAt(number: number | undefined): Promise<HistoryEntry | null> {
    if (number === undefined) return null;
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const row = await this.#database.history.get(number);
    return row === undefined ? null : this.#open(row);
  }

  /** Keeps an entry just written: it need not be opened again. */
  keep(entry: HistoryEntry): void {
    this.#known.delete(entry.number);
    this.#known.set(entry.number, entry);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KEPT && oldest !== undefined) this.#known.delete(oldest);
  }

  /**
   * The people whom the entries after a point concern; null where the point is not of this history, or too
   * far back to look.
   */
  async peopleSince(
    { number, hash }: Pick<HeadRow, "number" | "hash">,
    head: number,
  ): Promise<ReadonlySet<string> | null> {
    if (head < number || head - number > MOST_KEPT) return null;
    const row = await this.#database.history.get(number);
    if (row?.hash !== hash) return null;
    const people = new Set<string>();
    for (let at = number + 1; at <= head; at += 1) {
      for (const id of (await this.entryAt(at))?.personIds ?? []) people.add(id);
    }
    return people;
  }

  async #open(row: HistoryRow): Promise<HistoryEntry> {
    const entry =
      this.#known.get(row.number) ?? (await openEntry(this.#sealer, this.#migrations, row));
    this.keep(entry);
    return entry;
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
      const entry = await this.#open(row);
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
