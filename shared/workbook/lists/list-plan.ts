import type { MergedCells } from "../cell.ts";
import type { CellStyle, PlannedCell, PlannedRow, SheetPlan, WorkbookPlan } from "../plan.ts";
import type { ListCell, ListColumn, OfficialList } from "./list.ts";

/** Lays an official list out on a sheet: title, lines, headings, body, sums, lines for signatures. */

const TITLE_HEIGHT = 40;
const LINE_HEIGHT = 22;
const TEXT_LINE = 15;
const PADDING = 7;
const TALLEST = 400;

const STYLES: Readonly<Record<ListColumn["kind"], CellStyle>> = {
  text: "tableText",
  centre: "tableCentre",
  number: "tableNumber",
};

/** Row numbers of the parts of a list. */
interface Layout {
  readonly titleRow: number;
  readonly headingRows: readonly [first: number, last: number];
  readonly firstRow: number;
  readonly lastRow: number;
}

function layoutOf(list: OfficialList): Layout {
  const titleRow = list.above === undefined ? 1 : 2;
  const firstHeading = titleRow + list.lines.length + 1;
  const lastHeading = firstHeading + (hasGroups(list) ? 1 : 0);
  const firstRow = lastHeading + 1;
  return {
    titleRow,
    headingRows: [firstHeading, lastHeading],
    firstRow,
    lastRow: firstRow + list.rows.length - 1,
  };
}

function hasGroups({ columns }: OfficialList): boolean {
  return columns.some(({ group }) => group !== undefined);
}

/** A workbook with one official list. */
export function listPlan(list: OfficialList): WorkbookPlan {
  return { sheets: [listSheet(list)] };
}

/** A sheet with one official list, for workbooks with several. */
export function listSheet(list: OfficialList): SheetPlan {
  const layout = layoutOf(list);
  const [, lastHeading] = layout.headingRows;
  return {
    name: list.name,
    columns: list.columns.map(({ width }) => ({ width, style: "plain" as const })),
    rows: rowsOf(list, layout),
    rowCount: layout.lastRow + (list.totals === undefined ? 0 : 1) + list.footers.length,
    merged: mergedOf(list, layout),
    frozen: { rows: lastHeading, columns: 0 },
    print: { orientation: list.orientation, repeatedRows: layout.headingRows },
  };
}

function* rowsOf(list: OfficialList, layout: Layout): Generator<PlannedRow> {
  if (list.above !== undefined) yield lineRow(list, list.above, "", "documentLine");
  yield { cells: [styled(list.title, "documentTitle")], height: TITLE_HEIGHT };
  for (const [left, right] of list.lines) yield lineRow(list, left, right, "documentLine");
  yield* headingRows(list);
  const { firstRow, lastRow } = layout;
  for (const [index, cells] of list.rows.entries()) {
    const place = { row: firstRow + index, firstRow, lastRow };
    const covered = coveredColumns(list, index);
    yield {
      cells: list.columns.map(({ kind }, column) => {
        const cell = covered.includes(column) ? null : (cells[column] ?? null);
        return bodyCell(cell, STYLES[kind], place);
      }),
      height: heightOf(list, cells, index),
    };
  }
  if (list.totals !== undefined) {
    const { totals } = list;
    const place = { row: lastRow + 1, firstRow, lastRow };
    yield {
      cells: list.columns.map((_, column) => bodyCell(totals[column] ?? null, "tableTotal", place)),
      height: LINE_HEIGHT,
    };
  }
  for (const footer of list.footers) yield lineRow(list, footer, "", "footer");
}

/** The columns in which a row lies under a shared cell; what is not seen is not written either. */
function coveredColumns({ shared = [] }: OfficialList, row: number): readonly number[] {
  return shared.find(({ firstRow, lastRow }) => firstRow < row && row <= lastRow)?.columns ?? [];
}

function styled(value: string, style: CellStyle): PlannedCell {
  return { value, style };
}

/** A line over the table's whole width; its right end begins at the middle. */
function lineRow(list: OfficialList, left: string, right: string, style: CellStyle): PlannedRow {
  const cells: (PlannedCell | null)[] = list.columns.map(() => null);
  cells[0] = styled(left, style);
  if (right !== "") cells[middleOf(list)] = styled(right, "documentLineRight");
  const width = list.columns.reduce((sum, column) => sum + column.width, 0);
  return { cells, height: Math.max(LINE_HEIGHT, linesIn(left, width) * TEXT_LINE + PADDING) };
}

