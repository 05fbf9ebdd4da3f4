import { MOST_PEOPLE, type UnitFile } from "../../records/unit-file.ts";
import { isBlank, type WorkbookData } from "../cell.ts";
import type { Assembled } from "./assemble.ts";
import type { ReadDrafts } from "./draft.ts";
import type { BlamedRow, ImportIssue } from "./import-issue.ts";
import type { ColumnState, TableMapping } from "./mapping.ts";
import type { RowOutcome } from "./merge-list.ts";
import { IGNORED_KINDS, type IgnoredKind, type IgnoredRow } from "./row.ts";

/** What importing a workbook would do, told before anything is done. */

/** What came of a row with a record in it. */
export interface RowReport {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: RowOutcome | "refused";
}

/** Rows counted: `read` is the sum of all the others (promise 16). */
export interface RowCounts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly ignored: number;
}

export interface SheetCounts extends RowCounts {
  readonly sheet: string;
  readonly ignoredByKind: Readonly<Record<IgnoredKind, number>>;
}

/** Something that a roster leaves open, how it was settled, and for how many people. */
export interface StatedDefault {
  readonly id: string;
  readonly sentence: string;
  readonly people: number;
}

/** A column that was not taken over, with the number of its cells that hold something. */
export interface ColumnNotTaken {
  readonly sheet: string;
  readonly letters: string;
  readonly heading: string;
  readonly state: Exclude<ColumnState, "used">;
  readonly cells: number;
}

/** What is wrong with a workbook as a whole: nothing of it can be imported. */
export type ImportProblem = "nothingFound" | "noUnit" | "anotherUnit" | "tooManyPeople";
export const IMPORT_PROBLEM_SENTENCES = {
  nothingFound: "没有找到可以导入的内容：既不是人员信息采集表，也没有找到含“姓名”等标题的花名册",
  noUnit: "不知道是哪个单位的人员：请先登记单位，或在工作簿的“单位”表中填写并改正",
  anotherUnit: "这是另一个单位的表，没有导入任何内容",
  tooManyPeople: `人员超过${MOST_PEOPLE}人，没有导入任何内容，请分成几份`,
} as const satisfies Record<ImportProblem, string>;

export interface ImportReport {
  readonly kind: "template" | "roster";
  /** Null where importing is possible, all rows or the good ones. */
  readonly problem: ImportProblem | null;
  readonly tables: readonly TableMapping[];
  /** Tabs with something on them that were not read. */
  readonly unreadSheets: readonly string[];
  readonly columnsNotTaken: readonly ColumnNotTaken[];
  readonly defaults: readonly StatedDefault[];
  /** Cells of rows that are taken over which could not be registered, and why. */
  readonly gaps: readonly ImportIssue[];
  readonly counts: RowCounts;
  readonly sheets: readonly SheetCounts[];
  readonly rows: readonly RowReport[];
  readonly ignored: readonly IgnoredRow[];
  readonly issues: readonly ImportIssue[];
  /** What was read and what it was put beside, for `commitImport`. */
  readonly plan: ImportPlan;
}

export interface ImportPlan {
  readonly drafts: ReadDrafts;
  readonly existing: UnitFile | null;
  readonly unitFile: UnitFile | null;
}

/** What is known of a workbook beside its rows. */
export interface ReportParts {
  readonly kind: ImportReport["kind"];
  readonly workbook: WorkbookData;
  readonly existing: UnitFile | null;
  readonly drafts: ReadDrafts;
  /** What a roster left open, for the rows that are concerned. */
  readonly stateDefaults: (isConcerned: (rowId: number) => boolean) => readonly StatedDefault[];
  readonly gaps: readonly BlamedRow[];
}

