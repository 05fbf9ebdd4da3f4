import { formatInstant } from "../../shared/calendar/instant.ts";
import { AnswerShelf, type StoredAnswers } from "./assess/answer-shelf.ts";
import { Assessor } from "./assess/assessor.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { hashRules, packOf } from "./assess/inputs.ts";
import type { HeadRow } from "./database/database.ts";
import { BackupKeeper } from "./backup/backup-keeper.ts";
import { diffRecords } from "./edits/diff-records.ts";
import { applyChanges, type Documents, emptyRecords, touchedPeople } from "./edits/documents.ts";
import { type NewEntry, sealEntry } from "./edits/entry.ts";
import { planSteps } from "./edits/plan-edit.ts";
import { planAgain, planUndo, type UndoPlan } from "./edits/plan-undo.ts";
import { pushEntry } from "./edits/undo-stacks.ts";
import { defaultSettings } from "./engine/default-settings.ts";
import { type HistoryQuery, HistoryReader } from "./engine/history-reader.ts";
import { operatorOf } from "./engine/operator-of.ts";
import { readDocuments, readSettings } from "./engine/read-documents.ts";
import { EDIT_SENTENCES, refuseEdit, wordRefusal } from "./engine/sentences.ts";
import { runPaced } from "./engine/slices.ts";
import { openSideDocuments, type SideDocuments } from "./engine/side-documents.ts";
import { readSnapshot } from "./engine/snapshot.ts";
import { SnapshotKeeper } from "./engine/snapshot-keeper.ts";
import { SpaceWatch } from "./engine/space-watch.ts";
import { StateBox } from "./engine/state-box.ts";
import type { StoreParts } from "./engine/store-parts.ts";
import { isQuotaError, planWrites, writeEntry } from "./engine/write-entry.ts";
import { loadInitials } from "./roster/initials.ts";
import { RosterIndex } from "./roster/roster-index.ts";
import type {
  BackupReason,
  BackupResult,
  EditOrMaker,
  EditRefusal,
  EditResult,
  HistoryEntry,
  LongWork,
  RebuildOptions,
  RebuildResult,
  RestoreResult,
  Store,
} from "./types.ts";

/** A journal that failed is tried again after so many milliseconds, whether or not anybody saves. */
const RETRY_AFTER = 15_000;

/** The one door: changes are checked, written with their history in one transaction, then journalled. */
export class RecordStore implements Store {
  readonly #parts: StoreParts;
  readonly #box: StateBox;
  readonly #reader: HistoryReader;
  readonly #side: SideDocuments;
  readonly #space: SpaceWatch;
  readonly #assessor: Assessor;
  readonly #shelf: AnswerShelf;
  readonly #keeper: BackupKeeper;
  readonly #snapshots: SnapshotKeeper;
  readonly #ready: Promise<void>;
  #documents: Documents;
  #roster: RosterIndex | null = null;
  #head: HeadRow;
  #queue: Promise<unknown> = Promise.resolve();
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #closingListeners = new Set<() => void>();
  #isClosed = false;
  #closing: Promise<void> | null = null;

