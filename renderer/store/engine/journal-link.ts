import type { BridgeError } from "../../../shared/bridge/method.ts";
import type { Bridge } from "../../../shared/bridge/methods.ts";
import type { HistoryRow, ScreenDatabase } from "../database/database.ts";
import { toJournal } from "../edits/entry.ts";

/** Entries sent in one call: so many, or so many bytes. */
const MOST_ENTRIES = 200;
const MOST_BYTES = 8 * 1024 * 1024;

/** Hands the history to the journal (promise 1) and knows how far that has come. */
export class JournalLink {
  readonly #bridge: Bridge;
  readonly #database: ScreenDatabase;
  #head: number;

  constructor(bridge: Bridge, database: ScreenDatabase, head: number) {
    this.#bridge = bridge;
    this.#database = database;
    this.#head = head;
  }

  /** The number of the last entry that the journal has acknowledged. */
  get head(): number {
    return this.#head;
  }

  /** Sends everything up to an entry; null once the journal has it, else what is in the way. */
  async sendUpTo(number: number, people: number): Promise<BridgeError | null> {
    while (this.#head < number) {
      const rows = await this.#nextRows();
      if (rows.length === 0) throw new Error("the history ends before its head");
      const error = await this.#append(rows, people);
      if (error !== null) return error;
    }
    return null;
  }

  /** Sends an entry just written, without reading it again where nothing waits before it. */
  async sendNew(row: HistoryRow, people: number): Promise<BridgeError | null> {
    const known = this.#head;
    const error =
      known === row.number - 1
        ? await this.#append([row], people)
        : await this.sendUpTo(row.number, people);
    // The journal has lost its end since (a file removed by hand or by a virus scanner): once more from there.
    return error !== null && this.#head < known ? this.sendUpTo(row.number, people) : error;
  }

  async #append(rows: readonly HistoryRow[], people: number): Promise<BridgeError | null> {
    const entries = rows.map(toJournal);
    const counts = { people, entries: rows.at(-1)?.number ?? 0 };
    const answer = await this.#bridge.call("journal.append", { entries, counts });
    if (!answer.ok) {
      const head = answer.error.details?.["head"];
      if (answer.error.code === "journal-gap" && typeof head === "number") {
        this.#head = Math.min(this.#head, head);
      }
      return answer.error;
    }
    // An answer that does not reach the last entry would have us send for ever.
    if (answer.output.head < counts.entries) {
      return { code: "journal-gap", message: "操作日志没有写到最后一条，请稍后重试" };
    }
    this.#head = answer.output.head;
    return null;
  }

  async #nextRows(): Promise<readonly HistoryRow[]> {
    const rows: HistoryRow[] = [];
    let bytes = 0;
    for (let number = this.#head + 1; rows.length < MOST_ENTRIES; number += 1) {
      const row = await this.#database.history.get(number);
      if (row === undefined) break;
      bytes += row.box.length;
      if (rows.length > 0 && bytes > MOST_BYTES) break;
      rows.push(row);
    }
    return rows;
  }
}
