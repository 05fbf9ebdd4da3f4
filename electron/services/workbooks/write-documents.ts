import type { UnitFile } from "../../../shared/records/unit-file.ts";
import type { OfficialList } from "../../../shared/workbook/lists/list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import { templatePlan, unitWorkbookPlan } from "../../../shared/workbook/unit-workbook.ts";
import type { LongWork } from "./read-workbook.ts";
import { writeWorkbook, type WriteWorkbookResult } from "./write-workbook.ts";

/** The workbooks that the product writes, each by one call. */

/** The empty 人员信息采集表 for a unit to fill in. */
export function writeTemplate(target: string, work?: LongWork): Promise<WriteWorkbookResult> {
  return writeWorkbook(target, templatePlan(), work);
}

/** A unit file as a 人员信息采集表, from which the same unit file can be imported again. */
export function writeUnitWorkbook(
  target: string,
  unitFile: UnitFile,
  work?: LongWork,
): Promise<WriteWorkbookResult> {
  return writeWorkbook(target, unitWorkbookPlan(unitFile), work);
}

/** One official list. */
export function writeList(
  target: string,
  list: OfficialList,
  work?: LongWork,
): Promise<WriteWorkbookResult> {
  return writeWorkbook(target, listPlan(list), work);
}
