import type { MergedCells } from "./cell.ts";

/** Cell addresses as the screen shows them. Columns are counted from 0, rows from 1. */

const LETTERS = 26;
const CODE_OF_A = 65;

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(CODE_OF_A + ((rest - 1) % LETTERS)) + letters;
  }
  return letters;
}

/** The column that letters name: A is 0. Null where they are none. */
export function columnOf(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters)) return null;
  let column = 0;
  for (const letter of letters) {
    column = column * LETTERS + letter.charCodeAt(0) - CODE_OF_A + 1;
  }
  return column - 1;
}

/** An address such as C7. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A range such as A2:C7. */
export function rangeAddress({ top, bottom, left, right }: MergedCells): string {
  return `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
}

const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** Row and column of an address; null where it is none. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = ADDRESS.exec(address);
  const column = columnOf(match?.[1] ?? "");
  return match === null || column === null ? null : { row: Number(match[2]), column };
}

/** The bounds of a range; a single address is a range of one cell. Null where it is none. */
export function parseRange(range: string): MergedCells | null {
  const [first = "", last = first] = range.split(":");
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (from === null || to === null) return null;
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}
