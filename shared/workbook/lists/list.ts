/** An official list as data: what stands on it and how it is printed, apart from any file format. */

/** Where a formula stands, for writing its references; rows count from 1. */
export interface FormulaPlace {
  readonly row: number;
  /** The first and last row of the list's body. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A value that the program works out again, with what it comes to. */
export interface ListFormula {
  readonly formula: (place: FormulaPlace) => string;
  readonly value: number;
}

export type ListCell = string | number | ListFormula | null;

export interface ListColumn {
  /** The heading over several columns of which this is one. */
  readonly group?: string;
  readonly heading: string;
  /** In characters of half width. */
  readonly width: number;
  readonly kind: "text" | "centre" | "number";
}

/** Body rows that share a cell, in the columns named: one person's periods, one candidate's conditions. */
export interface SharedCells {
  /** From 0, both counted in. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly number[];
}

export interface OfficialList {
  /** The list's official name; also the name of its tab. */
  readonly name: string;
  /** What stands above the title: 附件. */
  readonly above?: string;
  readonly title: string;
  /** Lines between title and headings, each with a left and a right end. */
  readonly lines: readonly (readonly [left: string, right: string])[];
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly ListCell[])[];
  readonly shared?: readonly SharedCells[];
  /** A last row with sums. */
  readonly totals?: readonly ListCell[];
  /** Lines under the table: remarks, and where to sign. */
  readonly footers: readonly string[];
  readonly orientation: "portrait" | "landscape";
}

/** A date to be filled in by hand, with room for the figures. */
export const BLANK_DATE = "\u3000\u3000年\u3000\u3000月\u3000\u3000日";
const GAP = "\u3000".repeat(6);

/** A line for signatures. */
export function signatureLine(...signers: readonly string[]): string {
  return [...signers.map((signer) => `${signer}：`), BLANK_DATE].join(GAP);
}
