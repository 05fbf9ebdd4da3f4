import type { BACKUP_REASONS, BackupInfo } from "../../shared/bridge/backups-methods.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import type { PersonAnswers } from "../../shared/policy/answer.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import type { PersonAssessments } from "../../shared/policy/evaluate.ts";
import type { Issue } from "../../shared/records/issue.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Series } from "../../shared/records/series.ts";
import type { TitleLevel } from "../../shared/records/title.ts";
import type { Unit } from "../../shared/records/unit.ts";

/** What the screen knows and how it changes it: the face of the store that every feature works against. */

/** One member as lists show them: enough to paint, search and sort without the documents. */
export interface RosterRow {
  readonly id: string;
  readonly name: string;
  /** The initials of the name's pinyin in small letters; several readings are separated by a space. */
  readonly initials: string;
  /** Place in the order of the collator 'zh-CN' among all names. */
  readonly nameRank: number;
  readonly sex: Person["sex"];
  readonly birthDate: string;
  /** The last four characters of the ID number; null where none is on file. */
  readonly idTail: string | null;
  /** The highest title on file. */
  readonly titleName: string | null;
  readonly titleLevel: TitleLevel | null;
  readonly series: Series | null;
  /** The employer of the running posting; null where none runs. */
  readonly employer: string | null;
  readonly isManaging: boolean;
}

/** A file beside a person's records; its bytes lie in the data folder by hash. */
export interface AttachmentRecord {
  readonly id: string;
  readonly personId: string;
  /** A kind of the pack's list: `degree`, `certificate`, `appointment`, … */
  readonly kind: string;
  readonly name: string;
  /** Media type, `image/jpeg`. */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly crc32: string;
  /** `2026-11-23T08:15:30Z`. */
  readonly addedAt: string;
}

/** 操作员: who did it, in the history. */
export interface Operator {
  readonly id: string;
  readonly name: string;
}

export interface Settings {
  /** The round that eligibility is shown for. Days as `YYYY-MM-DD`. */
  readonly cycle: { readonly year: number; readonly applyOn: string; readonly cutOff: string };
  readonly operators: readonly Operator[];
  readonly operatorId: string | null;
}

/** All records, in memory once read; immutable. */
export interface Records {
  readonly unit: Unit | null;
  readonly people: ReadonlyMap<string, Person>;
  readonly attachments: ReadonlyMap<string, AttachmentRecord>;
  /** The rounds of all years by id, the earliest first. */
  readonly rounds: ReadonlyMap<string, Round>;
  readonly candidacies: ReadonlyMap<string, Candidacy>;
  readonly settings: Settings;
}

