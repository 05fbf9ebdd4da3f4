import type { Person } from "../../shared/records/person.ts";
import { UNIT_FILE_FORMAT } from "../../shared/records/unit-file.ts";
import type { Unit } from "../../shared/records/unit.ts";
import type { Column } from "../../shared/workbook/column.ts";
import type { SheetId } from "../../shared/workbook/sheet-spec.ts";
import { recordsOf, type RowValues } from "../../shared/workbook/sheet-rows.ts";
import { ALL_SHEETS, SHEETS } from "../../shared/workbook/sheets/registry.ts";
import { cellOf } from "../../shared/workbook/write-cell.ts";

/** What an import makes of a record, field by field, in the words of the 人员信息采集表. */

export interface FieldChange {
  readonly sheet: SheetId;
  /** The tab's name: 职称. */
  readonly sheetName: string;
  /** Which record of the list: 主治医师, 2024; empty for the person's own fields. */
  readonly record: string;
  /** The heading of the field; empty where a whole record is new. */
  readonly field: string;
  /** Null: there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What is different of a person, or everything on somebody new. */
export function personChanges(before: Person | null, after: Person): readonly FieldChange[] {
  return ALL_SHEETS.flatMap(({ id }) => {
    if (id === "unit") return [];
    return sheetChanges(id, before === null ? [] : rowsOf(id, before), rowsOf(id, after));
  });
}

/** What is different of the unit. */
export function unitChanges(before: Unit | null, after: Unit): readonly FieldChange[] {
  const rows = (unit: Unit | null) =>
    unit === null ? [] : [...recordsOf("unit", { format: UNIT_FILE_FORMAT, unit, people: [] })];
  return sheetChanges("unit", rows(before), rows(after));
}

/** The rows of one person do not depend on the unit. */
const NO_UNIT: Unit = {
  id: "u",
  name: "—",
  creditCode: null,
  series: "other",
  inCatalogue: true,
  posts: null,
};

function rowsOf(sheet: SheetId, person: Person): readonly RowValues[] {
  return [...recordsOf(sheet, { format: UNIT_FILE_FORMAT, unit: NO_UNIT, people: [person] })];
}

/**
 * Import takes nothing away and keeps the order: what is left of the old rows once equal ones are set
 * aside was changed into the first of what is left of the new ones, and the rest of these is new.
 */
function sheetChanges(
  sheet: SheetId,
  before: readonly RowValues[],
  after: readonly RowValues[],
): readonly FieldChange[] {
  const columns = ownColumns(sheet);
  const textOf = (row: RowValues) => JSON.stringify(columns.map(({ key }) => row[key] ?? null));
  const left = setAside(before, after, textOf);
  const grown = setAside(after, before, textOf);
  return grown.flatMap((row, at) => {
    const old = left[at];
    return old === undefined && sheet !== "person" && sheet !== "unit"
      ? [newRecord(sheet, columns, row)]
      : fieldChanges(sheet, columns, old, row);
  });
}

/** The rows that have no equal among the others; of equals as many go as there are. */
function setAside(
  rows: readonly RowValues[],
  others: readonly RowValues[],
  textOf: (row: RowValues) => string,
): readonly RowValues[] {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(textOf(row), (counts.get(textOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = counts.get(textOf(row)) ?? 0;
    if (count === 0) return true;
    counts.set(textOf(row), count - 1);
    return false;
  });
}

/** The columns of the record itself, without those that only say whose it is. */
function ownColumns(sheet: SheetId): readonly Column[] {
  return SHEETS[sheet].columns.filter(
    ({ key, isReadOnly }) =>
      isReadOnly !== true && (sheet === "person" || !key.startsWith("person.")),
  );
}

function fieldChanges(
  sheet: SheetId,
  columns: readonly Column[],
  before: RowValues | undefined,
  after: RowValues,
): readonly FieldChange[] {
  return columns.flatMap((column) => {
    const old = showField(column, before);
    const now = showField(column, after);
    if (old === now) return [];
    const place = { sheet, sheetName: SHEETS[sheet].name, record: recordName(sheet, after) };
    return [{ ...place, field: column.heading, before: old, after: now }];
  });
}

/** Numbers that the program makes say nothing to the reader. */
const MADE = new Set(["id", "titleId", "session"]);

function newRecord(sheet: SheetId, columns: readonly Column[], row: RowValues): FieldChange {
  const parts = columns.flatMap((column) => {
    const shown = MADE.has(column.key) ? null : showField(column, row);
    return shown === null ? [] : [`${column.heading} ${shown}`];
  });
  const { name } = SHEETS[sheet];
  return { sheet, sheetName: name, record: "", field: "", before: null, after: parts.join("，") };
}

function showField({ key, type }: Column, row: RowValues | undefined): string | null {
  const cell = row === undefined ? null : cellOf(type, row[key]);
  return cell === null ? null : String(cell);
}

/** By what a reader knows one record of a list from another. */
const NAMES: Readonly<Partial<Record<SheetId, string>>> = {
  education: "graduatedOn",
  postings: "from",
  titles: "name",
  appointments: "from",
  appraisals: "year",
  training: "year",
  sanctions: "from",
  applications: "year",
  exams: "year",
};

function recordName(sheet: SheetId, row: RowValues): string {
  const key = NAMES[sheet];
  const value = key === undefined ? undefined : row[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
