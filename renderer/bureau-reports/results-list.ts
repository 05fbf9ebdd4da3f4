import type { InboxPackage } from "../../shared/bridge/desk-schemas.ts";

export type ResultsState = "complete" | "partly" | "nothing";

/** The packages for which results can be noted: each unit's newest, accepted, with somebody accepted. */
export function acceptedPackages(packages: readonly InboxPackage[]): readonly InboxPackage[] {
  return packages.filter(
    ({ isNewest, status, decisions }) =>
      isNewest && status === "accepted" && decisions.accepted > 0,
  );
}

/** How many accepted candidacies of a package have no result yet. */
export function countOpen({
  decisions,
  results,
}: Pick<InboxPackage, "decisions" | "results">): number {
  return Math.max(0, decisions.accepted - results.passed - results.failed);
}

/** How far a package's results are. */
export function resultsState(of: Pick<InboxPackage, "decisions" | "results">): ResultsState {
  if (countOpen(of) === 0) return "complete";
  return of.results.passed + of.results.failed === 0 ? "nothing" : "partly";
}
