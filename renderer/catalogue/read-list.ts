import type { InputOf, OutputOf } from "../../shared/bridge/methods.ts";
import type { CatalogueUnit } from "../../shared/bureau/catalogue.ts";
import { creditCodeCheckDigit, hasCreditCodeForm } from "../../shared/records/credit-code.ts";

/** A workbook with the official form of the list, or one that names its columns alike, as units. */

type Workbook = OutputOf<"workbooks.read">;
type Cell = Workbook["sheets"][number]["rows"][number]["cells"][number];
export type ReadFile = InputOf<"workbooks.read">;

/** Where a row could not be read: sheet, row, column and why. */
export interface RowFault {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly code: "name-missing" | "allowance" | "credit-code" | "cell-error";
}

export type ReadList =
  | {
      readonly ok: true;
      readonly units: readonly Omit<CatalogueUnit, "id">[];
      readonly faults: readonly RowFault[];
    }
  /** No sheet has a row of headings with 单位名称. */
  | { readonly ok: false; readonly code: "no-heading" };

const COLUMNS = {
  name: ["单位名称", "单位全称", "名称"],
  address: ["所在地址", "地址", "单位地址"],
  allowance: ["是否享受乡镇工作补贴", "享受乡镇工作补贴", "乡镇工作补贴"],
  note: ["备注"],
  creditCode: ["统一社会信用代码", "信用代码"],
  township: ["乡镇", "所在乡镇", "乡镇（街道）"],
} as const;
type Column = keyof typeof COLUMNS;
const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[];

const YES = new Set(["是", "享受", "√", "Y", "1"]);
const NO = new Set(["否", "不享受", "×", "N", "0"]);
const HEADINGS_WITHIN = 15;

/** Reads the first sheet that has the headings; rows without a name and anything else are left out. */
export function readUnitList({ sheets }: Workbook): ReadList {
  for (const { name, rows, isHidden } of sheets) {
    if (isHidden === true) continue;
    const heading = rows.slice(0, HEADINGS_WITHIN).find((row) => columnsOf(row.cells).has("name"));
    if (heading === undefined) continue;
    const columns = columnsOf(heading.cells);
    const below = rows.filter((row) => row.number > heading.number);
    const read = below.map((row) => readRow(name, row.number, row.cells, columns));
    return {
      ok: true,
      units: read.flatMap(({ unit }) => (unit === null ? [] : [unit])),
      faults: read.flatMap(({ faults }) => faults),
    };
  }
  return { ok: false, code: "no-heading" };
}

function columnsOf(cells: readonly Cell[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const heading = textOf(cell).replaceAll(/[\s\n]/g, "");
    const column = COLUMN_NAMES.find((name) =>
      (COLUMNS[name] as readonly string[]).includes(heading),
    );
    if (column !== undefined && !found.has(column)) found.set(column, index);
  }
  return found;
}

interface ReadRow {
  readonly unit: Omit<CatalogueUnit, "id"> | null;
  readonly faults: readonly RowFault[];
}

function readRow(
  sheet: string,
  row: number,
  cells: readonly Cell[],
  columns: ReadonlyMap<Column, number>,
): ReadRow {
  const cellOf = (column: Column) => cells[columns.get(column) ?? -1] ?? null;
  const fault = (column: Column, code: RowFault["code"]): RowFault => ({
    sheet,
    row,
    column: COLUMNS[column][0],
    found: textOf(cellOf(column)),
    code,
  });
  const broken = COLUMN_NAMES.filter((column) => isFault(cellOf(column)));
  if (broken.length > 0) {
    return { unit: null, faults: broken.map((column) => fault(column, "cell-error")) };
  }
  const texts = Object.fromEntries(
    COLUMN_NAMES.map((column) => [column, textOf(cellOf(column))]),
  ) as Readonly<Record<Column, string>>;
  if (texts.name === "") {
    // The official form numbers ten rows whether they are filled or not.
    const isBlank = COLUMN_NAMES.every((column) => texts[column] === "");
    return { unit: null, faults: isBlank ? [] : [fault("name", "name-missing")] };
  }
  const allowance = readAllowance(texts.allowance);
  const creditCode = texts.creditCode.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
  const faults = [
    ...(allowance === undefined ? [fault("allowance", "allowance")] : []),
    ...(isCreditCode(creditCode) ? [] : [fault("creditCode", "credit-code")]),
  ];
  if (faults.length > 0 || allowance === undefined) return { unit: null, faults };
  const unit = {
    name: texts.name,
    creditCode: creditCode === "" ? null : creditCode,
    address: texts.address,
    township: texts.township,
    townshipAllowance: allowance,
    posts: null,
    note: texts.note,
  };
  return { unit, faults: [] };
}

function isFault(cell: Cell): boolean {
  return typeof cell === "object" && cell !== null;
}

function textOf(cell: Cell): string {
  if (cell === null) return "";
  return (typeof cell === "object" ? cell.text : String(cell)).trim();
}

/** Null: not said; undefined: said otherwise than yes or no. */
function readAllowance(written: string): boolean | null | undefined {
  const folded = written.normalize("NFKC").toUpperCase();
  if (folded === "") return null;
  if (YES.has(folded)) return true;
  return NO.has(folded) ? false : undefined;
}

function isCreditCode(code: string): boolean {
  return code === "" || (hasCreditCodeForm(code) && creditCodeCheckDigit(code) === code[17]);
}
