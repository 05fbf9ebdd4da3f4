import type { SheetData, SheetRow, WorkbookData } from "../workbook/cell.ts";
import { findHeadings, headingsOf } from "../workbook/import/headings.ts";
import {
  columnsByKey,
  mapColumns,
  type TableChoice,
  type TableMapping,
} from "../workbook/import/mapping.ts";
import type { IgnoredRow } from "../workbook/import/row.ts";
import { sortRows } from "../workbook/import/table.ts";
import { recogniseTrainingHeading } from "./fields.ts";

/** Finds the table of hours in a workbook. */

const MOST_HEADING_ROWS = 2;
/** Names and hours alone make a list of hours. */
const FEWEST_HEADINGS = 2;

export interface TrainingTable {
  readonly mapping: Omit<TableMapping, "kind">;
  readonly rows: readonly SheetRow[];
  readonly ignored: readonly IgnoredRow[];
}

/** What the user decides about the list. */
export interface TrainingTableChoice {
  readonly sheet?: string;
  readonly columns?: TableChoice["columns"];
}

/** The sheet with most of such a list's headings, those in sight first; null where none has names and hours. */
export function findTrainingTable(
  { sheets }: WorkbookData,
  choice: TrainingTableChoice = {},
): TrainingTable | null {
  const named = sheets.filter(({ name }) => choice.sheet === undefined || name === choice.sheet);
  const visible = named.filter(({ isHidden }) => isHidden !== true);
  let best:
    | ({ readonly sheet: SheetData; readonly score: number } & Pick<TableMapping, "headingRows">)
    | null = null;
  for (const sheet of visible.length > 0 ? visible : named) {
    const found = findHeadings(sheet, recogniseTrainingHeading, MOST_HEADING_ROWS);
    if (found === null || found.score < FEWEST_HEADINGS) continue;
    if (found.score > (best?.score ?? 0)) {
      best = { sheet, score: found.score, headingRows: found.rows };
    }
  }
  return best === null ? null : readTable(best.sheet, best.headingRows, choice);
}

function readTable(
  sheet: SheetData,
  headingRows: TableMapping["headingRows"],
  choice: TrainingTableChoice,
): TrainingTable | null {
  const headings = headingsOf(sheet, headingRows);
  const columns = mapColumns(headings, recogniseTrainingHeading, choice.columns);
  const places = columnsByKey(columns);
  const keyColumns = ["name", "idNumber", "id"]
    .map((key) => places.get(key))
    .filter((column) => column !== undefined);
  if (keyColumns.length === 0) return null;
  const usedColumns = [...places.values()];
  const { rows, ignored } = sortRows(sheet, { headingRows, keyColumns, usedColumns });
  return { mapping: { sheet: sheet.name, headingRows, columns }, rows, ignored };
}
