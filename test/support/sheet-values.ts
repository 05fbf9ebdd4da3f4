import { isBlank, type SheetData, showCell } from "../../shared/workbook/cell.ts";

/** Cells as `row column value`, figures rounded to what a spreadsheet shows. */
export function valuesOf({ rows }: SheetData): readonly string[] {
  return rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell, column) => {
      if (isBlank(cell)) return [];
      const shown =
        typeof cell === "number" ? String(Math.round(cell * 1e9) / 1e9) : showCell(cell);
      return [`${number} ${column} ${shown}`];
    }),
  );
}
