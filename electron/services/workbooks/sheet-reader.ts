import { parseAddress, parseRange } from "../../../shared/workbook/address.ts";
import type { CellValue, MergedCells, SheetRow } from "../../../shared/workbook/cell.ts";
import { WorkbookFault } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import { StringCollector } from "./shared-strings.ts";
import { attributeOf, type XmlHandler } from "./xml-scanner.ts";
import { decodeCellText } from "./xml-text.ts";

/** What is known of a cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  hasFormula: boolean;
  formula: string;
  hasValue: boolean;
  value: string;
}

/** Counts cells over all sheets of a workbook. */
export interface CellCounter {
  cells: number;
}

const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_576;

/**
 * Reads the cells of one sheet as the part is scanned. Formats are not looked at: a date cell stays
 * the serial number that it is, and rows with nothing in them are left out.
 */
export class SheetReader implements XmlHandler {
  readonly rows: SheetRow[] = [];
  readonly merged: MergedCells[] = [];
  readonly #strings: readonly string[];
  readonly #counter: CellCounter;
  readonly #inline = new StringCollector();
  #rowNumber = 0;
  #cells: (CellValue | undefined)[] = [];
  #column = -1;
  #cell: OpenCell | null = null;
  #collecting: "value" | "formula" | null = null;

  constructor(strings: readonly string[], counter: CellCounter) {
    this.#strings = strings;
    this.#counter = counter;
  }

  open(name: string, attributes: string): void {
    if (name === "c") this.#openCell(attributes);
    else if (name === "row") this.#openRow(attributes);
    else if (name === "mergeCell") this.#addMerged(attributes);
    else if (this.#cell !== null) this.#openInCell(name, this.#cell);
  }

  close(name: string): void {
    if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
    else {
      this.#inline.close(name);
      this.#collecting = null;
    }
  }

  text(text: string): void {
    const cell = this.#cell;
    if (cell === null) return;
    if (this.#collecting === "value") cell.value += text;
    else if (this.#collecting === "formula") cell.formula += text;
    else this.#inline.add(text);
  }

  #openRow(attributes: string): void {
    const written = attributeOf(attributes, "r");
    const number = written === undefined ? this.#rowNumber + 1 : Number(written);
    if (!(number > this.#rowNumber && number <= LAST_ROW)) throw new WorkbookFault("broken");
    this.#rowNumber = number;
    this.#cells = [];
    this.#column = -1;
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.rows.push({ number: this.#rowNumber, cells: this.#cells });
  }

  #openCell(attributes: string): void {
    const written = attributeOf(attributes, "r");
    const column =
      written === undefined ? this.#column + 1 : (parseAddress(written)?.column ?? LAST_COLUMN + 1);
    if (column <= this.#column || column > LAST_COLUMN) throw new WorkbookFault("broken");
    this.#column = column;
    this.#inline.reset();
    this.#cell = {
      column,
      type: attributeOf(attributes, "t") ?? "n",
      hasFormula: false,
      formula: "",
      hasValue: false,
      value: "",
    };
  }

  #openInCell(name: string, cell: OpenCell): void {
    if (name === "v") {
      cell.hasValue = true;
      this.#collecting = "value";
    } else if (name === "f") {
      cell.hasFormula = true;
      this.#collecting = "formula";
    } else {
      this.#inline.open(name);
    }
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const value = this.#valueOf(cell);
    if (value === null || value === "") return;
    this.#counter.cells += 1;
    if (this.#counter.cells > LIMITS.cells) throw new WorkbookFault("tooBig");
    while (this.#cells.length < cell.column) this.#cells.push(null);
    this.#cells.push(value);
  }

  #valueOf({ type, hasFormula, formula, hasValue, value }: OpenCell): CellValue {
    if (type === "inlineStr") return this.#inline.value;
    if (!hasValue || value === "") {
      const isUncalculated = hasFormula && type !== "str";
      return isUncalculated ? { fault: "uncalculated", text: `=${formula}` } : null;
    }
    switch (type) {
      case "s":
        return this.#stringAt(Number(value));
      case "str":
        return decodeCellText(value);
      case "b":
        return value === "1" || value === "true";
      case "e":
        return { fault: "error", text: value };
      case "d":
        return withoutZone(value);
      default:
        return numberOf(value);
    }
  }

  #stringAt(index: number): string {
    const text = this.#strings[index];
    if (text === undefined) throw new WorkbookFault("broken");
    return text;
  }

  #addMerged(attributes: string): void {
    const range = parseRange(attributeOf(attributes, "ref") ?? "");
    if (range !== null) this.merged.push(range);
  }
}

function numberOf(written: string): number {
  const number = Number(written);
  if (!Number.isFinite(number)) throw new WorkbookFault("broken");
  return number;
}

/** A date cell of a strict workbook is ISO text. A spreadsheet knows no time zones: a Z says nothing. */
function withoutZone(written: string): string {
  return written.replace(/Z$/i, "").replace(/T00:00(?::00(?:\.0+)?)?$/, "");
}
