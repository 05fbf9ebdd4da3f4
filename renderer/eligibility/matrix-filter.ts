import type { Answer } from "../../shared/policy/answer.ts";
import type { Cycle } from "../../shared/policy/cycle.ts";
import type { Decision } from "../../shared/policy/outcome.ts";
import { SERIES, type Series } from "../../shared/records/series.ts";
import { MATRIX_COLUMNS, type MatrixCell, type MatrixRow } from "./matrix.ts";
import { openYear } from "./open-year.ts";

/** Filters of the matrix; they live in the query string, so that a number can lead to the list behind it. */

export const DECISIONS = [
  "eligible",
  "undetermined",
  "ineligible",
] as const satisfies readonly Decision[];
export const WHENS = ["this", "next"] as const;
/** Open in this round, or first in the next one. */
export type When = (typeof WHENS)[number];

export interface MatrixFilter {
  readonly state: Decision | null;
  /** A column's id. */
  readonly column: string | null;
  readonly series: Series | null;
  readonly when: When | null;
  readonly isSensitive: boolean;
  readonly text: string;
  /** An explicit list of people that another page leads to; null: everybody. */
  readonly ids: ReadonlySet<string> | null;
  /** What the explicit list is. */
  readonly why: string | null;
}

export const NO_FILTER: MatrixFilter = {
  state: null,
  column: null,
  series: null,
  when: null,
  isSensitive: false,
  text: "",
  ids: null,
  why: null,
};

function oneOf<Value extends string>(
  values: readonly Value[],
  written: string | null,
): Value | null {
  return values.find((value) => value === written) ?? null;
}

/** Reads the filter of an address; what it does not know it leaves open. */
export function readFilter(query: URLSearchParams): MatrixFilter {
  const ids = query.get("ids");
  return {
    state: oneOf(DECISIONS, query.get("state")),
    column: readColumn(query.get("pathway"), query.get("line")),
    series: oneOf(SERIES, query.get("series")),
    when: oneOf(WHENS, query.get("when")),
    isSensitive: query.get("sensitive") === "1",
    text: query.get("q") ?? "",
    ids: ids === null ? null : new Set(ids.split(",").filter((id) => id !== "")),
    why: query.get("why"),
  };
}

function readColumn(pathway: string | null, line: string | null): string | null {
  const column = MATRIX_COLUMNS.find(
    (one) => one.pathway === pathway && (line === null || one.line === line),
  );
  return column?.id ?? null;
}

/** The query of a filter, with what else the address says left as it is. */
export function writeFilter(filter: MatrixFilter, before: URLSearchParams): URLSearchParams {
  const column = MATRIX_COLUMNS.find(({ id }) => id === filter.column);
  const query = new URLSearchParams(before);
  const put = (key: string, value: string | null) => {
    if (value === null || value === "") query.delete(key);
    else query.set(key, value);
  };
  put("state", filter.state);
  put("pathway", column?.pathway ?? null);
  put("line", column?.line ?? null);
  put("series", filter.series);
  put("when", filter.when);
  put("sensitive", filter.isSensitive ? "1" : null);
  put("q", filter.text);
  put("ids", filter.ids === null ? null : [...filter.ids].join(","));
  put("why", filter.ids === null ? null : filter.why);
  return query;
}

/** True where something is asked for beyond everybody. */
export function isFiltered(filter: MatrixFilter): boolean {
  return asksAnswers(filter) || isNarrowed(filter);
}

function isNarrowed({ series, text, ids }: MatrixFilter): boolean {
  return series !== null || text.trim() !== "" || ids !== null;
}

/** The people that a filter is about, whatever their answers: what the counts over the columns count. */
export function narrowRows(rows: readonly MatrixRow[], filter: MatrixFilter): readonly MatrixRow[] {
  if (!isNarrowed(filter)) return rows;
  const text = filter.text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (filter.ids === null || filter.ids.has(row.personId)) &&
      (filter.series === null || row.series === filter.series) &&
      hasText(row, text),
  );
}

function hasText({ name, initials, idTail }: MatrixRow, text: string): boolean {
  if (text === "" || name.toLowerCase().includes(text)) return true;
  return initials.split(" ").some((one) => one.startsWith(text)) || idTail?.toLowerCase() === text;
}

/** The rows with an answer that the filter asks for. People still to be worked out are kept only without such a question. */
export function filterRows(
  rows: readonly MatrixRow[],
  filter: MatrixFilter,
  cycle: Cycle,
): readonly MatrixRow[] {
  const narrowed = narrowRows(rows, filter);
  if (!asksAnswers(filter)) return narrowed;
  return narrowed.filter((row) => matchesAnswers(row, filter, cycle));
}

function matchesAnswers({ cells }: MatrixRow, filter: MatrixFilter, cycle: Cycle): boolean {
  return Object.entries(cells).some(
    ([id, cell]) => cell !== undefined && isCellAsked(id, cell, filter, cycle),
  );
}

/** True for a cell that is what the filter asks for. */
export function isCellAsked(
  columnId: string,
  cell: MatrixCell,
  { state, column, when, isSensitive }: MatrixFilter,
  cycle: Cycle,
): boolean {
  if (column !== null && columnId !== column) return false;
  // The state is that of the cell as it is shown and counted; years and conventions may lie in any of its levels.
  if (state !== null && cell.first.decision !== state) return false;
  if (when === null && !isSensitive) return true;
  return cell.all.some(
    (one) =>
      (when === null || isOpenWhen(one, when, cycle)) && (!isSensitive || isSensitiveOne(one)),
  );
}

/** True where the filter asks for certain answers and not only for certain people. */
export function asksAnswers({ state, column, when, isSensitive }: MatrixFilter): boolean {
  return state !== null || column !== null || when !== null || isSensitive;
}

function isOpenWhen(assessment: Answer, when: When, cycle: Cycle): boolean {
  if (when === "this") return assessment.decision === "eligible";
  return openYear(assessment, cycle) === cycle.year + 1;
}

function isSensitiveOne({ sensitive = [] }: Answer): boolean {
  return sensitive.length > 0;
}
