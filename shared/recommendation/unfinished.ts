import type { Candidacy } from "./candidacy.ts";
import type { Matter } from "./matter.ts";
import { missingResults } from "./missing-for.ts";
import { findObjectionMatters, findOpenAppeals } from "./publicity.ts";
import type { Round } from "./round.ts";
import { openSubmission } from "./submissions.ts";

/**
 * What the previous year's round has left open, to be brought to mind when a new one is opened: objections
 * not handled, receipts that have not come, results not on file, a round that was never closed.
 */
export function unfinishedMatters(
  previous: Round,
  candidacies: readonly Candidacy[],
): readonly Matter[] {
  const { year, state } = previous;
  const appeals = findOpenAppeals(candidacies);
  if (state === "archived") return [...findObjectionMatters(previous, []), ...appeals];
  const open = openSubmission(previous);
  const receipt: readonly Matter[] =
    open === undefined ? [] : [{ code: "receipt.missing", details: { revision: open.revision } }];
  const isAnswered = state === "accepted" || state === "recording";
  return [
    { code: "round.open", details: { year, state } },
    ...findObjectionMatters(previous, candidacies),
    ...appeals,
    ...receipt,
    ...(isAnswered ? missingResults(candidacies) : []),
  ];
}
