/**
 * One step of the database's layout. Migrations are frozen once they have shipped: they import nothing
 * that lives on, and a fixture of every version is opened by a test.
 */
export interface Migration {
  /** From 1, without gaps. */
  readonly version: number;
  /** Tables with their keys and indexes, as Dexie spells them; null drops a table. */
  readonly stores: Readonly<Record<string, string | null>>;
  /**
   * A record of the version before as this version writes it, wherever it stands: in its table, in a
   * backup, or before and after a change in the history. Absent: records stay as they are.
   */
  readonly upgradeRecord?: (table: DocumentTable, record: unknown) => unknown;
}

/** The tables that hold records; older versions have fewer of them. */
export const DOCUMENT_TABLES = [
  "unit",
  "people",
  "training",
  "attachments",
  "settings",
  "rounds",
  "candidacies",
] as const;
export type DocumentTable = (typeof DOCUMENT_TABLES)[number];
