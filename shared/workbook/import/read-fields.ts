import { isBlank, type DateSystem } from "../cell.ts";
import type { Column } from "../column.ts";
import { type FieldValue, readCell } from "../read-cell.ts";
import { refuse } from "../reading.ts";
import { type BlamedRow, cellIssue, type HeadingOf, rowIssue } from "./import-issue.ts";
import type { ImportRow } from "./row.ts";

/** Reads the cells of one row by the columns of its sheet. */

export interface ReadFields {
  /** What stands in the row. A blank cell says nothing, but that a period is running. */
  readonly known: Readonly<Record<string, FieldValue>>;
  readonly faults: readonly BlamedRow[];
}

export interface FieldReader {
  readonly columns: readonly Column[];
  readonly places: ReadonlyMap<string, number>;
  readonly dateSystem: DateSystem;
  readonly headingOf: HeadingOf;
}

export function readFields(row: ImportRow, reader: FieldReader): ReadFields {
  const { columns, places, dateSystem, headingOf } = reader;
  const known: Record<string, FieldValue> = {};
  const faults: BlamedRow[] = [];
  for (const { key, type, heading, isRequired } of columns) {
    const column = places.get(key);
    const cell = column === undefined ? null : (row.cells[column] ?? null);
    if (column === undefined || isBlank(cell)) {
      if (isRequired === true) faults.push(missing(row, column, heading, headingOf));
      else if (type.kind === "end") known[key] = null;
      continue;
    }
    const reading = readCell(type, cell, dateSystem);
    if (reading.ok) known[key] = reading.value;
    else faults.push(cellIssue({ row, column }, headingOf, reading));
  }
  return { known, faults };
}

function missing(
  row: ImportRow,
  column: number | undefined,
  heading: string,
  headingOf: HeadingOf,
): BlamedRow {
  return column === undefined
    ? rowIssue({ row, column: null }, headingOf, "column.missing", { heading })
    : cellIssue({ row, column }, headingOf, refuse("cell.required", {}));
}
