import { SERIES, type Series } from "../../shared/records/series.ts";

/** What the page shows, as its address says it: so a number elsewhere can lead to the list behind it. */

export const TRAINING_VIEWS = ["matrix", "lacks", "progress", "course", "list"] as const;
export type TrainingView = (typeof TRAINING_VIEWS)[number];

export interface TrainingQuery {
  readonly view: TrainingView;
  readonly text: string;
  readonly shortIn: number | null;
  readonly series: Series | null;
  readonly ids: ReadonlySet<string> | null;
  /** Why just these people: the words of the page that led here. */
  readonly why: string;
}

/** Reads the address's query; what it does not know counts as not said. */
export function readTrainingQuery(params: URLSearchParams): TrainingQuery {
  const view = TRAINING_VIEWS.find((one) => one === params.get("view"));
  const year = params.get("short");
  const ids = params.get("ids");
  return {
    view: view ?? "matrix",
    text: params.get("q") ?? "",
    shortIn: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
    series: SERIES.find((one) => one === params.get("series")) ?? null,
    ids: ids === null || ids === "" ? null : new Set(ids.split(",")),
    why: params.get("why") ?? "",
  };
}

/** The query with some of it changed; what is empty is left out. */
export function writeTrainingQuery(
  query: TrainingQuery,
  change: Partial<TrainingQuery>,
): URLSearchParams {
  const { view, text, shortIn, series, ids, why } = { ...query, ...change };
  const params = new URLSearchParams();
  if (view !== "matrix") params.set("view", view);
  if (text !== "") params.set("q", text);
  if (shortIn !== null) params.set("short", String(shortIn));
  if (series !== null) params.set("series", series);
  if (ids !== null) {
    params.set("ids", [...ids].join(","));
    if (why !== "") params.set("why", why);
  }
  return params;
}
