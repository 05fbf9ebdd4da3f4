import type { WorkbookPlan } from "./plan.ts";

/** The plan with its rows made: a generator does not cross the bridge or into a worker. */
export function plainPlan({ sheets }: WorkbookPlan): WorkbookPlan {
  return { sheets: sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] })) };
}
