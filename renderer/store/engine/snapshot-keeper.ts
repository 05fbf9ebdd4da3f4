import type { AnswerShelf } from "../assess/answer-shelf.ts";
import type { Assessor } from "../assess/assessor.ts";
import type { HeadRow, ScreenDatabase } from "../database/database.ts";
import type { Records, StoreState } from "../types.ts";
import { writeSnapshot } from "./snapshot.ts";

/** What is kept once nobody has changed anything for this long, in milliseconds. */
const KEPT_AFTER = 3_000;

/** The store as it stands when it is kept. */
export interface Standing extends Pick<StoreState, "phase" | "rows"> {
  readonly head: HeadRow;
  readonly records: Records;
}

interface SnapshotParts {
  readonly database: ScreenDatabase;
  readonly assessor: Assessor;
  readonly shelf: AnswerShelf;
  readonly standing: () => Standing;
  /** Runs work when no change is being written. */
  readonly enqueue: (work: () => Promise<void>) => Promise<void>;
}

/** Keeps the list and the decisions for the next start, which paints from them before the records are read. */
export class SnapshotKeeper {
  readonly #parts: SnapshotParts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The hash of the entry that the kept list is of. */
  #keptOf: string | null = null;
  #isStopped = false;

  constructor(parts: SnapshotParts) {
    this.#parts = parts;
  }

  /** The list that was found at the start is that of this entry. */
  found(hash: string): void {
    this.#keptOf = hash;
  }

  /** Keeps what there is a while from now, if nothing changes until then. */
  plan(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#parts.enqueue(() => this.keep()).catch(() => {});
    }, KEPT_AFTER);
  }

  async keep(): Promise<void> {
    const { database, assessor, shelf, standing } = this.#parts;
    const { phase, rows, head, records } = standing();
    if (phase !== "ready") return;
    if (this.#keptOf !== head.hash) await writeSnapshot(database, head.hash, rows);
    this.#keptOf = head.hash;
    const decided = await assessor.decidedFor(records);
    if (decided !== null) await shelf.keep(head, decided);
  }

  /** Plans nothing more. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }
}
