import { formatBeijing } from "../../shared/calendar/instant.ts";

/** One line of the exported history, in words. */
export interface HistoryRow {
  readonly number: number;
  /** A moment, `2026-11-23T08:15:30Z`. */
  readonly at: string;
  readonly operator: string;
  readonly what: string;
  readonly changes: readonly string[];
}

/** Excel takes a file for GBK unless it begins with this. */
const BYTE_ORDER_MARK = "\u{FEFF}";
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The history as a table that WPS and Excel open: every value quoted, none of them a formula. */
export function historyCsv(heads: readonly string[], rows: Iterable<HistoryRow>): string {
  const lines = [heads.map(quote).join(",")];
  for (const { number, at, operator, what, changes } of rows) {
    const cells = [String(number), formatBeijing(at), operator, what, changes.join("\n")];
    lines.push(cells.map(quote).join(","));
  }
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

function quote(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
