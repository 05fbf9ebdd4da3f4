import type { OfficialList } from "../../shared/workbook/lists/list.ts";

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
