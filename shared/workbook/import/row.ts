import type { CellValue } from "../cell.ts";

/** A row with a record in it, as it was read. */
export interface ImportRow {
  /** Counted through all sheets of one import. */
  readonly id: number;
  readonly sheet: string;
  /** As the screen shows it, from 1. */
  readonly number: number;
  readonly cells: readonly (CellValue | undefined)[];
}

/** A cell of a row, or the row as a whole where the column is null. */
export interface Place {
  readonly row: ImportRow;
  readonly column: number | null;
}

/** Why a row holds no record. */
export const IGNORED_KINDS = ["title", "heading", "empty", "total", "note"] as const;
export type IgnoredKind = (typeof IGNORED_KINDS)[number];
export const IGNORED_LABELS = {
  title: "标题行",
  heading: "表头",
  empty: "空行",
  total: "合计行",
  note: "说明或签字行",
} as const satisfies Record<IgnoredKind, string>;

/** A row that was passed over, with its first words so that anyone can see that this was right. */
export interface IgnoredRow {
  readonly sheet: string;
  readonly number: number;
  readonly kind: IgnoredKind;
  readonly text: string;
}
