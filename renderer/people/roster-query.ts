import { SERIES, type Series } from "../../shared/records/series.ts";
import { TITLE_LEVELS, type TitleLevel } from "../../shared/records/title.ts";
import type { Sex } from "../../shared/records/person.ts";

/** What the roster is narrowed to. It lives in the address, so that a number elsewhere leads to its list. */
export interface RosterQuery {
  readonly text: string;
  readonly series: Series | "none" | null;
  readonly level: TitleLevel | "none" | null;
  readonly posting: "running" | "none" | null;
  readonly sex: Sex | null;
  readonly isManaging: boolean | null;
  readonly hasGap: boolean;
  /** An explicit list, and the words that say what it is. */
  readonly ids: readonly string[] | null;
  readonly why: string | null;
  readonly groupBy: "series" | "level" | null;
}

export const EMPTY_QUERY: RosterQuery = {
  text: "",
  series: null,
  level: null,
  posting: null,
  sex: null,
  isManaging: null,
  hasGap: false,
  ids: null,
  why: null,
  groupBy: null,
};

function oneOf<Value extends string>(text: string | null, values: readonly Value[]): Value | null {
  return values.find((value) => value === text) ?? null;
}

/** Reads the address; what it does not know is left out. */
export function readQuery(search: URLSearchParams): RosterQuery {
  const ids = search.get("ids");
  const managing = search.get("managing");
  return {
    text: search.get("q") ?? "",
    series: oneOf(search.get("series"), [...SERIES, "none" as const]),
    level: oneOf(search.get("level"), [...TITLE_LEVELS, "none" as const]),
    posting: oneOf(search.get("posting"), ["running", "none"]),
    sex: oneOf(search.get("sex"), ["female", "male"]),
    isManaging: managing === null ? null : managing === "yes",
    hasGap: search.get("gaps") === "yes",
    ids: ids === null ? null : ids.split(",").filter((id) => id !== ""),
    why: search.get("why"),
    groupBy: oneOf(search.get("group"), ["series", "level"]),
  };
}

/** The address of a query; empty parts are left out. */
export function writeQuery(query: RosterQuery): URLSearchParams {
  const { text, isManaging } = query;
  const parts: Readonly<Record<string, string | null>> = {
    q: text === "" ? null : text,
    series: query.series,
    level: query.level,
    posting: query.posting,
    sex: query.sex,
    managing: isManaging === null ? null : yesOrNo(isManaging),
    gaps: query.hasGap ? "yes" : null,
    ids: query.ids === null ? null : query.ids.join(","),
    why: query.why,
    group: query.groupBy,
  };
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parts)) if (value !== null) search.set(key, value);
  return search;
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}

/** True where anything narrows the list. */
export function isNarrowed(query: RosterQuery): boolean {
  const { groupBy: _groupBy, why: _why, ...narrowing } = query;
  return Object.entries(narrowing).some(
    ([key, value]) => value !== EMPTY_QUERY[key as keyof typeof narrowing],
  );
}