/** What an edit is called in the history: a key of the messages `history.*` and what they name. */
export interface EditLabel {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One change as the user sees it: committed as a whole, undone as a whole. */
export interface Edit {
  readonly label: EditLabel;
  readonly unit?: Unit;
  /** Whole people as in the unit file, training with them. */
  readonly putPeople?: readonly Person[];
  readonly removePeople?: readonly string[];
  readonly putAttachments?: readonly AttachmentRecord[];
  readonly removeAttachments?: readonly string[];
  readonly putRounds?: readonly Round[];
  /** Each of a round and a person on file, or put by the same edit. */
  readonly putCandidacies?: readonly Candidacy[];
  readonly removeCandidacies?: readonly string[];
  readonly settings?: Settings;
}

/**
 * An edit, or what makes it of the records as they are when its turn has come: nothing of an edit that was made
 * meanwhile is lost by it.
 */
export type EditOrMaker = Edit | ((records: Records) => Edit);

export type EditRefusal =
  /** The records would not pass the unit file's checks; paths begin at the unit file. */
  | { readonly ok: false; readonly code: "invalid"; readonly issues: readonly Issue[] }
  /**
   * Nothing was written; `message` is a Chinese sentence that says what to do. Only `journal-failed` of
   * an edit that was underway leaves it in the database: it is sent on as soon as the journal works.
   */
  | {
      readonly ok: false;
      readonly code:
        | "nothing-changed"
        | "nothing-to-undo"
        | "changed-since"
        | "space-low"
        | "journal-failed"
        | "shrunk"
        | "locked"
        | "database-failed";
      readonly message: string;
    };
export type EditResult = { readonly ok: true; readonly entry: HistoryEntry } | EditRefusal;

/** One line of the history, readable. */
export interface HistoryEntry {
  readonly number: number;
  /** `2026-11-23T08:15:30Z`. */
  readonly at: string;
  readonly operator: string | null;
  readonly label: EditLabel;
  readonly kind: "edit" | "undo" | "redo";
  /** For undo and redo: the number of the edit. */
  readonly of: number | null;
  readonly personIds: readonly string[];
  readonly changes: readonly RecordChange[];
}

/** One document before and after; null: there was none, there is none. */
export interface RecordChange {
  readonly table:
    | "unit"
    | "person"
    | "training"
    | "attachment"
    | "settings"
    | "round"
    | "candidacy";
  readonly id: string;
  readonly personId: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** The decisions of the present cycle; people whose inputs changed are missing until worked out again. */
export interface Assessed {
  /** For lists and counts. There from the first moment on where nothing has changed since the last start. */
  readonly answers: ReadonlyMap<string, PersonAnswers>;
  /** The same with all their grounds, explained when asked for; empty until all records are read. */
  readonly byPerson: ReadonlyMap<string, PersonAssessments>;
  /** How many people are still to be worked out. */
  readonly pending: number;
  readonly packId: string;
  /** The round that they are for. */
  readonly cycle: Settings["cycle"];
}

export interface StoreState {
  /** `listed`: only the rows are there, from the snapshot. `ready`: everything is. */
  readonly phase: "listed" | "ready";
  readonly rows: readonly RosterRow[];
  /** Null until ready. */
  readonly records: Records | null;
  readonly assessed: Assessed;
  /** What can be decided by: the bureau's packs before those that ship with the program. */
  readonly packs: readonly Pack[];
  /** The edit that undo or redo would take; null: none. */
  readonly undoable: HistoryEntry | null;
  readonly redoable: HistoryEntry | null;
  /** Set when writing has stopped for a reason that the user must see (promise 6). */
  readonly stopped: { readonly code: string; readonly message: string } | null;
}

/** Work that takes a while: it tells how far it is and can be called off. */
export interface LongWork {
  /** `total` is null where it is not known. */
  readonly onProgress?: (done: number, total: number | null) => void;
  readonly signal?: AbortSignal;
}

/** What was refused; `message` is a Chinese sentence that says what to do. */
export interface WorkRefusal {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

export type BackupReason = (typeof BACKUP_REASONS)[number];
export type BackupResult = { readonly ok: true; readonly backup: BackupInfo } | WorkRefusal;

/** Restored: the history has an entry of it, and `before` is the backup of what was there (go back with it). */
export type RestoreResult =
  | { readonly ok: true; readonly entry: HistoryEntry; readonly before: BackupInfo }
  | WorkRefusal;

export interface RebuildOptions extends LongWork {
  /** Begin with this backup, then take what the journal has after it. */
  readonly backupId?: string;
  /** The user agrees to what `incomplete` or `forked` said. */
  readonly isPartialAccepted?: boolean;
}

export type RebuildResult =
  | { readonly ok: true; readonly people: number; readonly entries: number }
  /**
   * `incomplete`: entries are missing; `newer-entries`: a newer program wrote them; `forked`: the old database
   * says otherwise than the journal, and is backed up first. Ask the user, then again with `isPartialAccepted`.
   */
  | (WorkRefusal & {
      /** The last entry that it would come to, and how many there once were. */
      readonly details: { readonly wholeUpTo: number; readonly entriesBefore: number | null };
    });

/** The one door for every change (architecture.md, 'Data'). */
export interface Store {
  readonly getState: () => StoreState;
  /** Gives a function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly commit: (edit: EditOrMaker) => Promise<EditResult>;
  readonly undo: () => Promise<EditResult>;
  readonly redo: () => Promise<EditResult>;
  /** Newest first; of one person, or of all. */
  readonly readHistory: (query: {
    readonly personId?: string;
    readonly before?: number;
    readonly limit: number;
  }) => Promise<readonly HistoryEntry[]>;
  /** Half-filled forms, sealed like records; they survive closing the window. */
  readonly readDraft: (key: string) => Promise<unknown>;
  readonly keepDraft: (key: string, value: unknown) => Promise<void>;
  readonly dropDraft: (key: string) => Promise<void>;
  /** Column choice and the like. */
  readonly readPreference: (key: string) => Promise<unknown>;
  readonly keepPreference: (key: string, value: unknown) => Promise<void>;
  /** Other packs are known now: everybody is decided anew who is decided by another one. */
  readonly changePacks: (packs: readonly Pack[]) => void;
  readonly makeBackup: (reason: BackupReason, work?: LongWork) => Promise<BackupResult>;
  /** Checks the backup whole, backs up what is there, then replaces it in one undoable step. */
  readonly restoreBackup: (id: string, work?: LongWork) => Promise<RestoreResult>;
  /** Closes the store and makes a new database; whatever comes of it, load the page again afterwards. */
  readonly rebuildFromJournal: (options?: RebuildOptions) => Promise<RebuildResult>;
  /** Told just before the store closes, while it still takes drafts; gives a function that ends it. */
  readonly onClosing: (listener: () => void) => () => void;
  /** Ends writing and forgets the data key; the database stays. */
  readonly close: () => Promise<void>;
}
