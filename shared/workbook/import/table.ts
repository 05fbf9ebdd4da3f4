import {
  type CellValue,
  isBlank,
  type MergedCells,
  type SheetData,
  type SheetRow,
  showCell,
} from "../cell.ts";
import { headingKey } from "../text.ts";
import type { IgnoredKind, IgnoredRow } from "./row.ts";

/** The rows of a sheet, told apart: those with records and those that were passed over. */
export interface TableRows {
  readonly rows: readonly SheetRow[];
  readonly ignored: readonly IgnoredRow[];
  /** The number of the last row with anything in it: how many rows the sheet has. */
  readonly count: number;
}

export interface TableShape {
  readonly headingRows: readonly [first: number, last: number];
  /** Columns of which a record fills at least one: names and numbers of people. */
  readonly keyColumns: readonly number[];
  /** Columns that are taken over: a row with nothing in any of them says nothing of anybody. */
  readonly usedColumns: readonly number[];
}

const TOTAL = /^(?:.{0,4}(?:合计|总计|小计|共计|累计)|总人数|平均|人均)/;
const NOTE =
  /^(?:注|备注|说明|填表|填报|制表|审核|审批|复核|经办|(?:单位|部门|主要|分管)?(?:负责人|领导)|主管|联系|盖章|签字|签名|单位(?:盖章|公章|\(章\))|.{0,8}(?:签字|签名|签章|盖章|公章)\)?$|.{0,8}\((?:签字|签名|签章|盖章|公章|章)\)|年月日|日期|第\d+页)/;
const SHOWN = 30;
const MOST_CELLS_OF_NOTE = 6;

/** Sorts a sheet's rows around its headings. Every row up to the last with anything in it is counted. */
export function sortRows(sheet: SheetData, shape: TableShape): TableRows {
  const [first, last] = shape.headingRows;
  const filled = fillDown(sheet.rows, sheet.merged, last);
  const headings = sheet.rows.filter(({ number }) => number >= first && number <= last);
  const rows: SheetRow[] = [];
  const ignored: IgnoredRow[] = [];
  let previous = 0;
  for (const [index, row] of sheet.rows.entries()) {
    const text = firstText(row);
    if (text === "") continue;
    for (let empty = previous + 1; empty < row.number; empty += 1) {
      ignored.push({ sheet: sheet.name, number: empty, kind: "empty", text: "" });
    }
    previous = row.number;
    const whole = filled[index] ?? row;
    const kind = ignoredKind(whole, shape, headings, isSection(row, sheet.merged));
    if (kind === null) rows.push(whole);
    else ignored.push({ sheet: sheet.name, number: row.number, kind, text });
  }
  return { rows, ignored, count: previous };
}

function ignoredKind(
  row: SheetRow,
  shape: TableShape,
  headings: readonly SheetRow[],
  isAcross: boolean,
): IgnoredKind | null {
  const [top, last] = shape.headingRows;
  if (row.number < top) return "title";
  if (row.number <= last || headings.some((heading) => areAlike(row, heading))) return "heading";
  if (row.number === last + 1 && isColumnNumbers(row)) return "heading";
  return nobodysKind(row, shape, isAcross);
}

/** What a row below the headings is that names nobody; null for one that does, or that says something. */
function nobodysKind(
  row: SheetRow,
  { keyColumns, usedColumns }: TableShape,
  isAcross: boolean,
): IgnoredKind | null {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const first = headingKey(showCell(filled[0]));
  const keys = keyColumns.map((column) => row.cells[column]);
  // No name has a colon in it, a line for signatures has one after every word.
  const isNote = NOTE.test(first) || /[:：]/.test(firstText(row));
  if (keys.some(namesSomebody) && !isNote && !isAcross) return null;
  if (TOTAL.test(first) || keys.some(isTotalWord)) return "total";
  if (isAcross || (isNote && filled.length <= MOST_CELLS_OF_NOTE)) return "note";
  if (usedColumns.some((column) => !isBlank(row.cells[column]))) return null;
  // Rows numbered in advance have nothing but their number.
  return filled.every((cell) => /^\d+$/.test(headingKey(showCell(cell)))) ? "empty" : "note";
}

/** 一、临床科室: one text across the sheet, which names a part of it and nobody. */
function isSection({ number, cells }: SheetRow, merged: readonly MergedCells[]): boolean {
  const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const [only, another] = filled;
  if (only === undefined || another !== undefined) return false;
  return merged.some(
    ({ top, bottom, left, right }) =>
      top <= number && number <= bottom && left === only && right > left,
  );
}

/** A text that is neither 合计 nor a count of people; a number in a cell names nobody. */
function namesSomebody(cell: CellValue | undefined): boolean {
  return (
    typeof cell === "string" &&
    !isBlank(cell) &&
    !isTotalWord(cell) &&
    !/^\d+人$/.test(headingKey(cell))
  );
}

function isTotalWord(cell: CellValue | undefined): boolean {
  return TOTAL.test(headingKey(showCell(cell)));
}

/** 栏次: a row that only numbers the columns. */
function isColumnNumbers({ cells }: SheetRow): boolean {
  const numbers = cells.filter((cell) => !isBlank(cell)).map((cell) => Number(showCell(cell)));
  return (
    numbers.length > 2 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

/** True for a row that repeats another, as headings are repeated on every printed page. */
function areAlike(a: SheetRow, b: SheetRow): boolean {
  return (
    a.cells.length === b.cells.length &&
    a.cells.every((cell, column) => showCell(cell).trim() === showCell(b.cells[column]).trim())
  );
}

function firstText({ cells }: SheetRow): string {
  const text = showCell(cells.find((cell) => !isBlank(cell)));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Cells merged downwards show one value for all their rows, and so all their rows have it. */
function fillDown(
  rows: readonly SheetRow[],
  merged: readonly MergedCells[],
  lastHeadingRow: number,
): readonly SheetRow[] {
  const downwards = merged.filter(({ top, bottom }) => bottom > top && top > lastHeadingRow);
  if (downwards.length === 0) return rows;
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const cellsOf = new Map<number, (CellValue | undefined)[]>();
  for (const { top, bottom, left } of downwards) {
    const value = byNumber.get(top)?.cells[left];
    if (value === undefined) continue;
    for (let number = top + 1; number <= bottom; number += 1) {
      const row = byNumber.get(number);
      if (row === undefined) continue;
      const cells = cellsOf.get(number) ?? [...row.cells];
      while (cells.length < left) cells.push(null);
      cells[left] = value;
      cellsOf.set(number, cells);
    }
  }
  return rows.map((row) => {
    const cells = cellsOf.get(row.number);
    return cells === undefined ? row : { number: row.number, cells };
  });
}
