import type { Pack } from "../../shared/policy/pack.ts";
import type { Person } from "../../shared/records/person.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import type { Unit } from "../../shared/records/unit.ts";
import {
  isBlank,
  type SheetData,
  type SheetRow,
  showCell,
  type WorkbookData,
} from "../../shared/workbook/cell.ts";
import type { ImportIssue } from "../../shared/workbook/import/import-issue.ts";
import { commitImport, importWorkbook } from "../../shared/workbook/import/import-workbook.ts";
import type {
  ColumnMapping,
  MappingChoice,
  TableMapping,
} from "../../shared/workbook/import/mapping.ts";
import type {
  ImportProblem,
  ImportReport,
  RowCounts,
  SheetCounts,
  StatedDefault,
} from "../../shared/workbook/import/report.ts";
import { refusalReasons } from "../../shared/workbook/import/returned.ts";
import type { IgnoredRow, ImportRow } from "../../shared/workbook/import/row.ts";
import type { RosterDefaults } from "../../shared/workbook/roster/defaults.ts";
import { type ImportRowView, viewRows } from "./import-rows.ts";

/** The work of an import, apart from the screen: it runs in a worker, and in tests without one. */

export interface ImportSource {
  readonly workbook: WorkbookData;
  readonly existing: UnitFile | null;
  readonly pack: Pack;
}

/** What the user has decided so far. */
export interface ImportDecisions {
  readonly mapping: MappingChoice;
  readonly defaults: Partial<RosterDefaults>;
}

/** A column with the first things that stand in it. */
export interface ColumnView extends ColumnMapping {
  readonly samples: readonly string[];
}

export interface TableView extends Omit<TableMapping, "columns"> {
  readonly columns: readonly ColumnView[];
}

/** The first rows of a sheet that have anything in them. */
export interface SheetTop {
  readonly sheet: string;
  readonly rows: readonly { readonly number: number; readonly text: string }[];
}

/** The report as the screen shows it: nothing in it but data. */
export interface ImportView {
  readonly kind: ImportReport["kind"];
  readonly problem: ImportProblem | null;
  /** What the problem is in particular: which other unit the sheet is of. */
  readonly problemDetail: string | null;
  readonly tables: readonly TableView[];
  readonly sheetNames: readonly string[];
  /** How each sheet begins, so that the user can say where its headings are. */
  readonly tops: readonly SheetTop[];
  readonly unreadSheets: readonly string[];
  readonly defaults: readonly StatedDefault[];
  readonly gaps: readonly ImportIssue[];
  readonly counts: RowCounts;
  readonly sheets: readonly SheetCounts[];
  readonly rows: readonly ImportRowView[];
  readonly ignored: readonly IgnoredRow[];
  /** Why rows were refused, for the workbook that is given back. */
  readonly reasons: readonly {
    readonly sheet: string;
    readonly headingRow: number;
    readonly reasons: [number, string][];
  }[];
}

/** What a commit writes: one edit. */
export interface ImportCommit {
  readonly unit: Unit | null;
  readonly putPeople: readonly Person[];
  /** Chosen rows that could not be taken over without others that were not chosen. */
  readonly leftOut: readonly ImportIssue[];
}

/** One workbook, looked at as often as the user changes a decision. */
export class ImportJob {
  readonly #source: ImportSource;
  #report: ImportReport | null = null;

  constructor(source: ImportSource) {
    this.#source = source;
  }

  /** What importing would do under some decisions. */
  look({ mapping, defaults }: ImportDecisions): ImportView {
    const { workbook, existing, pack } = this.#source;
    const report = importWorkbook(workbook, { existing, pack, mapping, defaults });
    this.#report = report;
    return viewReport(report, workbook);
  }

  /** The records with the chosen rows (places in `rows`) taken over; null where nothing can be. */
  commit(chosen: readonly number[]): ImportCommit | null {
    const report = this.#report;
    if (report === null) throw new Error("a commit comes after a look");
    const rows = new Set(chosen.map((at) => report.rows[at]));
    const good = report.rows.filter(({ outcome }) => outcome !== "refused").length;
    const result = commitImport(report, rows.size === good ? "good" : (row) => rows.has(row));
    if (!result.ok) return null;
    const { existing } = this.#source;
    const onFile = new Map((existing?.people ?? []).map((person) => [person.id, person]));
    const { unit, people } = result.unitFile;
    return {
      unit: isSame(unit, existing?.unit ?? null) ? null : unit,
      putPeople: people.filter((person) => !isSame(person, onFile.get(person.id) ?? null)),
      leftOut: result.leftOut,
    };
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function viewReport(report: ImportReport, workbook: WorkbookData): ImportView {
  const { plan, tables, issues } = report;
  const other = issues.find(({ code }) => code === "row.anotherUnit");
  return {
    kind: report.kind,
    problem: report.problem,
    problemDetail: report.problem === "anotherUnit" ? (other?.expected ?? null) : null,
    tables: tables.map((table) => withSamples(table, plan.drafts.rows)),
    sheetNames: workbook.sheets.map(({ name }) => name),
    tops: workbook.sheets.map(topOf),
    unreadSheets: report.unreadSheets,
    defaults: report.defaults,
    gaps: report.gaps,
    counts: report.counts,
    sheets: report.sheets,
    rows: viewRows(report),
    ignored: report.ignored,
    reasons: refusalReasons(report).map(({ sheet, headingRow, reasons }) => ({
      sheet,
      headingRow,
      reasons: [...reasons],
    })),
  };
}

/** As far down as headings are looked for. */
const TOP_ROWS = 40;
/** As much as fits into the list that offers the rows. */
const TOP_TEXT = 24;

function topOf({ name, rows }: SheetData): SheetTop {
  const top = rows
    .filter(({ number }) => number <= TOP_ROWS)
    .map(({ number, cells }) => ({ number, text: beginningOf(cells) }));
  return { sheet: name, rows: top.filter(({ text }) => text !== "") };
}

function beginningOf(cells: SheetRow["cells"]): string {
  const texts = cells.filter((cell) => !isBlank(cell)).map((cell) => showCell(cell).trim());
  const line = Array.from(texts.join("、").replaceAll(/\s+/g, ""));
  return line.length > TOP_TEXT ? `${line.slice(0, TOP_TEXT).join("")}…` : line.join("");
}

const SAMPLES = 3;

function withSamples(table: TableMapping, rows: readonly ImportRow[]): TableView {
  const own = rows.filter(({ sheet }) => sheet === table.sheet);
  const columns = table.columns.map((mapping): ColumnView => {
    const samples: string[] = [];
    for (const { cells } of own) {
      const cell = cells[mapping.column];
      if (isBlank(cell)) continue;
      const shown = showCell(cell).trim();
      if (!samples.includes(shown)) samples.push(shown);
      if (samples.length === SAMPLES) break;
    }
    return { ...mapping, samples };
  });
  return { ...table, columns };
}
