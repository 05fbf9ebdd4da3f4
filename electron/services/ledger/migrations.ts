import { DESK_TABLES } from "./migrations/001-desk-tables.ts";
import { SHARED_STORE } from "./migrations/002-shared-store.ts";

/** A step of the schema: run once, in order, in one transaction with the note that it was. */
export interface Migration {
  /** From 1, without gaps; never changed once released. */
  readonly number: number;
  readonly name: string;
  /** Statements that PGlite and a server both take. */
  readonly statements: readonly string[];
}

/** Every step there is. A new one imports nothing that lives on. */
export const MIGRATIONS: readonly Migration[] = [DESK_TABLES, SHARED_STORE];
