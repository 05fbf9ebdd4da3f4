import type { Pack } from "../../policy/pack.ts";
import type { UnitFile } from "../../records/unit-file.ts";
import type { SheetData, WorkbookData } from "../cell.ts";
import type { RosterDefaults } from "../roster/defaults.ts";
import { findRoster, readRoster } from "../roster/read-roster.ts";
import { assemble } from "./assemble.ts";
import { findHeadings } from "./headings.ts";
import type { ImportIssue } from "./import-issue.ts";
import type { MappingChoice } from "./mapping.ts";
import { readTemplate, recogniserOf, specOf } from "./read-template.ts";
import { type ImportReport, makeReport, type RowReport } from "./report.ts";

export interface ImportOptions {
  /** What is on file; null to begin a unit file from the workbook alone. */
  readonly existing: UnitFile | null;
  /** Knows the names of titles, and which level and series they stand for. */
  readonly pack: Pack;
  /** What the user decides about headings; the rest is as proposed. */
  readonly mapping?: MappingChoice | undefined;
  /** What the user decides about what a roster leaves open. */
  readonly defaults?: Partial<RosterDefaults> | undefined;
}

/** Reads a workbook against what is on file, and tells what importing it would do. Changes nothing. */
export function importWorkbook(workbook: WorkbookData, options: ImportOptions): ImportReport {
  const { existing, pack, mapping: choice = {}, defaults } = options;
  const kind = choice.kind ?? kindOf(workbook);
  const parts = { kind, workbook, existing };
  if (kind === "template") {
    const drafts = readTemplate(workbook, choice);
    return makeReport(
      { ...parts, drafts, stateDefaults: () => [], gaps: [] },
      assemble(drafts, existing),
    );
  }
  const unit = existing?.unit ?? null;
  const { uses, ...roster } = readRoster(workbook, { choice, pack, unit, defaults });
  return makeReport(
    {
      ...parts,
      ...roster,
      stateDefaults: (isConcerned) => uses.state(roster.defaults, isConcerned),
    },
    assemble(roster.drafts, existing),
  );
}

/** A workbook of ours has several sheets of ours, or one with no fewer of our headings than of a roster's. */
function kindOf({ sheets }: WorkbookData): "template" | "roster" {
  const ours = sheets.filter((sheet) => specOf(sheet) !== null);
  const [only] = ours;
  if (only === undefined) return "roster";
  if (ours.length > 1) return "template";
  return scoreAsTemplate(only) >= (findRoster([only])?.score ?? 0) ? "template" : "roster";
}

function scoreAsTemplate(sheet: SheetData): number {
  const spec = specOf(sheet);
  return spec === null ? 0 : (findHeadings(sheet, recogniserOf(spec.columns), 1)?.score ?? 0);
}

/** Which rows to take over: all or none, those that nothing is wrong with, or chosen ones of these. */
export type CommitChoice = "all" | "good" | ((row: RowReport) => boolean);

export type CommitResult =
  | {
      readonly ok: true;
      readonly unitFile: UnitFile;
      /** Chosen rows that could not be taken over without others that were not chosen. */
      readonly leftOut: readonly ImportIssue[];
    }
  | { readonly ok: false; readonly code: CommitRefusal };

export type CommitRefusal = "problem" | "refusedRows";
export const COMMIT_REFUSAL_SENTENCES = {
  problem: "这份工作簿不能导入，没有作任何改动",
  refusedRows: "有的行没有通过检查，没有作任何改动；可以改正后重新导入，或选择只导入没有问题的行",
} as const satisfies Record<CommitRefusal, string>;

/** The unit file with the rows of a report taken over. What the report was made from stays as it is. */
export function commitImport(report: ImportReport, choice: CommitChoice): CommitResult {
  const { drafts, existing, unitFile } = report.plan;
  if (report.problem !== null || unitFile === null) return { ok: false, code: "problem" };
  if (choice === "all" && report.counts.refused > 0) return { ok: false, code: "refusedRows" };
  if (typeof choice === "string") return { ok: true, unitFile, leftOut: [] };
  const chosen = new Set(
    drafts.rows.filter((_, index) => {
      const row = report.rows[index];
      return row !== undefined && row.outcome !== "refused" && choice(row);
    }),
  );
  const isChosen = new Set([...chosen].map(({ id }) => id));
  const assembled = assemble(drafts, existing, (row) => chosen.has(row));
  if (assembled.unitFile === null) return { ok: false, code: "problem" };
  const leftOut = assembled.blamed
    .filter(({ rowId }) => isChosen.has(rowId))
    .map(({ issue }) => issue);
  return { ok: true, unitFile: assembled.unitFile, leftOut };
}
