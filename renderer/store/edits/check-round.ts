import { type Candidacy, checkCandidacy } from "../../../shared/recommendation/candidacy.ts";
import { checkRound, type Round } from "../../../shared/recommendation/round.ts";
import { checkUnique } from "../../../shared/records/person.ts";
import type { Checked } from "../../../shared/records/document.ts";
import type { Path, Report } from "../../../shared/records/issue.ts";
import type { Records } from "../types.ts";

/** The checks of what an edit does to the year's round; paths begin at the edit. */

/** Rounds in their shape, each once. */
export function checkRoundsPut(rounds: readonly Round[], report: Report): readonly Round[] {
  const placeOf = (index: number) => ["rounds", index, "id"];
  checkUnique(rounds, ({ id }) => id, placeOf, "round.duplicate", report);
  return rounds.flatMap((round, index) => takeOver(checkRound(round), ["rounds", index], report));
}

/** A list of one; empty where something is wrong, which is reported. */
function takeOver<Value>(checked: Checked<Value>, path: Path, report: Report): readonly Value[] {
  if (checked.ok) return [checked.value];
  for (const issue of checked.issues) report({ ...issue, path: [...path, ...issue.path] });
  return [];
}

/** What will be on file once the edit is made. */
export interface OnFile {
  readonly isPerson: (id: string) => boolean;
  readonly roundOf: (id: string) => Round | undefined;
}

/**
 * Candidacies in their shape, each once, of a round and a person on file. One that stood already may be of
 * a person who was removed since: its round was archived then.
 */
export function checkCandidaciesPut(
  candidacies: readonly Candidacy[],
  before: Records["candidacies"],
  { isPerson, roundOf }: OnFile,
  report: Report,
): readonly Candidacy[] {
  const placeOf = (index: number) => ["candidacies", index, "id"];
  checkUnique(candidacies, ({ id }) => id, placeOf, "candidacy.duplicate", report);
  return candidacies.flatMap((candidacy, index) => {
    const path = ["candidacies", index];
    const { id, roundId, personId } = candidacy;
    if (roundOf(roundId) === undefined) {
      const at = { path: [...path, "roundId"], value: roundId };
      report({ code: "candidacy.round", ...at, details: {} });
    }
    if (!isPerson(personId) && before.get(id)?.personId !== personId) {
      const at = { path: [...path, "personId"], value: personId };
      report({ code: "candidacy.person", ...at, details: {} });
    }
    return takeOver(checkCandidacy(candidacy), path, report);
  });
}

/** Nobody is removed who stands in a round that is still under way. */
export function checkRemovals(
  removed: readonly string[],
  { people }: Records,
  candidacies: Iterable<Candidacy>,
  { isPerson, roundOf }: OnFile,
  report: Report,
): void {
  const open = new Map<string, Round>();
  for (const { personId, roundId } of candidacies) {
    const round = roundOf(roundId);
    if (round !== undefined && round.state !== "archived") open.set(personId, round);
  }
  for (const [index, id] of removed.entries()) {
    const round = open.get(id);
    if (round === undefined || isPerson(id)) continue;
    const details = { name: people.get(id)?.name ?? "", year: round.year };
    report({ code: "candidacy.open", path: ["removePeople", index], value: id, details });
  }
}
