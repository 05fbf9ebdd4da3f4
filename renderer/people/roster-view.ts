import { SERIES, type Series } from "../../shared/records/series.ts";
import { TITLE_LEVELS, type TitleLevel } from "../../shared/records/title.ts";
import { foldWidth, nameKey } from "../../shared/workbook/text.ts";
import type { RosterRow } from "../store/types.ts";
import type { RosterQuery } from "./roster-query.ts";

/** What is missing from a file so that rules cannot tell. Having no title is no gap: many have none yet. */
export type Gap = "idNumber" | "posting" | "undetermined";

/** The gaps that a row shows by itself, and whether a rule had to answer 'cannot tell'. */
export function gapsOf(row: RosterRow, undetermined: ReadonlySet<string>): readonly Gap[] {
  const gaps: Gap[] = [];
  if (row.idTail === null) gaps.push("idNumber");
  if (row.employer === null) gaps.push("posting");
  if (undetermined.has(row.id)) gaps.push("undetermined");
  return gaps;
}

/** The rows that a query leaves, in the order they came in. */
export function selectRows(
  rows: readonly RosterRow[],
  query: RosterQuery,
  undetermined: ReadonlySet<string>,
): readonly RosterRow[] {
  const tests: ((row: RosterRow) => boolean)[] = [];
  const { series, level, posting, sex, isManaging, hasGap } = query;
  if (query.ids !== null) {
    const ids = new Set(query.ids);
    tests.push(({ id }) => ids.has(id));
  }
  if (series !== null) tests.push((row) => (row.series ?? "none") === series);
  if (level !== null) tests.push((row) => (row.titleLevel ?? "none") === level);
  if (posting !== null) tests.push((row) => (row.employer !== null) === (posting === "running"));
  if (sex !== null) tests.push((row) => row.sex === sex);
  if (isManaging !== null) tests.push((row) => row.isManaging === isManaging);
  if (hasGap) tests.push((row) => gapsOf(row, undetermined).length > 0);
  const words = wordsOf(query.text);
  if (words.length > 0) tests.push((row) => words.every((word) => matchesWord(row, word)));
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

/** A word of a search in the two forms that it is compared in. */
interface Word {
  readonly nameKey: string;
  readonly small: string;
}

/** The words of a search: all have to match. */
function wordsOf(text: string): readonly Word[] {
  return foldWidth(text)
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => ({ nameKey: nameKey(word), small: word.toLowerCase() }));
}

/** A word matches a part of the name, the beginning of its initials, or the last four of the ID number. */
function matchesWord({ name, initials, idTail }: RosterRow, word: Word): boolean {
  if (nameKey(name).includes(word.nameKey)) return true;
  // Several readings stand side by side with a space between.
  if (initials.startsWith(word.small) || initials.includes(` ${word.small}`)) return true;
  return idTail !== null && word.small.length >= 2 && idTail.toLowerCase().endsWith(word.small);
}

const LEVEL_RANKS = new Map<TitleLevel | null, number>([
  [null, -1],
  ...TITLE_LEVELS.map((level, rank) => [level, rank] as const),
]);
const SERIES_RANKS = new Map<Series | null, number>([
  [null, SERIES.length],
  ...SERIES.map((series, rank) => [series, rank] as const),
]);

/** The whole number by which titles are sorted, lowest first; nobody's title is the lowest. */
export function levelRank(level: TitleLevel | null): number {
  return LEVEL_RANKS.get(level) ?? -1;
}

/** One group of the roster and whoever belongs to it, groups and people in order. */
export interface RosterGroup {
  readonly key: string;
  readonly rows: readonly RosterRow[];
}

/** People by series, or by the level of their highest title (highest first); names in order within. */
export function groupRows(
  rows: readonly RosterRow[],
  groupBy: "series" | "level",
): readonly RosterGroup[] {
  const groups = new Map<string, RosterRow[]>();
  for (const row of rows.toSorted((a, b) => groupRank(a, groupBy) - groupRank(b, groupBy))) {
    const key = (groupBy === "series" ? row.series : row.titleLevel) ?? "none";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups].map(([key, members]) => ({
    key,
    rows: members.toSorted((a, b) => a.nameRank - b.nameRank),
  }));
}

function groupRank({ series, titleLevel }: RosterRow, groupBy: "series" | "level"): number {
  return groupBy === "series" ? (SERIES_RANKS.get(series) ?? 0) : -levelRank(titleLevel);
}

export interface Neighbours {
  readonly previous: RosterRow | null;
  readonly next: RosterRow | null;
  /** From 1. */
  readonly place: number;
  readonly count: number;
}

/** The people before and after somebody in the list last shown; among all by name where they are not in it. */
export function neighboursIn(
  rows: readonly RosterRow[],
  listed: readonly string[],
  id: string,
): Neighbours {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = listed.filter((one) => byId.has(one));
  const order = ids.includes(id)
    ? ids
    : rows.toSorted((a, b) => a.nameRank - b.nameRank).map((row) => row.id);
  const at = order.indexOf(id);
  const rowAt = (index: number) => byId.get(order[index] ?? "") ?? null;
  return { previous: rowAt(at - 1), next: rowAt(at + 1), place: at + 1, count: order.length };
}
