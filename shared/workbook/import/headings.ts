import { isBlank, type MergedCells, type SheetData, type SheetRow, showCell } from "../cell.ts";
import { closeText, headingKey } from "../text.ts";
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

/** Each column's heading: all its levels together, then with one level less each, the lowest alone at last. */
export function headingsOf(
  { rows, merged }: SheetData,
  [first, last]: readonly [number, number],
): readonly (readonly string[])[] {
  const levels: string[][] = [];
  let width = 0;
  for (let number = first; number <= last; number += 1) {
    const cells = rows.find((row) => row.number === number)?.cells ?? [];
    const texts = cells.map((cell) => closeText(showCell(cell)));
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
  return texts.map((_, index) => texts.slice(index).join(""));
}

/** Finds the rows of the headings: those under which most columns are recognised. */
export function findHeadings(
  sheet: SheetData,
  recognise: Recogniser,
  mostRows: number,
): FoundHeadings | null {
  let best: FoundHeadings | null = null;
  const filled = sheet.rows
    .filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
    .slice(0, ROWS_SEARCHED);
  const titles = filled.filter((row, index) => isTitle(row, filled[index + 1], sheet.merged));
  // One row before two: headings take no more rows than they have to.
  for (let height = 1; height <= mostRows; height += 1) {
    for (const { number: first } of filled) {
      const rows = [first, first + height - 1] as const;
      if (height > 1 && titles.some(({ number }) => rows[0] <= number && number <= rows[1]))
        continue;
      const score = scoreOf(headingsOf(sheet, rows), recognise);
      if (score > (best?.score ?? 0)) best = { rows, score };
    }
  }
  return best === null ? null : { ...best, rows: firstAlike(sheet, best.rows) };
}

/** Headings are repeated on every printed page, often with other cells merged: the first ones are meant. */
function firstAlike(
  { rows }: SheetData,
  [first, last]: readonly [number, number],
): readonly [number, number] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const textOf = (number: number) =>
    (byNumber.get(number)?.cells ?? []).map((cell) => headingKey(showCell(cell))).join("|");
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => index);
  const earlier = rows.find(
    ({ number }) =>
      number < first && numbers.every((at) => textOf(number + at) === textOf(first + at)),
  );
  return earlier === undefined ? [first, last] : [earlier.number, earlier.number + last - first];
}

/** 某镇卫生院花名册, 填报单位：某镇卫生院, 2026年3月5日: what stands above headings and is none. */
const TITLE_WORDS = /(?:名册|名单|台账|表)(?:[(（].*[)）])?$/;
const LABELLED = /^(?:填报|填表|制表)|^(?:报送|单位|日期|时间|联系)[^:：]*[:：]\s*\S/;
const DATED = /^(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?$/;

/**
 * True for a title row. Its words must not be taken for a group over the columns: 2026 in a title would
 * make the appraisals below it those of 2026.
 */
function isTitle(
  row: SheetRow,
  next: SheetRow | undefined,
  merged: readonly MergedCells[],
): boolean {
  const texts = row.cells.map((cell) => showCell(cell).trim());
  const written = texts.filter((text) => text !== "");
  if (written.some((text) => LABELLED.test(text) || DATED.test(text.replaceAll(/\s/g, "")))) {
    return true;
  }
  const [only, another] = written;
  if (only === undefined || another !== undefined) return false;
  return TITLE_WORDS.test(only) || standsOverMost(texts.indexOf(only), row, next, merged);
}

/** A group has parts below it, a title most of the headings, or the first of them. */
function standsOverMost(
  column: number,
  { number }: SheetRow,
  next: SheetRow | undefined,
  merged: readonly MergedCells[],
): boolean {
  const below = (next?.cells ?? []).flatMap((cell, at) => (isBlank(cell) ? [] : [at]));
  const range = merged.find(({ top, left }) => top === number && left === column);
  const right = range === undefined ? Number.POSITIVE_INFINITY : range.right;
  const covered = below.filter((at) => column <= at && at <= right).length;
  return column <= (below[0] ?? -1) || covered * 2 > below.length;
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
