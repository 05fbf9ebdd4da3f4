import { cleanCode, cleanText, nameKey } from "../../shared/workbook/text.ts";
import { readWrittenDate } from "../widgets/written-date.ts";
import type { ResultRow, TypedResult, TypedResults } from "./result-rows.ts";

/** Rows copied from a workbook: name, ID number or its tail, result, date, certificate number. */

export type PasteFaultCode =
  | "unknown"
  | "short"
  | "noNumber"
  | "several"
  | "outcome"
  | "date"
  | "twice";

export interface PasteFault {
  /** From 1, of what was pasted. */
  readonly line: number;
  readonly code: PasteFaultCode;
  readonly name: string;
}

export interface Pasted {
  /** To be laid over what was typed. */
  readonly typed: TypedResults;
  readonly count: number;
  readonly faults: readonly PasteFault[];
}

const LEAST_DIGITS = 4;
const PASSED: ReadonlySet<string> = new Set(["通过", "评审通过", "合格", "passed"]);
const FAILED: ReadonlySet<string> = new Set(["未通过", "不通过", "评审未通过", "不合格", "failed"]);
const HEADING = /^姓\s*名$/;

type Found =
  | { readonly ok: true; readonly key: string; readonly result: TypedResult }
  | { readonly ok: false; readonly code: PasteFaultCode };

/** Reads what was pasted against the accepted candidacies; a row of headings and empty rows are passed over. */
export function readPasted(text: string, rows: readonly ResultRow[]): Pasted {
  const typed: Record<string, TypedResult> = {};
  const faults: PasteFault[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const cells = written.split("\t").map(cleanText);
    const [name = ""] = cells;
    if (cells.every((cell) => cell === "") || HEADING.test(name)) continue;
    const found = readLine(cells, rows);
    if (!found.ok) faults.push({ line: index + 1, code: found.code, name });
    else if (found.key in typed) faults.push({ line: index + 1, code: "twice", name });
    else typed[found.key] = found.result;
  }
  return { typed, count: Object.keys(typed).length, faults };
}

function readLine(cells: readonly string[], rows: readonly ResultRow[]): Found {
  const [name = "", number = "", outcomeText = "", date = "", certificate = ""] = cells;
  const found = findRow(name, cleanCode(number).toUpperCase(), rows);
  if (!found.ok) return found;
  const outcome = readOutcome(outcomeText);
  if (outcome === null) return { ok: false, code: "outcome" };
  const written = readWrittenDate(date, "day");
  if (!written.ok || written.value === null) return { ok: false, code: "date" };
  return {
    ok: true,
    key: found.row.key,
    result: { outcome, on: written.value, certificate: cleanCode(certificate) },
  };
}

type FoundRow =
  | { readonly ok: true; readonly row: ResultRow }
  | { readonly ok: false; readonly code: PasteFaultCode };

/** The one candidacy of that name whose ID number is, or ends so. */
function findRow(name: string, number: string, rows: readonly ResultRow[]): FoundRow {
  if (number.length < LEAST_DIGITS) return { ok: false, code: "short" };
  const named = rows.filter((row) => nameKey(row.name) === nameKey(name));
  const fitting = named.filter(({ idNumber }) => idNumber?.toUpperCase().endsWith(number) === true);
  const [row] = fitting;
  if (fitting.length > 1) return { ok: false, code: "several" };
  if (row !== undefined) return { ok: true, row };
  const hasNone = named.length > 0 && named.every(({ idNumber }) => idNumber === null);
  return { ok: false, code: hasNone ? "noNumber" : "unknown" };
}

function readOutcome(text: string): "passed" | "failed" | null {
  const word = cleanCode(text).toLowerCase();
  if (PASSED.has(word)) return "passed";
  return FAILED.has(word) ? "failed" : null;
}
