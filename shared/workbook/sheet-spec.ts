import type { Column } from "./column.ts";

export const SHEET_IDS = [
  "unit",
  "person",
  "education",
  "postings",
  "titles",
  "appointments",
  "appraisals",
  "training",
  "sanctions",
  "applications",
  "exams",
] as const;
export type SheetId = (typeof SHEET_IDS)[number];

/** The sheets that hold what happened to people, each a list of the person's record. */
export type ListId = Exclude<SheetId, "unit" | "person">;

/** A sheet of the 人员信息采集表 as data. */
export interface SheetSpec<Id extends SheetId = SheetId> {
  readonly id: Id;
  /** The tab's name. */
  readonly name: string;
  /** What one row is, for the instructions. */
  readonly rowMeaning: string;
  readonly columns: readonly Column[];
}
