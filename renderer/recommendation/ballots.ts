import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import type { Ballot, Round } from "../../shared/recommendation/round.ts";
import { proposePoints } from "../../shared/recommendation/scores.ts";
import { factsOf } from "../widgets/facts.ts";
import { type BallotForm, formOfBallot, markKey } from "./marks.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

/** The ballots of a review as the screen offers them: one a reviewer who is there, or numbered ones. */
export interface BallotChoice {
  /** As the address names it: the reviewer's id, the ballot's, or `new`. */
  readonly key: string;
  readonly ballot: Ballot | undefined;
  readonly reviewerId: string | null;
  /** The reviewer's name; null for a nameless ballot. */
  readonly name: string | null;
  /** From 1; null for one that is still to be begun. */
  readonly place: number | null;
}

/** Every ballot that there is or should be. */
export function ballotChoices({ isSecret, ballots, reviewers }: Round): readonly BallotChoice[] {
  const placeOf = (ballot: Ballot | undefined) =>
    ballot === undefined ? null : ballots.indexOf(ballot) + 1;
  if (!isSecret) {
    return reviewers
      .filter(({ isAbsent }) => !isAbsent)
      .map(({ id, name }) => {
        const ballot = ballots.find(({ reviewerId }) => reviewerId === id);
        return { key: id, ballot, reviewerId: id, name, place: placeOf(ballot) };
      });
  }
  const present = reviewers.filter(({ isAbsent }) => !isAbsent).length;
  const begun = ballots.map((ballot) => ({
    key: ballot.id,
    ballot,
    reviewerId: null,
    name: null,
    place: placeOf(ballot),
  }));
  const next = { key: "new", ballot: undefined, reviewerId: null, name: null, place: null };
  return begun.length < present ? [...begun, next] : begun;
}

/** The choice that an address names by reviewer or ballot; the first one not begun else. */
export function chosenBallot(
  choices: readonly BallotChoice[],
  written: string | null,
): BallotChoice | undefined {
  return (
    choices.find(
      ({ key, ballot }) => written !== null && (key === written || ballot?.id === written),
    ) ??
    choices.find(({ ballot }) => ballot === undefined) ??
    choices[0]
  );
}

/** How a ballot begins: as on file, or with the points that the records propose for those who are marked. */
export function blankBallot(
  { round, records, cycle, pack }: Pick<RoundScene, "round" | "records" | "cycle" | "pack">,
  ballot: Ballot | undefined,
  marked: readonly Candidacy[],
): BallotForm {
  const form = formOfBallot(ballot);
  if (ballot !== undefined) return form;
  const proposed = marked.flatMap(({ id, personId }) => {
    const person = records.people.get(personId);
    if (person === undefined) return [];
    return round.criteria.flatMap((criterion): readonly (readonly [string, string])[] => {
      const points = proposePoints(criterion, factsOf(person), cycle.cutOff, pack);
      return points === null ? [] : [[markKey(id, criterion.id), String(points)]];
    });
  });
  return { ...form, texts: Object.fromEntries(proposed) };
}

/** The ballots with one put in its place, or at their end. */
export function withBallot(ballots: readonly Ballot[], one: Ballot): Ballot[] {
  const at = ballots.findIndex(({ id }) => id === one.id);
  return at === -1 ? [...ballots, one] : ballots.with(at, one);
}