/** The column at which the right half of the table begins. */
function middleOf({ columns }: OfficialList): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let before = 0;
  for (const [index, { width }] of columns.entries()) {
    if (index > 0 && before >= whole / 2) return index;
    before += width;
  }
  return columns.length - 1;
}

function* headingRows(list: OfficialList): Generator<PlannedRow> {
  const cell = (text: string) => styled(text, "tableHeading");
  if (!hasGroups(list)) {
    yield { cells: list.columns.map(({ heading }) => cell(heading)), height: headingHeight(list) };
    return;
  }
  yield {
    cells: list.columns.map(({ group, heading }) => cell(group ?? heading)),
    height: LINE_HEIGHT,
  };
  yield {
    cells: list.columns.map(({ group, heading }) => cell(group === undefined ? "" : heading)),
    height: headingHeight(list),
  };
}

function headingHeight({ columns }: OfficialList): number {
  const lines = columns.map(({ heading, width }) => linesIn(heading, width));
  return Math.max(LINE_HEIGHT, Math.max(...lines) * TEXT_LINE + PADDING);
}

function bodyCell(
  cell: ListCell,
  style: CellStyle,
  place: { readonly row: number; readonly firstRow: number; readonly lastRow: number },
): PlannedCell {
  const isFormula = typeof cell === "object" && cell !== null;
  const value = isFormula ? { formula: cell.formula(place), value: cell.value } : cell;
  return { value, style };
}

/** Programs do not fit rows to merged cells, nor WPS to wrapped ones: the height is reckoned here. */
function heightOf(list: OfficialList, cells: readonly ListCell[], row: number): number {
  const shared = list.shared?.find(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow);
  const rowsShared = shared === undefined ? 1 : shared.lastRow - shared.firstRow + 1;
  const first = shared === undefined ? cells : (list.rows[shared.firstRow] ?? []);
  const lines = list.columns.map(({ width }, column) => {
    const isShared = shared?.columns.includes(column) === true;
    const cell = isShared ? first[column] : cells[column];
    const own = typeof cell === "string" ? linesIn(cell, width) : 1;
    return isShared ? own / rowsShared : own;
  });
  return Math.min(
    TALLEST,
    Math.max(LINE_HEIGHT, Math.ceil(Math.max(...lines) * TEXT_LINE) + PADDING),
  );
}

const WIDE = /[\u1100-\uFFFF]/;

/** How many lines a text takes in a column; Chinese characters are two wide. */
function linesIn(text: string, width: number): number {
  return text.split("\n").reduce((lines, line) => {
    let length = 0;
    for (const character of line) length += WIDE.test(character) ? 2 : 1;
    return lines + Math.max(1, Math.ceil(length / (width - 1)));
  }, 0);
}

function mergedOf(list: OfficialList, layout: Layout): readonly MergedCells[] {
  const last = list.columns.length - 1;
  const wide = (row: number, left = 0, right = last) => ({ top: row, bottom: row, left, right });
  const middle = middleOf(list);
  const { titleRow, firstRow, lastRow } = layout;
  const afterTable = lastRow + (list.totals === undefined ? 1 : 2);
  return [
    ...(list.above === undefined ? [] : [wide(1)]),
    wide(titleRow),
    ...list.lines.flatMap(([, right], index) => {
      const row = titleRow + 1 + index;
      return right === "" ? [wide(row)] : [wide(row, 0, middle - 1), wide(row, middle)];
    }),
    ...mergedHeadings(list, layout.headingRows),
    ...(list.shared ?? [])
      .filter((one) => one.lastRow > one.firstRow)
      .flatMap((one) =>
        one.columns.map((column) => ({
          top: firstRow + one.firstRow,
          bottom: firstRow + one.lastRow,
          left: column,
          right: column,
        })),
      ),
    ...list.footers.map((_, index) => wide(afterTable + index)),
  ].filter(({ top, bottom, left, right }) => bottom > top || right > left);
}

/** A group over its columns; a heading without a group over both rows. */
function mergedHeadings(
  { columns }: OfficialList,
  [first, second]: readonly [number, number],
): readonly MergedCells[] {
  if (first === second) return [];
  const merged: MergedCells[] = [];
  for (const [column, { group }] of columns.entries()) {
    const before = merged.at(-1);
    if (group === undefined) {
      merged.push({ top: first, bottom: second, left: column, right: column });
    } else if (
      before?.bottom === first &&
      before.right === column - 1 &&
      columns[column - 1]?.group === group
    ) {
      merged[merged.length - 1] = { ...before, right: column };
    } else {
      merged.push({ top: first, bottom: first, left: column, right: column });
    }
  }
  return merged;
}