/** Draws up the report on what was read and assembled. */
export function makeReport(parts: ReportParts, assembled: Assembled): ImportReport {
  const { drafts, workbook, existing } = parts;
  const problem = problemOf(drafts, assembled);
  const refused = new Set(assembled.blamed.map(({ rowId }) => rowId));
  const isRefused = (id: number) => problem !== null || refused.has(id);
  const outcomeOf = (id: number) => assembled.outcomes.get(id) ?? "unchanged";
  const rows = drafts.rows.map(({ id, sheet, number }): RowReport => ({
    sheet,
    row: number,
    outcome: isRefused(id) ? "refused" : outcomeOf(id),
  }));
  const sheets = drafts.tables.map(({ sheet }) => countSheet(sheet, rows, drafts.ignored));
  const read = new Set(drafts.tables.map(({ sheet }) => sheet));
  return {
    kind: parts.kind,
    problem,
    tables: drafts.tables,
    unreadSheets: workbook.sheets
      .filter((sheet) => !read.has(sheet.name) && sheet.rows.length > 0)
      .map(({ name }) => name),
    columnsNotTaken: columnsNotTaken(drafts),
    defaults: parts.stateDefaults((id) => !isRefused(id) && outcomeOf(id) !== "unchanged"),
    gaps: inOrder([...parts.gaps, ...assembled.gaps])
      .filter(({ rowId }) => !isRefused(rowId))
      .map(({ issue }) => issue),
    counts: sumCounts(sheets),
    sheets,
    rows,
    ignored: drafts.ignored,
    issues: inOrder(assembled.blamed).map(({ issue }) => issue),
    plan: { drafts, existing, unitFile: assembled.unitFile },
  };
}

/** From the first row down, and along each row, as the user goes through the sheet. */
function inOrder(blamed: readonly BlamedRow[]): readonly BlamedRow[] {
  return blamed.toSorted(
    (a, b) =>
      a.rowId - b.rowId ||
      a.issue.cell.length - b.issue.cell.length ||
      Number(a.issue.cell > b.issue.cell) - Number(a.issue.cell < b.issue.cell),
  );
}

function problemOf(drafts: ReadDrafts, { blamed, unitFile }: Assembled): ImportProblem | null {
  if (drafts.tables.length === 0) return "nothingFound";
  if (blamed.some(({ issue }) => issue.code === "row.anotherUnit")) return "anotherUnit";
  if (unitFile === null) return "noUnit";
  return unitFile.people.length > MOST_PEOPLE ? "tooManyPeople" : null;
}

function countSheet(
  sheet: string,
  rows: readonly RowReport[],
  ignored: readonly IgnoredRow[],
): SheetCounts {
  const own = rows.filter((row) => row.sheet === sheet);
  const passed = ignored.filter((row) => row.sheet === sheet);
  const count = (outcome: RowReport["outcome"]) =>
    own.filter((row) => row.outcome === outcome).length;
  const byKind = Object.fromEntries(
    IGNORED_KINDS.map((kind) => [kind, passed.filter((row) => row.kind === kind).length]),
  ) as Record<IgnoredKind, number>;
  return {
    sheet,
    read: own.length + passed.length,
    added: count("added"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    refused: count("refused"),
    ignored: passed.length,
    ignoredByKind: byKind,
  };
}

function sumCounts(sheets: readonly SheetCounts[]): RowCounts {
  const sum = (key: keyof RowCounts) => sheets.reduce((total, sheet) => total + sheet[key], 0);
  return {
    read: sum("read"),
    added: sum("added"),
    changed: sum("changed"),
    unchanged: sum("unchanged"),
    refused: sum("refused"),
    ignored: sum("ignored"),
  };
}

function columnsNotTaken({ tables, rows }: ReadDrafts): readonly ColumnNotTaken[] {
  return tables.flatMap(({ sheet, columns }) => {
    const own = rows.filter((row) => row.sheet === sheet);
    return columns.flatMap(({ state, column, letters, heading }) => {
      if (state === "used") return [];
      const cells = own.filter((row) => !isBlank(row.cells[column])).length;
      return [{ sheet, letters, heading, state, cells }];
    });
  });
}