  constructor(parts: StoreParts) {
    const { database, sealer, migrations, bridge, now, packs, head, stopped } = parts;
    this.#parts = parts;
    this.#head = head;
    const settings = defaultSettings(now());
    this.#documents = { records: emptyRecords(settings), orders: new Map() };
    this.#box = new StateBox({
      phase: "listed",
      rows: [],
      records: null,
      assessed: {
        answers: new Map(),
        byPerson: new Map(),
        pending: 0,
        packId: packOf(settings, packs).id,
        cycle: settings.cycle,
      },
      packs,
      undoable: null,
      redoable: null,
      stopped,
    });
    this.#reader = new HistoryReader(database, sealer, migrations);
    this.#side = openSideDocuments(database, sealer);
    this.#space = new SpaceWatch(bridge, now);
    this.#assessor = new Assessor(packs, (assessed) => this.#box.set({ assessed }));
    this.#shelf = new AnswerShelf(database);
    this.#snapshots = new SnapshotKeeper({
      database,
      assessor: this.#assessor,
      shelf: this.#shelf,
      standing: () => ({
        ...this.#box.get(),
        head: this.#head,
        records: this.#documents.records,
      }),
      enqueue: (work) => this.#enqueue(work),
    });
    if (stopped?.code === "journal-failed") this.#planRetry();
    database.on("close", () => {
      // The browser does so when the disk fails or its data are cleared while the window is open.
      if (!this.#isClosed)
        this.#stop("database-closed", "数据库被浏览器关闭了，已停止写入；请重新打开程序");
    });
    this.#keeper = new BackupKeeper(parts, () => this.#head.number);
    this.#ready = this.#enqueue(() => this.#read());
    this.#ready.catch(() => {});
  }

  get getState() {
    return this.#box.get;
  }

  get subscribe() {
    return this.#box.subscribe;
  }

  /** Resolves when all records are read; rejects where they cannot be. */
  get whenReady(): Promise<void> {
    return this.#ready;
  }

  commit = (given: EditOrMaker): Promise<EditResult> =>
    this.#enqueue(async () => {
      const refusal = await this.#refusal();
      if (refusal !== null) return refusal;
      const edit = typeof given === "function" ? given(this.#documents.records) : given;
      const plan = await runPaced(planSteps(this.#documents.records, edit));
      if (!plan.ok) return { ok: false, code: "invalid", issues: plan.issues };
      if (plan.changes.length === 0) return refuseEdit("nothing-changed");
      return this.#write({ kind: "edit", of: null, label: edit.label, changes: plan.changes });
    });

  undo = (): Promise<EditResult> =>
    this.#goBy("undo", (entry) => planUndo(this.#documents.records, entry.changes));

  redo = (): Promise<EditResult> =>
    this.#goBy("redo", (entry) => planAgain(this.#documents.records, entry.changes));

  readHistory = async (query: HistoryQuery): Promise<readonly HistoryEntry[]> =>
    this.#isClosed ? [] : this.#reader.read(query);

  readDraft = (key: string): Promise<unknown> => this.#side.read("drafts", key);
  keepDraft = (key: string, value: unknown): Promise<void> => this.#side.keep("drafts", key, value);
  dropDraft = (key: string): Promise<void> => this.#side.drop("drafts", key);
  readPreference = (key: string): Promise<unknown> => this.#side.read("preferences", key);
  keepPreference = (key: string, value: unknown): Promise<void> =>
    this.#side.keep("preferences", key, value);

  makeBackup = (reason: BackupReason, work: LongWork = {}): Promise<BackupResult> =>
    this.#keeper.make(reason, work);

  restoreBackup = async (id: string, work: LongWork = {}): Promise<RestoreResult> => {
    const read = await this.#keeper.read(id, work);
    if (!read.ok) return read;
    return this.#enqueue(async () => {
      const refusal = await this.#refusal();
      if (refusal !== null) return wordRefusal(refusal);
      const changes = await runPaced(diffRecords(this.#documents.records, read.records));
      if (changes.length === 0) return wordRefusal(refuseEdit("nothing-changed"));
      const before = await this.#keeper.make("restore", work);
      if (!before.ok) return before;
      const label = { key: "history.restored", params: { at: read.at } };
      const written = await this.#write({ kind: "edit", of: null, label, changes });
      return written.ok
        ? { ok: true, entry: written.entry, before: before.backup }
        : wordRefusal(written);
    });
  };

  rebuildFromJournal = async (options: RebuildOptions = {}): Promise<RebuildResult> => {
    await this.close();
    return this.#parts.rebuild(options);
  };

  /** Asked twice, both wait for the same end. */
  close = (): Promise<void> => (this.#closing ??= this.#close());

  onClosing = (listener: () => void): (() => void) => {
    this.#closingListeners.add(listener);
    return () => this.#closingListeners.delete(listener);
  };

  async #close(): Promise<void> {
    for (const listener of this.#closingListeners) listener();
    this.#isClosed = true;
    this.#snapshots.stop();
    this.#keeper.stop();
    this.#assessor.stop();
    clearTimeout(this.#retryTimer);
    await this.#queue.catch(() => {});
    await this.#side.end();
    await this.#snapshots.keep().catch(() => {});
    this.#parts.database.close();
    this.#parts.sealer.forget();
    this.#parts.release();
  }

  /** One after the other: each change is planned on what the one before left. */
  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {});
    return result;
  }

  /** The list from the snapshot first, then everything, then the decisions. */
  async #read(): Promise<void> {
    const { database, now } = this.#parts;
    const listed = await readSnapshot(database, this.#head.hash);
    if (listed !== null) {
      this.#snapshots.found(this.#head.hash);
      this.#box.set({ rows: listed });
    }
    let stored: StoredAnswers | null = null;
    try {
      stored = await this.#readAnswers();
      const initials = loadInitials();
      this.#documents = await readDocuments(database, defaultSettings(now()));
      this.#roster = new RosterIndex(await initials, listed ?? []);
      const { records } = this.#documents;
      const rows = this.#roster.update(records.people, records.people.keys());
      this.#box.set({ phase: "ready", records, rows, ...(await this.#readSteps()) });
    } catch (error) {
      const message = "有记录读不出来（可能已损坏）；请到“健康检查”页从操作日志重建";
      this.#stop("database-failed", message);
      throw error;
    }
    this.#snapshots.plan();
    this.#keeper.start();
    if (stored !== null) await this.#takeAnswers(stored);
    void this.#assess();
  }

  /** What the last start left; shown at once where nothing has changed since. */
  async #readAnswers(): Promise<StoredAnswers | null> {
    const { database, now, packs } = this.#parts;
    const settings = await readSettings(database, defaultSettings(now()));
    const decidedBy = packOf(settings, packs);
    const stored = await this.#shelf.read(await hashRules(decidedBy), settings.cycle);
    if (stored?.head.hash === this.#head.hash) {
      const { id: packId } = decidedBy;
      const answers = new Map(Array.from(stored.people, ([id, one]) => [id, one.answers]));
      const { cycle } = stored;
      this.#box.set({ assessed: { answers, byPerson: new Map(), pending: 0, packId, cycle } });
    }
    return stored;
  }

  async #takeAnswers(stored: StoredAnswers): Promise<void> {
    const changed = await this.#reader.peopleSince(stored.head, this.#head.number);
    if (changed === null) return;
    await this.#assessor.adopt(this.#documents.records, stored, (id) => changed.has(id));
  }

  /** Works out what is missing; the next start finds it. */
  changePacks(packs: readonly Pack[]): void {
    this.#assessor.changePacks(packs);
    this.#box.set({ packs });
    if (this.#box.get().phase === "ready") void this.#assess();
  }

  async #assess(): Promise<void> {
    await this.#assessor.update(this.#documents.records);
    this.#snapshots.plan();
  }

  async #readSteps(): Promise<{ undoable: HistoryEntry | null; redoable: HistoryEntry | null }> {
    const { undo, redo } = this.#head;
    return {
      undoable: await this.#reader.entryAt(undo.at(-1)),
      redoable: await this.#reader.entryAt(redo.at(-1)),
    };
  }

  /** What stands against writing. A journal that failed is tried again first. */
  async #refusal(): Promise<EditRefusal | null> {
    if (this.#isClosed) return refuseEdit("locked");
    await this.#catchUp();
    const { stopped } = this.#box.get();
    if (stopped?.code === "journal-failed") return refuseEdit("journal-failed", stopped.message);
    if (stopped !== null) return refuseEdit("database-failed", stopped.message);
    return (await this.#space.isLow()) ? refuseEdit("space-low") : null;
  }

  /** Sends the journal what it lacks; writing goes on once it has all. */
  async #catchUp(): Promise<void> {
    const { link } = this.#parts;
    if (this.#isClosed || this.#box.get().stopped?.code !== "journal-failed") return;
    const error = await link.sendUpTo(this.#head.number, this.#head.people);
    if (error === null) this.#box.set({ stopped: null });
    else this.#planRetry();
  }

  #planRetry(): void {
    clearTimeout(this.#retryTimer);
    if (this.#isClosed) return;
    this.#retryTimer = setTimeout(() => {
      this.#enqueue(() => this.#catchUp()).catch(() => {});
    }, RETRY_AFTER);
  }

  #goBy(kind: "undo" | "redo", plan: (entry: HistoryEntry) => UndoPlan): Promise<EditResult> {
    return this.#enqueue(async () => {
      const refusal = await this.#refusal();
      if (refusal !== null) return refusal;
      const { undoable, redoable } = this.#box.get();
      const entry = kind === "undo" ? undoable : redoable;
      if (entry === null) return refuseEdit("nothing-to-undo");
      const planned = plan(entry);
      if (planned.ok) {
        const { label, number } = entry;
        return this.#write({ kind, of: number, label, changes: planned.changes });
      }
      return planned.code === "invalid"
        ? { ok: false, code: "invalid", issues: planned.issues }
        : refuseEdit(planned.code);
    });
  }

  async #write(what: Pick<NewEntry, "kind" | "of" | "label" | "changes">): Promise<EditResult> {
    const { database, sealer, migrations, now, link } = this.#parts;
    const number = this.#head.number + 1;
    const at = formatInstant(now());
    const operator = operatorOf(this.#documents.records.settings, what.changes);
    const entry = { ...what, number, at, operator };
    const row = await sealEntry(sealer, migrations, this.#head.hash, entry);
    const next = applyChanges(this.#documents, what.changes, number);
    const head: HeadRow = {
      key: "head",
      number,
      hash: row.hash,
      at,
      people: next.records.people.size,
      ...pushEntry(this.#head, entry),
    };
    try {
      await writeEntry(database, planWrites(sealer, next, what.changes), row, head);
    } catch (error) {
      return this.#failedWrite(error);
    }
    this.#documents = next;
    this.#head = head;
    const error = await link.sendNew(row, head.people);
    const why = error === null ? null : `${EDIT_SENTENCES["journal-failed"]}（${error.message}）`;
    if (why !== null) this.#stop("journal-failed", why);
    const full: HistoryEntry = { ...entry, personIds: touchedPeople(what.changes) };
    this.#reader.keep(full);
    await this.#publish(full);
    return why === null ? { ok: true, entry: full } : refuseEdit("journal-failed", why);
  }

  async #publish(entry: HistoryEntry): Promise<void> {
    const { records } = this.#documents;
    const rows =
      entry.personIds.length === 0
        ? this.#box.get().rows
        : (this.#roster?.update(records.people, entry.personIds) ?? []);
    this.#box.set({ records, rows, ...(await this.#readSteps()) });
    this.#snapshots.plan();
    void this.#assess();
  }

  #failedWrite(error: unknown): EditResult {
    if (isQuotaError(error)) return refuseEdit("space-low");
    if (error instanceof Error && error.name === "HeadMoved") {
      const message = "数据库被另一个窗口改过，已停止写入；请关闭其他窗口后重新打开程序";
      this.#stop("head-moved", message);
      return { ok: false, code: "database-failed", message };
    }
    return refuseEdit("database-failed");
  }

  #stop(code: string, message: string): void {
    if (code === "journal-failed") this.#planRetry();
    this.#box.set({ stopped: { code, message } });
  }
}
