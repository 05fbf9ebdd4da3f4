import type { Answer } from "../../shared/bridge/method.ts";
import type { TrainingListDefaults } from "../../shared/training-list/read-training-list.ts";
import type { TrainingTableChoice } from "../../shared/training-list/table.ts";
import type { WorkbookData } from "../../shared/workbook/cell.ts";

/** A platform's list from the file to the commit. It lives outside the page: leaving the page loses nothing. */

/** What the user has decided about the list. */
export interface ListDecisions {
  readonly defaults: TrainingListDefaults;
  readonly columns: NonNullable<TrainingTableChoice["columns"]>;
  /** Numbers of good rows that are not to be taken over. */
  readonly unchosen: ReadonlySet<number>;
  readonly replacesSums: boolean;
}

export type ListState =
  | { readonly stage: "none" }
  | { readonly stage: "reading"; readonly name: string }
  | { readonly stage: "failed"; readonly name: string; readonly message: string }
  | {
      readonly stage: "read";
      readonly name: string;
      readonly workbook: WorkbookData;
      readonly decisions: ListDecisions;
    };

export type ReadList = Extract<ListState, { stage: "read" }>;

const NOTHING_DECIDED: ListDecisions = {
  defaults: { year: null, category: null, inSpecialty: false },
  columns: {},
  unchosen: new Set(),
  replacesSums: false,
};

type ReadWorkbook = (bytes: Uint8Array) => Promise<Answer<WorkbookData>>;

export class ListSession {
  readonly #readWorkbook: ReadWorkbook;
  readonly #listeners = new Set<() => void>();
  #state: ListState = { stage: "none" };
  /** What is being read belongs to this number; a later one makes it void. */
  #turn = 0;

  constructor(readWorkbook: ReadWorkbook) {
    this.#readWorkbook = readWorkbook;
  }

  readonly getState = (): ListState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads a file. */
  async take(file: Pick<File, "name" | "arrayBuffer">): Promise<void> {
    this.clear();
    const turn = this.#turn;
    const { name } = file;
    this.#set({ stage: "reading", name });
    const answer = await this.#readWorkbook(new Uint8Array(await file.arrayBuffer()));
    if (turn !== this.#turn) return;
    this.#set(
      answer.ok
        ? { stage: "read", name, workbook: answer.output, decisions: NOTHING_DECIDED }
        : { stage: "failed", name, message: answer.error.message },
    );
  }

  decide(change: Partial<ListDecisions>): void {
    const state = this.#state;
    if (state.stage !== "read") return;
    this.#set({ ...state, decisions: { ...state.decisions, ...change } });
  }

  /** Gives up whatever is going on, and forgets the file. */
  clear(): void {
    this.#turn += 1;
    this.#set({ stage: "none" });
  }

  #set(state: ListState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
