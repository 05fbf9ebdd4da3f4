import type { MergedCells } from "./cell.ts";

/** A workbook to be written, described apart from any file format. Columns count from 0, rows from 1. */

/** The looks that our workbooks use; the writer knows fonts, borders and formats of each. */
export const CELL_STYLES = [
  "plain",
  "documentTitle",
  "documentLine",
  "documentLineRight",
  "instruction",
  "instructionHeading",
  "heading",
  "requiredHeading",
  /** Cells of a sheet to be filled in. */
  "textInput",
  "numberInput",
  "yearInput",
  /** Cells of an official list, with borders. */
  "tableHeading",
  "tableText",
  "tableCentre",
  "tableNumber",
  "tableTotal",
  "footer",
] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

/** A formula with the value that it has, so that a reader that does not calculate shows it too. */
export interface PlannedFormula {
  readonly formula: string;
  readonly value: string | number;
}

export type PlannedValue = string | number | PlannedFormula | null;

export interface PlannedCell {
  readonly value: PlannedValue;
  readonly style: CellStyle;
}

export interface PlannedRow {
  /** From column A; a bare value takes its column's style. */
  readonly cells: readonly (PlannedCell | PlannedValue)[];
  /** In points; the program's own choice unless given. */
  readonly height?: number;
}

export interface PlannedColumn {
  /** In characters of half width. */
  readonly width: number;
  readonly style: CellStyle;
}

/** A drop-down list on a column, from a row down. */
export interface PlannedChoice {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly allowed: readonly string[];
}

export interface PlannedNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** How a sheet is printed: A4, as wide as the page. */
export interface PlannedPrint {
  readonly orientation: "portrait" | "landscape";
  /** Rows repeated on every page, both counted in. */
  readonly repeatedRows?: readonly [first: number, last: number];
}

export interface SheetPlan {
  readonly name: string;
  readonly columns: readonly PlannedColumn[];
  /** In order; made as they are written, so that a big sheet is never in memory whole. */
  readonly rows: Iterable<PlannedRow>;
  /** How many there will be, for showing how far the work has come. */
  readonly rowCount: number;
  readonly merged?: readonly MergedCells[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly choices?: readonly PlannedChoice[];
  readonly notes?: readonly PlannedNote[];
  readonly print?: PlannedPrint;
}

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
}
