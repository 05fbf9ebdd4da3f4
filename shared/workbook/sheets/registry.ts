import type { SheetId, SheetSpec } from "../sheet-spec.ts";
import { EDUCATION_SHEET, POSTING_SHEET, SANCTION_SHEET } from "./history.ts";
import { PERSON_SHEET, UNIT_SHEET } from "./people.ts";
import { APPLICATION_SHEET, APPOINTMENT_SHEET, EXAM_SHEET, TITLE_SHEET } from "./titles.ts";
import { APPRAISAL_SHEET, TRAINING_SHEET } from "./yearly.ts";

/** What the workbook is called, on its first sheet and as a file. */
export const WORKBOOK_TITLE = "人员信息采集表";

/** The sheet of instructions, which import passes over. */
export const INSTRUCTIONS_SHEET = "填表说明";

/** Every sheet of the 人员信息采集表, in the order of its tabs. */
export const SHEETS: { readonly [Id in SheetId]: SheetSpec<Id> } = {
  unit: UNIT_SHEET,
  person: PERSON_SHEET,
  education: EDUCATION_SHEET,
  postings: POSTING_SHEET,
  titles: TITLE_SHEET,
  appointments: APPOINTMENT_SHEET,
  appraisals: APPRAISAL_SHEET,
  training: TRAINING_SHEET,
  sanctions: SANCTION_SHEET,
  applications: APPLICATION_SHEET,
  exams: EXAM_SHEET,
};

/** The same as a list. */
export const ALL_SHEETS: readonly SheetSpec[] = Object.values(SHEETS);
