import {
  describeIssue,
  formatValue,
  type Issue,
  type IssueCode,
  type PlaceWording,
} from "../../records/issue.ts";
import { cellAddress } from "../address.ts";
import { showCell } from "../cell.ts";
import { type CellIssueCode, describeCellIssue } from "../cell-issue.ts";
import { PERSON_SHEET } from "../sheets/people.ts";
import type { CellRefusal } from "../reading.ts";
import type { Place } from "./row.ts";
import { describeRowIssue, type RowIssueCode, type RowIssueDetails } from "./row-issue.ts";

/** Something wrong in a workbook, said so that it can be found and mended there (promise 17). */
export interface ImportIssue {
  /** Stable; from the cell, from the row, or from the record that the row became. */
  readonly code: CellIssueCode | RowIssueCode | IssueCode;
  readonly sheet: string;
  readonly row: number;
  /** Such as C7; the row's number where no one cell is to blame. */
  readonly cell: string;
  /** The heading over the cell; empty where no one cell is to blame. */
  readonly heading: string;
  /** What stands in the cell; empty for nothing. */
  readonly value: string;
  /** One Chinese sentence: what is wrong and what is expected. */
  readonly expected: string;
}

/** An issue with the row that it blames. */
export interface BlamedRow {
  readonly rowId: number;
  readonly issue: ImportIssue;
}

/** The headings of each sheet by column, for naming cells. */
export type HeadingOf = (sheet: string, column: number) => string;

function issueAt(
  { row, column }: Place,
  headingOf: HeadingOf,
  code: ImportIssue["code"],
  expected: string,
): BlamedRow {
  return {
    rowId: row.id,
    issue: {
      code,
      sheet: row.sheet,
      row: row.number,
      cell: column === null ? String(row.number) : cellAddress(row.number, column),
      heading: column === null ? "" : headingOf(row.sheet, column),
      value: column === null ? "" : showCell(row.cells[column]),
      expected,
    },
  };
}

/** What a cell was refused for. */
export function cellIssue(place: Place, headingOf: HeadingOf, refusal: CellRefusal): BlamedRow {
  const expected = describeCellIssue(refusal.code, refusal.details);
  return issueAt(place, headingOf, refusal.code, expected);
}

/** What a row was refused for. */
export function rowIssue<Code extends RowIssueCode>(
  place: Place,
  headingOf: HeadingOf,
  code: Code,
  details: RowIssueDetails[Code],
): BlamedRow {
  return issueAt(place, headingOf, code, describeRowIssue(code, details));
}

/** What the record that came of a row was refused for. */
export function recordIssue(
  place: Place,
  headingOf: HeadingOf,
  issue: Issue,
  placeOf: PlaceWording,
): BlamedRow {
  const heading = place.column === null ? headingMissing(issue) : undefined;
  if (heading !== undefined) return rowIssue(place, headingOf, "column.missing", { heading });
  return issueAt(place, headingOf, issue.code, describeIssue(issue, placeOf));
}

/** The heading of a field of the person that the sheet has no column for. */
function headingMissing({ code, path }: Issue): string | undefined {
  if (code !== "key.missing" || path.length !== 1) return undefined;
  return PERSON_SHEET.columns.find(({ key }) => key === path[0])?.heading;
}

/** Where a row or cell is, in words: “人员”表E7. */
export function sayPlace(sheet: string, cell: string): string {
  return /^\d+$/.test(cell) ? `“${sheet}”表第${cell}行` : `“${sheet}”表${cell}`;
}

/** Place, sentence and value in one line. */
export function formatImportIssue({ sheet, cell, heading, value, expected }: ImportIssue): string {
  const column = heading === "" ? "" : `（${heading}）`;
  const found = value === "" ? "" : `，现为“${formatValue(value)}”`;
  return `${sayPlace(sheet, cell)}${column}：${expected}${found}`;
}
