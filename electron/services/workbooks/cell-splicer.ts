import { cellAddress, parseAddress } from "../../../shared/workbook/address.ts";
import { attributeOf } from "./xml-scanner.ts";
import { tagsIn } from "./row-splitter.ts";
import { encodeCellText } from "./xml-text.ts";

/** Puts a text into one cell of a row, or of a sheet's head, and leaves every other letter as it is. */

interface CellSpan {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** The attribute that gives the cell its looks, as written; empty where there is none. */
  readonly style: string;
}

/** The row with a text in one of its cells; null takes out what stands there. */
export function withCell(xml: string, number: number, column: number, text: string | null): string {
  const cells = cellsOf(xml);
  const own = cells.find((cell) => cell.column === column);
  if (own === undefined && text === null) return xml;
  const prefix = prefixOf(xml);
  const cell = cellXml(prefix, cellAddress(number, column), own?.style ?? "", text);
  if (own !== undefined) return xml.slice(0, own.start) + cell + xml.slice(own.end);
  const next = cells.find((one) => one.column > column);
  const at = next?.start ?? xml.lastIndexOf("</");
  return widenSpans(xml.slice(0, at) + cell + xml.slice(at), column);
}

function cellXml(prefix: string, address: string, style: string, text: string | null): string {
  const tag = (name: string) => `${prefix}${name}`;
  const start = `<${tag("c")} r="${address}"${style}`;
  if (text === null) return `${start}/>`;
  const content = `<${tag("t")} xml:space="preserve">${encodeCellText(text)}</${tag("t")}>`;
  return `${start} t="inlineStr"><${tag("is")}>${content}</${tag("is")}></${tag("c")}>`;
}

function prefixOf(xml: string): string {
  for (const { prefix } of tagsIn(xml)) return prefix;
  return "";
}

function cellsOf(xml: string): readonly CellSpan[] {
  const cells: CellSpan[] = [];
  let open: Omit<CellSpan, "end"> | null = null;
  let column = -1;
  for (const tag of tagsIn(xml)) {
    if (tag.name !== "c") continue;
    if (!tag.isClosing) {
      const written = attributeOf(tag.body, "r");
      column = written === undefined ? column + 1 : (parseAddress(written)?.column ?? column + 1);
      const style = attributeOf(tag.body, "s");
      open = { column, start: tag.start, style: style === undefined ? "" : ` s="${style}"` };
    }
    if (open !== null && (tag.isClosing || tag.isEmpty)) {
      cells.push({ ...open, end: tag.end });
      open = null;
    }
  }
  return cells;
}

/** `spans` says which columns a row has cells in; the new one is counted in. */
function widenSpans(xml: string, column: number): string {
  return xml.replace(
    /^(<[^>]*\sspans=")(\d+):(\d+)(")/,
    (_, head: string, first: string, last: string, end: string) =>
      `${head}${first}:${Math.max(Number(last), column + 1)}${end}`,
  );
}

const REASON_WIDTH = 60;

/** The head of a sheet with room for the new column: its width, and the sheet's extent. */
export function withWideColumn(xml: string, column: number, lastRow: number): string {
  const prefix = prefixOf(xml.slice(xml.lastIndexOf("<")));
  const own = `<${prefix}col min="${column + 1}" max="${column + 1}" width="${REASON_WIDTH}" customWidth="1"/>`;
  const widened = xml.replace(
    /(<(?:\w+:)?dimension\s[^>]*ref=")([A-Z]+\d+)(?::[A-Z]+\d+)?(")/,
    (_, start: string, first: string, end: string) =>
      `${start}${first}:${cellAddress(lastRow, column)}${end}`,
  );
  let end = -1;
  for (const tag of tagsIn(widened)) {
    if (tag.name === "cols" && tag.isClosing) end = tag.start;
    if (tag.name === "col" && Number(attributeOf(tag.body, "max")) > column) return widened;
  }
  if (end !== -1) return widened.slice(0, end) + own + widened.slice(end);
  const rows = widened.lastIndexOf(`<${prefix}sheetData`);
  return `${widened.slice(0, rows)}<${prefix}cols>${own}</${prefix}cols>${widened.slice(rows)}`;
}
