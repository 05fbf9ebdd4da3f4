import type { Bridge } from "../../../shared/bridge/methods.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import type { Idb } from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
import type { Store } from "../types.ts";

export const DEFAULT_NAME = "jiceng";
/** Where the box lies that opens with the right key only. */
export const KEY_CHECK_PLACE = "meta/keyCheck";

/** The lock that the window with the open store holds. */
export function windowLockName(base: string): string {
  return `${base}-window`;
}

/** What the store needs from around it. */
export interface StoreOptions {
  readonly bridge: Bridge;
  /** The 32 bytes that the key store gives after unlocking. */
  readonly dataKey: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** What the databases' names begin with. */
  readonly databaseName?: string;
  /** What can be decided by, the foremost in effect first; those that ship unless given. */
  readonly packs?: readonly Pack[];
  /** The browser's own unless given. */
  readonly idb?: Idb;
  /** Null: this environment has no locks between windows. */
  readonly locks?: LockManager | null;
  /** For tests of the machinery. */
  readonly migrations?: readonly Migration[];
}

export type OpenRefusalCode =
  | "newer-data"
  | "shrunk"
  | "wiped"
  | "journal-ahead"
  | "journal-damaged"
  | "other-window"
  | "wrong-key"
  | "database-failed";

export interface OpenRefusal {
  readonly ok: false;
  readonly code: OpenRefusalCode;
  /** A Chinese sentence that says what to do. */
  readonly message: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export type OpenResult = { readonly ok: true; readonly store: Store } | OpenRefusal;
