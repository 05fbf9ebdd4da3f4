import type { Pack } from "../../policy/pack.ts";
import type { Unit } from "../../records/unit.ts";
import { type CellValue, type DateSystem, isBlank } from "../cell.ts";
import type { ColumnType } from "../column.ts";
import type { FieldValue } from "../read-cell.ts";
import { readCell } from "../read-cell.ts";
import type { CellRefusal } from "../reading.ts";
import { headingKey } from "../text.ts";
import type { Fields, ListDraft } from "../import/draft.ts";
import { type BlamedRow, cellIssue, type HeadingOf, rowIssue } from "../import/import-issue.ts";
import type { ImportRow } from "../import/row.ts";
import type { RowIssueCode, RowIssueDetails } from "../import/row-issue.ts";
import type { ListId } from "../sheet-spec.ts";
import type { DefaultId, DefaultUses, RosterDefaults } from "./defaults.ts";
import type { TitleNames } from "./title-names.ts";

/** What every row of one roster is read with. */
export interface RosterContext {
  readonly pack: Pack;
  readonly unit: Unit | null;
  readonly defaults: RosterDefaults;
  readonly titleNames: TitleNames;
  readonly places: ReadonlyMap<string, number>;
  readonly columns: SourceColumns;
  readonly dateSystem: DateSystem;
  readonly headingOf: HeadingOf;
  readonly uses: DefaultUses;
  /** The year columns, in order. */
  readonly years: Readonly<Record<"appraisal" | "training", readonly number[]>>;
}

/** Which field of the row each field of a record comes from. */
export type FieldSources = Readonly<Record<string, string>>;

/** What people write where there is nothing: no title, no degree. */
const NOTHING = new Set([
  "",
  "无",
  "没有",
  "暂无",
  "/",
  "\\",
  "空",
  "未评",
  "未聘",
  "无职称",
  "未取得",
  "未定职称",
  "未定级",
  "未评定",
  "未评聘",
  "未聘任",
  "未取得职称",
  "尚未取得",
  "尚未评定",
  "待定",
  "见习",
  "见习期",
  "未参加",
  "未参加考核",
  "未考核",
  "无学位",
  "未取得学位",
]);

const LONGEST_NOTHING = 6;

function saysNothing(value: CellValue): boolean {
  return (
    typeof value === "string" && value.length <= LONGEST_NOTHING && NOTHING.has(headingKey(value))
  );
}

/** The columns from which records take their fields: worked out once, since every row has the same. */
export class SourceColumns {
  readonly places: ReadonlyMap<string, number>;
  readonly #known = new Map<FieldSources, ReadonlyMap<string, number>>();

  constructor(places: ReadonlyMap<string, number>) {
    this.places = places;
  }

  /** The columns by field of the record; a field without a column of its own is left out. */
  of(sources: FieldSources): ReadonlyMap<string, number> {
    const known = this.#known.get(sources);
    if (known !== undefined) return known;
    const columns = new Map<string, number>();
    for (const [field, key] of Object.entries(sources)) {
      const column = this.places.get(key);
      if (column !== undefined) columns.set(field, column);
    }
    this.#known.set(sources, columns);
    return columns;
  }
}

/** One row of a roster while it is taken apart into records. */
export class RowReader {
  readonly row: ImportRow;
  readonly context: RosterContext;
  /** What is wrong with it: the row is refused. */
  readonly faults: BlamedRow[] = [];
  /** What could not be registered though nothing is wrong with the row. */
  readonly gaps: BlamedRow[] = [];

  constructor(row: ImportRow, context: RosterContext) {
    this.row = row;
    this.context = context;
  }

  /** The cell of a field; null where there is no column for it, or nothing in it. */
  cell(key: string): CellValue {
    const column = this.context.places.get(key);
    const value = column === undefined ? null : (this.row.cells[column] ?? null);
    return isBlank(value) || saysNothing(value) ? null : value;
  }

  /** Reads a field; undefined where nothing is written or what is written is refused. */
  read(key: string, type: ColumnType): FieldValue | undefined {
    const value = this.cell(key);
    if (value === null) return undefined;
    const reading = readCell(type, value, this.context.dateSystem);
    if (reading.ok) return reading.value;
    this.refuse(key, reading);
    return undefined;
  }

  /** Reads a field of text. */
  text(key: string): string | undefined {
    const value = this.read(key, { kind: "text" });
    return value === undefined || value === null ? undefined : String(value);
  }

  /** Reads a date. */
  date(key: string): string | undefined {
    const value = this.read(key, { kind: "start" });
    return typeof value === "string" ? value : undefined;
  }

  refuse(key: string, refusal: CellRefusal): void {
    this.faults.push(cellIssue(this.#place(key), this.context.headingOf, refusal));
  }

  blame<Code extends RowIssueCode>(key: string, code: Code, details: RowIssueDetails[Code]): void {
    this.faults.push(rowIssue(this.#place(key), this.context.headingOf, code, details));
  }

  leaveOut<Code extends RowIssueCode>(
    key: string,
    code: Code,
    details: RowIssueDetails[Code],
  ): void {
    this.gaps.push(rowIssue(this.#place(key), this.context.headingOf, code, details));
  }

  #place(key: string) {
    return { row: this.row, column: this.context.places.get(key) ?? null };
  }

  /** Says that a default settled something in this row. */
  assume(id: DefaultId): void {
    this.context.uses.note(this.row.id, id);
  }

  /** A record of this row. `sources` must be the same object for every row. */
  draft(
    list: ListId,
    known: Readonly<Record<string, FieldValue | undefined>>,
    assumed: Fields,
    sources: FieldSources,
  ): ListDraft {
    const columns = this.context.columns.of(sources);
    return { row: this.row, list, known: withoutUndefined(known), assumed, columns };
  }
}

/** Fields that hold something. */
export function withoutUndefined(fields: Readonly<Record<string, FieldValue | undefined>>): Fields {
  const kept: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept;
}
