/** What stands in cells of a workbook, apart from any file format. */

/** A cell that holds no usable value. */
export interface CellFault {
  /** `error`: #N/A and its like. `uncalculated`: a formula that no program has worked out yet. */
  readonly fault: "error" | "uncalculated";
  /** The error as the cell shows it, or the formula. */
  readonly text: string;
}

/**
 * A cell's value as the file has it: rich text and links flattened to text, a formula as its result.
 * A date cell is a serial number (or, where the file says so, an ISO text): formats are not read, so
 * that nothing is taken for a date but by the column it stands in.
 */
export type CellValue = string | number | boolean | CellFault | null;

/** A row with its number as the screen shows it, from 1. */
export interface SheetRow {
  readonly number: number;
  /** From column A; nothing stands for an empty cell, and the end may be missing. */
  readonly cells: readonly (CellValue | undefined)[];
}

/** Cells shown as one; all bounds are counted in, columns from 0 and rows from 1. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet; rows that are empty altogether may be left out. */
export interface SheetData {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly merged: readonly MergedCells[];
  /** A sheet that the user does not see. */
  readonly isHidden?: boolean;
}

/** From which day a workbook counts: 1900 everywhere but in old files of Excel for Mac. */
export type DateSystem = 1900 | 1904;

/** A workbook's cells, sheets in the order of their tabs. */
export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  readonly dateSystem: DateSystem;
}

/** True for a cell that holds no usable value. */
export function isFault(value: CellValue | undefined): value is CellFault {
  return typeof value === "object" && value !== null;
}

/** True where nothing can be seen in a cell. */
export function isBlank(value: CellValue | undefined): boolean {
  return (
    value === null || value === undefined || (typeof value === "string" && value.trim() === "")
  );
}

/** A cell's value as the screen would show it; empty for nothing. */
export function showCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return value.text;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
