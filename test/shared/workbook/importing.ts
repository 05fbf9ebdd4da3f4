import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import type {
  CellValue,
  MergedCells,
  SheetData,
  WorkbookData,
} from "../../../shared/workbook/cell.ts";
import { parseRange } from "../../../shared/workbook/address.ts";
import {
  commitImport,
  type ImportOptions,
  importWorkbook,
} from "../../../shared/workbook/import/import-workbook.ts";
import type { ImportReport } from "../../../shared/workbook/import/report.ts";

/** Workbooks written down in tests, and what importing them comes to. */

export type Row = readonly CellValue[];

/** A sheet of rows from row 1 on. */
export function sheetOf(
  name: string,
  rows: readonly Row[],
  merged: readonly string[] = [],
): SheetData {
  return {
    name,
    rows: rows.map((cells, index) => ({ number: index + 1, cells })),
    merged: merged.map(rangeOf),
  };
}

function rangeOf(text: string): MergedCells {
  const range = parseRange(text);
  if (range === null) throw new Error(`no range: ${text}`);
  return range;
}

export function workbookOf(...sheets: readonly SheetData[]): WorkbookData {
  return { sheets, dateSystem: 1900 };
}

/** Imports into what is on file, with the shipped pack. */
export function importInto(
  existing: UnitFile | null,
  workbook: WorkbookData,
  options: Partial<ImportOptions> = {},
): ImportReport {
  return importWorkbook(workbook, { existing, pack: SHANDONG_2020, ...options });
}

/** The unit file with the good rows taken over; a workbook that cannot be imported throws. */
export function goodRowsOf(report: ImportReport): UnitFile {
  const committed = commitImport(report, "good");
  if (!committed.ok) throw new Error(`not committed: ${report.problem}`);
  return committed.unitFile;
}

/** `sheet cell code` of every issue. */
export function placesOf(report: ImportReport): readonly string[] {
  return report.issues.map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`);
}

/** `sheet row outcome` of every row with a record. */
export function outcomesOf(report: ImportReport): readonly string[] {
  return report.rows.map(({ sheet, row, outcome }) => `${sheet} ${row} ${outcome}`);
}
