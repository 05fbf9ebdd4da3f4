import type { InboxPackage } from "../../shared/bridge/desk-schemas.ts";
import { isFound } from "./search-units.ts";
import { type Stage, STAGES, stageOf } from "./stage.ts";

export type InboxShow = "all" | Stage | "conflict";
export const INBOX_SHOWS = ["all", ...STAGES, "conflict"] as const satisfies readonly InboxShow[];

/** What of the inbox is listed. */
export interface InboxFilter {
  readonly show: InboxShow;
  readonly query: string;
  /** Older revisions too, which were answered by what came after them. */
  readonly hasOlder: boolean;
}

/** The filter that an address says. */
export function readFilter(params: URLSearchParams): InboxFilter {
  const show = INBOX_SHOWS.find((one) => one === params.get("show")) ?? "all";
  return { show, query: params.get("q") ?? "", hasOlder: params.has("older") };
}

/** The packages that fit a filter. */
export function filterInbox(
  packages: readonly InboxPackage[],
  { show, query, hasOlder }: InboxFilter,
): readonly InboxPackage[] {
  return packages.filter(
    (one) => (hasOlder || one.isNewest) && isShown(one, show) && isFound([one.unitName], query),
  );
}

/** How many packages each choice of the filter shows. */
export function countShows(
  packages: readonly InboxPackage[],
  filter: InboxFilter,
): Readonly<Record<InboxShow, number>> {
  const count = (show: InboxShow) => filterInbox(packages, { ...filter, show }).length;
  return {
    all: count("all"),
    deciding: count("deciding"),
    ready: count("ready"),
    accepted: count("accepted"),
    returned: count("returned"),
    refused: count("refused"),
    conflict: count("conflict"),
  };
}

function isShown(one: InboxPackage, show: InboxShow): boolean {
  if (show === "all") return true;
  return show === "conflict" ? one.checks.conflict > 0 : stageOf(one) === show;
}
