import { HOST_ERRORS, type Answer } from "../../shared/bridge/method.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import type { WorkbookData } from "../../shared/workbook/cell.ts";
import type { ImportCommit, ImportDecisions, ImportView } from "./import-job.ts";
import type { JobPort } from "./job-port.ts";

/** One import from the file to the commit. It lives outside the page: leaving the page loses nothing. */

export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ImportState =
  | { readonly stage: "empty" }
  | { readonly stage: "reading"; readonly fileName: string }
  | { readonly stage: "failed"; readonly fileName: string; readonly message: string }
  | ({ readonly stage: "report" } & ReportState)
  | ({ readonly stage: "done"; readonly done: ImportDone } & ReportState);

export interface ReportState {
  readonly file: ImportFile;
  readonly view: ImportView;
  readonly decisions: ImportDecisions;
  /** Places in the view's rows: good ones that are not to be taken over. */
  readonly unchosen: ReadonlySet<number>;
  /** The report is being drawn up anew. */
  readonly isLooking: boolean;
}

/** What was written. */
export interface ImportDone {
  readonly added: number;
  readonly changed: number;
  readonly leftOut: ImportCommit["leftOut"];
}

/** What is on file when the workbook is looked at. */
export interface OnFile {
  readonly existing: UnitFile | null;
  readonly pack: Pack;
}

export interface SessionPorts {
  readonly readWorkbook: (bytes: Uint8Array) => Promise<Answer<WorkbookData>>;
  readonly startJob: () => JobPort;
}

const NOTHING_DECIDED: ImportDecisions = { mapping: {}, defaults: {} };
const NOTHING: ReadonlySet<number> = new Set();

export class ImportSession {
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<() => void>();
  #state: ImportState = { stage: "empty" };
  #job: JobPort | null = null;
  #workbook: WorkbookData | null = null;
  #onFile: OnFile | null = null;
  /** What is going on belongs to this number; a later one makes it void. */
  #turn = 0;
  /** Set while the chosen rows are being written: what is on file changes by them. */
  #isHeld = false;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  readonly getState = (): ImportState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads a file and draws up its report. */
  async take(file: ImportFile, onFile: OnFile): Promise<void> {
    this.clear();
    const turn = this.#turn;
    this.#set({ stage: "reading", fileName: file.name });
    const answer = await this.#ports.readWorkbook(file.bytes);
    if (turn !== this.#turn) return;
    if (!answer.ok) {
      this.#set({ stage: "failed", fileName: file.name, message: answer.error.message });
      return;
    }
    this.#workbook = answer.output;
    await this.#open(file, onFile, NOTHING_DECIDED, NOTHING);
  }

  /** The report anew, where what is on file has changed since. */
  async follow(onFile: OnFile): Promise<void> {
    const state = this.#state;
    if (state.stage !== "report" || this.#isHeld) return;
    if (this.#onFile?.existing === onFile.existing) return;
    this.#set({ ...state, isLooking: true });
    await this.#open(state.file, onFile, state.decisions, state.unchosen);
  }

  /** The report under other decisions; which rows are left out is asked anew. */
  async decide(decisions: ImportDecisions): Promise<void> {
    const state = this.#state;
    if (state.stage !== "report" || this.#job === null) return;
    const job = this.#job;
    this.#set({ ...state, decisions, isLooking: true });
    await this.#show(state.file, decisions, NOTHING, async () => job.look(decisions));
  }

  /** Leaves rows out, by their places. */
  leaveOut(unchosen: ReadonlySet<number>): void {
    if (this.#state.stage === "report") this.#set({ ...this.#state, unchosen });
  }

  /** What the chosen rows come to; null where nothing can be taken over. */
  async prepare(): Promise<ImportCommit | null> {
    const state = this.#state;
    if (state.stage !== "report" || this.#job === null) return null;
    return this.#job.commit(chosenPlaces(state));
  }

  /** From here to `finish` or `release` the report does not follow what is on file. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
  }

  /** The chosen rows are on file. */
  finish(done: ImportDone): void {
    this.release();
    if (this.#state.stage !== "report") return;
    this.#endJob();
    this.#set({ ...this.#state, stage: "done", done });
  }

  /** Gives up whatever is going on, and forgets the file. */
  clear(): void {
    this.#turn += 1;
    this.#endJob();
    this.#workbook = null;
    this.#set({ stage: "empty" });
  }

  async #open(
    file: ImportFile,
    onFile: OnFile,
    decisions: ImportDecisions,
    unchosen: ReadonlySet<number>,
  ): Promise<void> {
    const workbook = this.#workbook;
    if (workbook === null) return;
    this.#endJob();
    const job = this.#ports.startJob();
    this.#job = job;
    this.#onFile = onFile;
    const source = { workbook, ...onFile };
    await this.#show(file, decisions, unchosen, async () => job.open(source, decisions));
  }

  async #show(
    file: ImportFile,
    decisions: ImportDecisions,
    unchosen: ReadonlySet<number>,
    work: () => Promise<ImportView>,
  ): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const view = await work();
      if (turn !== this.#turn) return;
      this.#set({ stage: "report", file, view, decisions, unchosen, isLooking: false });
    } catch {
      if (turn !== this.#turn) return;
      this.#set({ stage: "failed", fileName: file.name, message: HOST_ERRORS.bug });
    }
  }

  #endJob(): void {
    this.#job?.end();
    this.#job = null;
  }

  #set(state: ImportState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The places of the rows that will be taken over. */
export function chosenPlaces({ view, unchosen }: ReportState): readonly number[] {
  return view.rows.flatMap(({ outcome }, at) =>
    outcome === "refused" || unchosen.has(at) ? [] : [at],
  );
}
