import type { Pack } from "../policy/pack.ts";
import { vacancies } from "../policy/unit-facts.ts";
import { POST_GROUPS } from "../records/unit.ts";
import type { Candidacy } from "./candidacy.ts";
import { isActive, isPassed, isRecommended, namesOf, type RoundContext } from "./context.ts";
import type { Matter } from "./matter.ts";
import { recommendedIn } from "./quota.ts";
import { poolOf, tiesAcross } from "./ranking.ts";
import { markedCandidacies, proposeOutcome, reviewFigures, type ReviewFigures } from "./review.ts";
import type { Ballot, Round } from "./round.ts";

/** What is missing before the review is done: sheets, marks, and a person's decision on everybody. */

const WHOLE_WEIGHT = 100;
/** Weights are written with two decimals at most. */
const WEIGHT_SLACK = 0.001;

/** Before 公示, as far as the review goes. */
export function missingOfReview(context: RoundContext, pack: Pack): readonly Matter[] {
  const figures = reviewFigures(context, pack);
  const isMarked = markedCandidacies(context.candidacies, pack).length > 0;
  return [
    ...(isMarked ? missingOfSheets(context.round, pack) : []),
    ...missingOfMarks(context, pack),
    ...openTiesOf(context, figures),
    ...missingOfOutcomes(context, figures),
    ...findExceededQuota(context),
  ];
}

function missingOfSheets(round: Round, pack: Pack): readonly Matter[] {
  const sum = round.criteria.reduce((whole, { weight }) => whole + weight, 0);
  const present = round.reviewers.filter(({ isAbsent }) => !isAbsent);
  const least = pack.parameters["review.leastReviewers"].value;
  const matters: Matter[] = [];
  if (Math.abs(sum - WHOLE_WEIGHT) > WEIGHT_SLACK) {
    matters.push({ code: "criteria.weights", details: { sum } });
  }
  if (present.length < least) {
    matters.push({ code: "reviewers.few", details: { present: present.length, least } });
  }
  return [...matters, ...missingBallots(round, present)];
}

/** Open ballots are one a reviewer who was there; secret ones as many as were there. */
function missingBallots(
  { isSecret, ballots }: Round,
  present: Round["reviewers"],
): readonly Matter[] {
  if (isSecret) {
    const details = { ballots: ballots.length, present: present.length };
    return ballots.length === present.length ? [] : [{ code: "ballots.count", details }];
  }
  const handed = new Set(ballots.map(({ reviewerId }) => reviewerId));
  const expected = new Set<string | null>(present.map(({ id }) => id));
  const missing = present
    .filter(({ id }) => !handed.has(id))
    .map(({ id, name }): Matter => ({
      code: "ballot.missing",
      details: { reviewerId: id, name },
    }));
  const isSurplus =
    ballots.length > handed.size || ballots.some((one) => !expected.has(one.reviewerId));
  const details = { ballots: ballots.length, present: present.length };
  return isSurplus ? [...missing, { code: "ballots.count", details }] : missing;
}

function missingOfMarks(context: RoundContext, pack: Pack): readonly Matter[] {
  const { round, candidacies } = context;
  const marked = markedCandidacies(candidacies, pack);
  const ballots = round.ballots.flatMap((ballot, index) =>
    faultsOfBallot(round, ballot, index + 1, marked),
  );
  const unmarked = marked
    .filter(
      ({ id }) =>
        round.ballots.length > 0 && round.ballots.every((one) => one.recusals.includes(id)),
    )
    .map((one): Matter => ({ code: "marks.none", details: namesOf(one) }));
  return [...ballots, ...unmarked];
}

function faultsOfBallot(
  { criteria }: Round,
  ballot: Ballot,
  place: number,
  marked: readonly Candidacy[],
): readonly Matter[] {
  const most = new Map(criteria.map((one) => [one.id, one.most]));
  const given = new Set(ballot.marks.map((one) => `${one.candidacyId} ${one.criterionId}`));
  const asked = marked
    .filter(({ id }) => !ballot.recusals.includes(id))
    .flatMap(({ id }) => criteria.map((criterion) => `${id} ${criterion.id}`));
  const missing = asked.filter((key) => !given.has(key)).length;
  const isAbove = ballot.marks.some(
    ({ criterionId, points }) => points > (most.get(criterionId) ?? Number.POSITIVE_INFINITY),
  );
  const at = { ballotId: ballot.id, place };
  return [
    ...(missing === 0 ? [] : [{ code: "ballot.incomplete", details: { ...at, missing } } as const]),
    ...(isAbove ? [{ code: "ballot.points", details: at } as const] : []),
  ];
}

function openTiesOf(
  { candidacies, posts }: RoundContext,
  { pools }: ReviewFigures,
): readonly Matter[] {
  const personOf = new Map(candidacies.map(({ id, personId }) => [id, personId]));
  return pools.flatMap((pool) => {
    const free = pool.quota === "counts" ? vacancies(posts[pool.group]) : null;
    if (free === null) return [];
    return tiesAcross(pool, Math.max(free, 0)).map((shared): Matter => {
      const candidacyIds = shared.map(({ candidacyId }) => candidacyId);
      const personIds = candidacyIds.map((id) => personOf.get(id) ?? id);
      return { code: "tie.open", details: { candidacyIds, personIds } };
    });
  });
}

function missingOfOutcomes(
  { candidacies, posts }: RoundContext,
  figures: ReviewFigures,
): readonly Matter[] {
  const matters = candidacies.filter(isActive).flatMap((one): readonly Matter[] => {
    const { outcome } = one;
    const details = namesOf(one);
    if (!isPassed(one)) {
      return isRecommended(one) ? [{ code: "outcome.unchecked", details }] : [];
    }
    if (outcome === null) return [{ code: "outcome.missing", details }];
    const proposed = proposeOutcome(one, figures, posts).decision;
    const isOwn = outcome.decision === "recommended" && proposed !== "waiting";
    return isOwn || outcome.reason !== null ? [] : [{ code: "outcome.reason", details }];
  });
  return candidacies.some(isRecommended)
    ? matters
    : [...matters, { code: "recommended.none", details: {} }];
}

/** More recommended inside the quota than posts are free. */
export function findExceededQuota({ candidacies, posts }: RoundContext): readonly Matter[] {
  return POST_GROUPS.flatMap((group): readonly Matter[] => {
    const recommended = recommendedIn(candidacies, group, "counts").length;
    const free = vacancies(posts[group]);
    if (free === null || recommended <= Math.max(free, 0)) return [];
    return [{ code: "quota.exceeded", details: { group, free, recommended } }];
  });
}

/** Groups for whose posts somebody competes, although nobody knows how many there are. */
export function unknownPosts({ candidacies, posts }: RoundContext): readonly Matter[] {
  return POST_GROUPS.filter(
    (group) =>
      posts[group].approved === null &&
      candidacies.some((one) => {
        const pool = poolOf(one);
        return isActive(one) && pool?.group === group && pool.quota === "counts";
      }),
  ).map((group) => ({ code: "quota.unknown", details: { group } }));
}
