import type { ListColumn, OfficialList, SharedCells } from "../../shared/workbook/lists/list.ts";

/** How many rows a cell of a list stands for on paper; 0 where it lies under a shared cell above. */
export function spanOf(
  { shared = [] }: Pick<OfficialList, "shared">,
  row: number,
  column: number,
): number {
  const group = shared.find(
    ({ firstRow, lastRow, columns }) =>
      firstRow <= row && row <= lastRow && columns.includes(column),
  );
  if (group === undefined) return 1;
  return group.firstRow === row ? group.lastRow - group.firstRow + 1 : 0;
}

/** The rows of a list that stay together on a page: those that share cells, and each other one alone. */
export function rowGroups({
  rows,
  shared = [],
}: Pick<OfficialList, "rows" | "shared">): readonly Pick<SharedCells, "firstRow" | "lastRow">[] {
  const groups: Pick<SharedCells, "firstRow" | "lastRow">[] = [];
  for (let row = 0; row < rows.length;) {
    const lastRow = Math.max(
      row,
      ...shared
        .filter((group) => group.firstRow <= row && row <= group.lastRow)
        .map((group) => group.lastRow),
    );
    groups.push({ firstRow: row, lastRow });
    row = lastRow + 1;
  }
  return groups;
}

/** A cell of the headings. */
export interface HeadCell {
  readonly key: string;
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** The headings in one row, or in two where some columns stand under a common one. */
export function headCells(columns: readonly ListColumn[]): readonly (readonly HeadCell[])[] {
  const keyOf = ({ group = "", heading }: ListColumn) => `${group} ${heading}`;
  const single = (column: ListColumn, rowSpan: number): HeadCell => ({
    key: keyOf(column),
    text: column.heading,
    columnSpan: 1,
    rowSpan,
  });
  if (columns.every(({ group }) => group === undefined)) {
    return [columns.map((column) => single(column, 1))];
  }
  const upper = columns.flatMap((column, index): readonly HeadCell[] => {
    const { group } = column;
    if (group === undefined) return [single(column, 2)];
    if (columns[index - 1]?.group === group) return [];
    const after = columns.slice(index);
    const end = after.findIndex((one) => one.group !== group);
    const columnSpan = end === -1 ? after.length : end;
    return [{ key: `${group} ${index}`, text: group, columnSpan, rowSpan: 1 }];
  });
  const lower = columns.filter(({ group }) => group !== undefined);
  return [upper, lower.map((column) => single(column, 1))];
}
