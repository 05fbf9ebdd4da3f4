import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import type { HeadRow } from "../database/database.ts";
import type { DocumentTable } from "../database/migration.ts";

/** What a backup says, line by line: the first and the last frame the documents and the history between. */
export type BackupLine =
  | {
      readonly kind: "begin";
      readonly format: string;
      readonly version: number;
      readonly head: HeadRow;
    }
  | { readonly kind: "document"; readonly table: DocumentTable; readonly doc: unknown }
  | { readonly kind: "entry"; readonly entry: JournalEntry }
  | { readonly kind: "end"; readonly documents: number; readonly entries: number };

export const BACKUP_FORMAT = "jiceng.backup/1";

/** Where a sealed piece belongs: pieces that are swapped or of another backup do not open. */
export function pieceOf(id: string, index: number): string {
  return `backup/${id}/${index}`;
}
