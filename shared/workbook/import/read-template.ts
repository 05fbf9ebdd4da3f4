import type { SheetData, WorkbookData } from "../cell.ts";
import type { Column } from "../column.ts";
import type { ListId, SheetId, SheetSpec } from "../sheet-spec.ts";
import { ALL_SHEETS } from "../sheets/registry.ts";
import { bareHeadingKey, headingKey } from "../text.ts";
import { REASON_HEADING } from "./reason-heading.ts";
import type {
  Fields,
  LinkedDraft,
  ListDraft,
  PersonDraft,
  ReadDrafts,
  RecordDraft,
} from "./draft.ts";
import { findHeadings, headingsOf, type Recogniser } from "./headings.ts";
import type { BlamedRow, HeadingOf } from "./import-issue.ts";
import { columnsByKey, mapColumns, type MappingChoice, type TableMapping } from "./mapping.ts";
import { readFields } from "./read-fields.ts";
import type { IgnoredRow, ImportRow } from "./row.ts";
import { sortRows } from "./table.ts";
import { withIdNumberFacts } from "./id-number-facts.ts";

/** Reads a 人员信息采集表: one sheet a kind of record, its rows linked to people by number or name. */

const REASON_KEY = headingKey(REASON_HEADING);

/** The sheet of ours that a tab's name says it is. */
export function specOf({ name }: SheetData): SheetSpec | null {
  const key = headingKey(name);
  return ALL_SHEETS.find((spec) => headingKey(spec.name) === key) ?? null;
}

/** Recognises the headings of a sheet of ours. */
export function recogniserOf(columns: readonly Column[]): Recogniser {
  const keys = new Map<string, string>();
  // A column's own heading goes before another's synonym: 系列 before the 系列 of 申报系列.
  for (const { heading, key } of columns) keys.set(headingKey(heading), key);
  for (const { synonyms = [], key } of columns) {
    for (const word of synonyms) if (!keys.has(headingKey(word))) keys.set(headingKey(word), key);
  }
  return (candidates) => {
    for (const candidate of candidates) {
      if (headingKey(candidate) === REASON_KEY) return { state: "ignored" };
      const key = keys.get(headingKey(candidate)) ?? keys.get(bareHeadingKey(candidate));
      if (key !== undefined) return { state: "used", key };
    }
    return null;
  };
}

interface ReadSheet {
  readonly table: TableMapping;
  readonly ignored: readonly IgnoredRow[];
  readonly rows: readonly ImportRow[];
}

/** Finds headings and rows of a sheet; null where nothing of ours stands on it. */
function readSheet(
  sheet: SheetData,
  spec: SheetSpec,
  firstId: number,
  { tables = {} }: MappingChoice,
): ReadSheet | null {
  const recognise = recogniserOf(spec.columns);
  const choice = tables[sheet.name] ?? {};
  const found = choice.headingRows ?? findHeadings(sheet, recognise, 1)?.rows;
  if (found === undefined) return null;
  const columns = mapColumns(headingsOf(sheet, found), recognise, choice.columns);
  const table: TableMapping = { sheet: sheet.name, kind: spec.id, headingRows: found, columns };
  const places = columnsByKey(columns);
  const keyColumns = ["person.id", "person.name", "person.idNumber", "id", "name"]
    .map((key) => places.get(key))
    .filter((column) => column !== undefined);
  const { rows, ignored } = sortRows(sheet, {
    headingRows: found,
    keyColumns,
    usedColumns: [...places.values()],
  });
  return {
    table,
    ignored,
    rows: rows.map(({ number, cells }, index) => ({
      id: firstId + index,
      sheet: sheet.name,
      number,
      cells,
    })),
  };
}

/** Reads every sheet of ours. Sheets of other names are left to the caller to list. */
export function readTemplate(
  { sheets, dateSystem }: WorkbookData,
  choice: MappingChoice,
): ReadDrafts {
  const rows: ImportRow[] = [];
  const ignored: IgnoredRow[] = [];
  const tables: TableMapping[] = [];
  const faults: BlamedRow[] = [];
  const units: RecordDraft[] = [];
  const people: PersonDraft[] = [];
  const linked: LinkedDraft[] = [];
  const headingOf = headingLookup(tables);
  for (const sheet of sheets) {
    const spec = specOf(sheet);
    const read = spec === null ? null : readSheet(sheet, spec, rows.length, choice);
    if (spec === null || read === null) continue;
    tables.push(read.table);
    ignored.push(...read.ignored);
    const places = columnsByKey(read.table.columns);
    const reader = { columns: spec.columns, places, dateSystem, headingOf };
    for (const row of read.rows) {
      rows.push(row);
      const fields = readFields(row, reader);
      faults.push(...fields.faults);
      const draft = { row, known: fields.known, assumed: {}, columns: places };
      if (spec.id === "unit") units.push(draft);
      else if (spec.id === "person") people.push({ ...withIdNumberFacts(draft), records: [] });
      else linked.push(linkedDraft(draft, spec.id));
    }
  }
  const areMonthsEnough = false;
  return { rows, ignored, tables, units, people, linked, faults, areMonthsEnough };
}

/** Names columns by the headings found so far. */
export function headingLookup(tables: readonly TableMapping[]): HeadingOf {
  return (sheet, column) =>
    tables
      .find((table) => table.sheet === sheet)
      ?.columns.find((mapping) => mapping.column === column)?.heading ?? "";
}

/** Takes the fields that name the person out of a row's own. */
function linkedDraft(draft: RecordDraft, list: Exclude<SheetId, "unit" | "person">): LinkedDraft {
  const own: Record<string, Fields[string]> = {};
  for (const [key, value] of Object.entries(draft.known)) {
    if (!key.startsWith("person.")) own[key] = value;
  }
  const { columns, row } = draft;
  const record: ListDraft = { row, known: own, assumed: {}, columns, list: list satisfies ListId };
  return {
    draft: record,
    link: {
      id: textOf(draft.known["person.id"]),
      name: textOf(draft.known["person.name"]),
      idNumber: textOf(draft.known["person.idNumber"]),
    },
  };
}

function textOf(value: Fields[string] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
