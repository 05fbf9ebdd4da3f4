import { readPerson } from "../policy/facts.ts";
import type { Pack } from "../policy/pack.ts";
import type {
  CandidateProceedings,
  NoticeProceedings,
  RoundProceedings,
} from "../submission/proceedings.ts";
import type { Candidacy } from "./candidacy.ts";
import { isActive, isRecommended, type RoundContext } from "./context.ts";
import { sayProposal } from "./proposal-sentences.ts";
import { hangingDays, objectionsOf } from "./publicity.ts";
import type { Pool } from "./ranking.ts";
import { cutOffOf, proposeOutcome, type ReviewFigures } from "./review.ts";
import type { Publicity, Round } from "./round.ts";
import { scoreBallots, townshipDays } from "./scores.ts";
import { labelStep } from "./states.ts";

/** 推荐过程 of a round, as the forms print it and the package carries it. */

/** Of one candidate. */
export function proceedingsOfCandidate(
  candidacy: Candidacy,
  context: RoundContext,
  figures: ReviewFigures,
): CandidateProceedings {
  const { round, people, posts } = context;
  const { confirmation, settlements, check, outcome, personId } = candidacy;
  const person = people.get(personId);
  const score = figures.scores.get(candidacy.id);
  const isMarked = score !== undefined;
  return {
    ownConfirmation:
      confirmation === null
        ? null
        : { on: confirmation.on, by: confirmation.by, at: confirmation.at },
    settlements,
    check: check === null ? null : { note: check.note, by: check.by, at: check.at },
    means: (score?.means ?? []).map(({ criterionId, mean }) => ({ criterionId, mean })),
    ballots: isMarked ? scoreBallots(round, candidacy.id) : [],
    townshipDays: person === undefined ? 0 : townshipDays(readPerson(person), cutOffOf(context)),
    ground: outcome?.reason ?? sayProposal(proposeOutcome(candidacy, figures, posts)),
  };
}

/** Of the round as a whole. */
export function proceedingsOfRound(
  { round, candidacies }: RoundContext,
  pack: Pack,
  { pools }: ReviewFigures,
): RoundProceedings {
  return {
    review: {
      isSecret: round.isSecret,
      criteria: round.criteria,
      trimFrom: pack.parameters["review.trimFrom"].value,
      reviewers: round.reviewers.map(({ name, post, isAbsent }) => ({ name, post, isAbsent })),
      pools: pools.map((pool) => countPool(pool, candidacies)),
      tieBreaks: round.tieBreaks.map(({ reason, by, at }) => ({ reason, by, at })),
    },
    notice: round.publicity === null ? null : noticeOf(round.publicity, round, candidacies),
    steps: round.steps.map(({ step, note, by, at }) => ({ step: labelStep(step), note, by, at })),
  };
}

function countPool({ group, quota, places }: Pool, candidacies: readonly Candidacy[]) {
  const ids = new Set(places.map(({ candidacyId }) => candidacyId));
  const own = candidacies.filter(({ id }) => ids.has(id));
  const waiting = own.filter((one) => isActive(one) && one.outcome?.decision === "waiting");
  return {
    group,
    quota,
    ranked: own.length,
    recommended: own.filter(isRecommended).length,
    waiting: waiting.length,
  };
}

function noticeOf(
  publicity: Publicity,
  round: Round,
  candidacies: readonly Candidacy[],
): NoticeProceedings {
  const { from, to, places, corrections, certifiedBy, certifiedAt } = publicity;
  const recommended = new Map(
    candidacies.filter(isRecommended).map(({ id, personId }) => [id, personId]),
  );
  return {
    from,
    to,
    workingDays: hangingDays(publicity),
    places,
    corrections,
    objections: objectionsOf(round).map((one) => ({
      receivedOn: one.receivedOn,
      isNamed: one.from !== null,
      personId: recommended.get(one.candidacyId ?? "") ?? null,
      outcome: one.outcome,
      handling: one.handling,
      closedOn: one.closedOn,
    })),
    certifiedBy,
    certifiedAt,
    earlier: round.pastPublicities.map((past) => ({ from: past.from, to: past.to })),
  };
}
