import type { UnitFile } from "../records/unit-file.ts";
import { type Column, describeType } from "./column.ts";
import { instructionsPlan } from "./instructions.ts";
import type {
  CellStyle,
  PlannedCell,
  PlannedChoice,
  PlannedNote,
  PlannedRow,
  SheetPlan,
  WorkbookPlan,
} from "./plan.ts";
import type { SheetSpec } from "./sheet-spec.ts";
import { countRecords, recordsOf, type RowValues } from "./sheet-rows.ts";
import { ALL_SHEETS } from "./sheets/registry.ts";
import { cellOf } from "./write-cell.ts";

/** The 人员信息采集表, empty as a template or filled from a unit file: the two differ in rows alone. */

/** Drop-down lists reach down to here: the people of one unit, with years of courses for each. */
const LAST_ROW_WITH_CHOICES = 20_000;
const HEADING_HEIGHT = 32;

/** The empty workbook for a unit to fill in. */
export function templatePlan(): WorkbookPlan {
  return { sheets: [instructionsPlan(), ...ALL_SHEETS.map((spec) => sheetPlan(spec, [], 0))] };
}

/** A unit file as a workbook; importing it gives the same unit file again. */
export function unitWorkbookPlan(unitFile: UnitFile): WorkbookPlan {
  return {
    sheets: [
      instructionsPlan(),
      ...ALL_SHEETS.map((spec) =>
        sheetPlan(spec, recordsOf(spec.id, unitFile), countRecords(spec.id, unitFile)),
      ),
    ],
  };
}

/** The columns of a sheet that are written. */
export function writtenColumns(spec: SheetSpec): readonly Column[] {
  return spec.columns.filter(({ isReadOnly }) => isReadOnly !== true);
}

function sheetPlan(spec: SheetSpec, records: Iterable<RowValues>, recordCount: number): SheetPlan {
  const columns = writtenColumns(spec);
  const firstRow = 2;
  return {
    name: spec.name,
    columns: columns.map(({ type, width }) => ({ width, style: inputStyle(type.kind) })),
    rows: rowsOf(columns, records),
    rowCount: recordCount + 1,
    frozen: { rows: 1, columns: spec.id === "unit" ? 0 : 2 },
    choices: columns.flatMap((column, index) => choicesOf(column, index, firstRow)),
    notes: columns.map((column, index) => noteOf(column, index)),
    print: { orientation: "landscape", repeatedRows: [1, 1] },
  };
}

function* rowsOf(columns: readonly Column[], records: Iterable<RowValues>): Generator<PlannedRow> {
  yield { cells: columns.map(headingCell), height: HEADING_HEIGHT };
  for (const record of records) {
    yield { cells: columns.map(({ key, type }) => cellOf(type, record[key])) };
  }
}

function headingCell({ heading, isRequired }: Column): PlannedCell {
  return { value: heading, style: isRequired === true ? "requiredHeading" : "heading" };
}

function inputStyle(kind: Column["type"]["kind"]): CellStyle {
  if (kind === "number") return "numberInput";
  return kind === "year" ? "yearInput" : "textInput";
}

function choicesOf(column: Column, index: number, fromRow: number): readonly PlannedChoice[] {
  const { type } = column;
  if (type.kind !== "choice" && type.kind !== "yesNo") return [];
  const allowed = type.kind === "yesNo" ? ["是", "否"] : type.options.map(({ label }) => label);
  return [{ column: index, fromRow, toRow: LAST_ROW_WITH_CHOICES, allowed }];
}

function noteOf(column: Column, index: number): PlannedNote {
  const must = column.isRequired === true ? "必填。" : "";
  return { row: 1, column: index, text: `${must}${describeType(column.type)}。\n${column.note}` };
}
