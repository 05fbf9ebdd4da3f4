import type { CellValue, WorkbookData } from "../../../shared/workbook/cell.ts";
import type { PlannedRow, WorkbookPlan } from "../../../shared/workbook/plan.ts";

/** What a reader would find in a workbook written after a plan, without a file in between. */
export function sheetsOfPlan({ sheets }: WorkbookPlan): WorkbookData {
  return {
    dateSystem: 1900,
    sheets: sheets.map(({ name, rows, merged = [] }) => ({
      name,
      merged,
      rows: [...rows].map(({ cells }, index) => ({
        number: index + 1,
        cells: cells.map(valueOf),
      })),
    })),
  };
}

function valueOf(cell: PlannedRow["cells"][number]): CellValue {
  if (typeof cell !== "object" || cell === null) return cell;
  return "formula" in cell ? cell.value : valueOf(cell.value);
}
