import { cellAddress, columnLetters, rangeAddress } from "../../../shared/workbook/address.ts";
import type {
  PlannedCell,
  PlannedChoice,
  PlannedPrint,
  PlannedRow,
  PlannedValue,
  SheetPlan,
} from "../../../shared/workbook/plan.ts";
import { styleNumber } from "./styles.ts";
import { encodeCellText, encodeXml } from "./xml-text.ts";

/** Rows are handed on in pieces of about this many characters: big enough for zlib, small for memory. */
const PIECE = 64 * 1024;
/** The most that a list inside a data validation may hold (Excel refuses the file beyond it). */
const LONGEST_LIST = 255;

/** The part that holds one sheet, in pieces. Elements stand in the order that the schema demands. */
export function* sheetXml(
  plan: SheetPlan,
  isFirst: boolean,
  onRow: (number: number) => void,
): Generator<string> {
  yield `${head(plan, isFirst)}<sheetData>`;
  yield* rowsXml(plan, onRow);
  yield `</sheetData>${tail(plan)}`;
}

function head(plan: SheetPlan, isFirst: boolean): string {
  const fit = plan.print === undefined ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const columns = plan.columns.map(
    ({ width, style }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleNumber(style)}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    fit,
    `<sheetViews>${viewXml(plan, isFirst)}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join("")}</cols>`,
  ].join("");
}

function viewXml({ frozen }: SheetPlan, isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : "";
  if (frozen === undefined) return `<sheetView${selected} workbookViewId="0"/>`;
  const { rows, columns } = frozen;
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const pane = columns === 0 ? "bottomLeft" : rows === 0 ? "topRight" : "bottomRight";
  const first = cellAddress(rows + 1, columns);
  return `<sheetView${selected} workbookViewId="0"><pane${splits} topLeftCell="${first}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView>`;
}

function* rowsXml(plan: SheetPlan, onRow: (number: number) => void): Generator<string> {
  const letters = plan.columns.map((_, column) => columnLetters(column));
  const styles = plan.columns.map(({ style }) => styleNumber(style));
  let piece = "";
  let number = 0;
  for (const row of plan.rows) {
    number += 1;
    piece += rowXml(row, number, letters, styles);
    if (piece.length < PIECE) continue;
    yield piece;
    onRow(number);
    piece = "";
  }
  yield piece;
  onRow(number);
}

function rowXml(
  { cells, height }: PlannedRow,
  number: number,
  letters: readonly string[],
  styles: readonly number[],
): string {
  const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  let xml = `<row r="${number}"${size}>`;
  for (const [column, cell] of cells.entries()) {
    if (cell === null) continue;
    const place = `${letters[column] ?? columnLetters(column)}${number}`;
    xml += isStyled(cell)
      ? cellXml(place, styleNumber(cell.style), cell.value)
      : cellXml(place, styles[column] ?? 0, cell);
  }
  return `${xml}</row>`;
}

function isStyled(cell: PlannedCell | PlannedValue): cell is PlannedCell {
  return typeof cell === "object" && cell !== null && "style" in cell;
}

/**
 * Text is stored beside its cell, so that memory stays flat, and always as text: whatever begins with
 * = + - @ is what somebody typed and no formula.
 */
function cellXml(place: string, style: number, value: PlannedValue): string {
  const start = `<c r="${place}" s="${style}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (typeof value === "string") {
    const text = encodeCellText(value);
    return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  const formula = `<f>${encodeXml(value.formula)}</f>`;
  return typeof value.value === "number"
    ? `${start}>${formula}<v>${value.value}</v></c>`
    : `${start} t="str">${formula}<v>${encodeCellText(value.value)}</v></c>`;
}

function tail({ merged = [], choices = [], notes = [], print }: SheetPlan): string {
  const ranges = merged.map((range) => `<mergeCell ref="${rangeAddress(range)}"/>`).join("");
  return [
    merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${ranges}</mergeCells>`,
    choices.length === 0
      ? ""
      : `<dataValidations count="${choices.length}">${choices.map(choiceXml).join("")}</dataValidations>`,
    print === undefined ? "" : printXml(print),
    notes.length === 0 ? "" : '<legacyDrawing r:id="rIdNotes"/>',
    "</worksheet>",
  ].join("");
}

function choiceXml({ column, fromRow, toRow, allowed }: PlannedChoice): string {
  const list = allowed.join(",");
  if (list.length > LONGEST_LIST || allowed.some((label) => label.includes(","))) {
    throw new RangeError(`a drop-down list cannot hold: ${list}`);
  }
  const range = rangeAddress({ top: fromRow, bottom: toRow, left: column, right: column });
  const message = encodeXml(`请从下拉列表中选：${allowed.join("、")}`);
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="不在可选范围内" error="${message}" sqref="${range}"><formula1>"${encodeXml(list)}"</formula1></dataValidation>`;
}

function printXml({ orientation }: PlannedPrint): string {
  return [
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>",
  ].join("");
}
