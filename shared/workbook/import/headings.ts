import { isBlank, type MergedCells, type SheetData, showCell } from "../cell.ts";
import { headingKey } from "../text.ts";
import type { Recognised } from "./mapping.ts";

/**
 * Headings as they stand over columns: under title rows, and often in two or three rows with a group
 * (全日制教育) over its parts (学历, 毕业院校).
 */

/** How far down headings are looked for. */
const ROWS_SEARCHED = 40;

/** Recognises a heading by any of its wordings, the most exact first. */
export type Recogniser = (candidates: readonly string[]) => Recognised | null;

export interface FoundHeadings {
  readonly rows: readonly [first: number, last: number];
  /** How many columns were recognised. */
  readonly score: number;
}

/** Each column's heading: all its levels together, then its lowest level alone. */
export function headingsOf(
  { rows, merged }: SheetData,
  [first, last]: readonly [number, number],
): readonly (readonly string[])[] {
  const levels: string[][] = [];
  let width = 0;
  for (let number = first; number <= last; number += 1) {
    const cells = rows.find((row) => row.number === number)?.cells ?? [];
    const texts = cells.map((cell) => showCell(cell).trim());
    spread(texts, number, merged);
    levels.push(texts);
    width = Math.max(width, texts.length);
  }
  inheritGroups(levels);
  return Array.from({ length: width }, (_, column) => candidatesAt(levels, column));
}

/** A merged heading stands over every column and row that it covers. */
function spread(texts: string[], number: number, merged: readonly MergedCells[]): void {
  for (const { top, bottom, left, right } of merged) {
    if (number !== top || bottom < number) continue;
    const text = texts[left] ?? "";
    for (let column = left + 1; column <= right; column += 1) {
      while (texts.length <= column) texts.push("");
      texts[column] = text;
    }
  }
}

/** A group written without merging stands over the cells to its right that have parts but no group. */
function inheritGroups(levels: readonly string[][]): void {
  for (const [index, upper] of levels.entries()) {
    const lower = levels[index + 1];
    if (lower === undefined) return;
    let group = "";
    for (const [column, part] of lower.entries()) {
      const own = upper[column] ?? "";
      if (own !== "" || part === "") group = part === "" ? "" : own;
      else if (group !== "") upper[column] = group;
    }
  }
}

function candidatesAt(levels: readonly (readonly string[])[], column: number): readonly string[] {
  const texts: string[] = [];
  for (const level of levels) {
    const text = level[column] ?? "";
    if (text !== "" && text !== texts.at(-1)) texts.push(text);
  }
  const lowest = texts.at(-1);
  if (lowest === undefined) return [];
  return texts.length === 1 ? [lowest] : [texts.join(""), lowest];
}

/** Finds the rows of the headings: those under which most columns are recognised. */
export function findHeadings(
  sheet: SheetData,
  recognise: Recogniser,
  mostRows: number,
): FoundHeadings | null {
  let best: FoundHeadings | null = null;
  const numbers = sheet.rows
    .filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
    .slice(0, ROWS_SEARCHED)
    .map(({ number }) => number);
  // One row before two: a title row above the headings adds nothing to them.
  for (let height = 1; height <= mostRows; height += 1) {
    for (const first of numbers) {
      const rows = [first, first + height - 1] as const;
      const score = scoreOf(headingsOf(sheet, rows), recognise);
      if (score > (best?.score ?? 0)) best = { rows, score };
    }
  }
  return best;
}

/** How many different fields the headings name. */
function scoreOf(headings: readonly (readonly string[])[], recognise: Recogniser): number {
  const found = new Set<string>();
  for (const candidates of headings) {
    if (candidates.length === 0) continue;
    const recognised = recognise(candidates);
    if (recognised === null) continue;
    found.add(recognised.state === "used" ? recognised.key : headingKey(candidates[0] ?? ""));
  }
  return found.size;
}
