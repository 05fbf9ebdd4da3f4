import type { Day } from "../calendar/day.ts";
import { lengthUpTo, showLength } from "../calendar/service-length.ts";
import type { Criterion } from "../policy/criterion.ts";
import type { PersonFacts } from "../policy/facts.ts";
import type { Pack } from "../policy/pack.ts";
import type { Round } from "./round.ts";

/** 评分: the mean of each criterion over the ballots, and the score that they come to. */

/** Points are added up in hundredths, so that the order of the ballots cannot turn a rounding. */
const HUNDREDTH = 100;

/** The mean of one criterion. */
export interface CriterionMean {
  readonly criterionId: string;
  /** Null where nobody gave points. */
  readonly mean: number | null;
  /** How many marks there are, those left out with them. */
  readonly marks: number;
  /** How many of them were left out as the highest and the lowest. */
  readonly trimmed: number;
}

export interface CandidacyScore {
  readonly candidacyId: string;
  readonly means: readonly CriterionMean[];
  /** 0 to 100, to two decimals; null where some criterion has no mark. */
  readonly score: number | null;
}

/** Points in hundredths, and over how many marks; null where there are none. */
interface Sum {
  readonly hundredths: number;
  readonly marks: number;
}

/** From `trimFrom` marks on, one highest and one lowest are left out. */
function sumMarks(points: readonly number[], trimFrom: number | null): Sum | null {
  if (points.length === 0) return null;
  const exact = points.map((one) => Math.round(one * HUNDREDTH)).toSorted((a, b) => a - b);
  const counted = trimFrom !== null && exact.length >= trimFrom ? exact.slice(1, -1) : exact;
  return { hundredths: counted.reduce((sum, one) => sum + one, 0), marks: counted.length };
}

function pointsFor({ ballots }: Pick<Round, "ballots">, candidacyId: string, criterionId: string) {
  return ballots
    .filter(({ recusals }) => !recusals.includes(candidacyId))
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.candidacyId === candidacyId && mark.criterionId === criterionId)
    .map(({ points }) => points);
}

/** Rounds to two decimals, as scores are shown and ranked. */
function round2(value: number): number {
  return Math.round(value * HUNDREDTH) / HUNDREDTH;
}

/** What the ballots come to for one candidacy. */
export function scoreCandidacy(
  round: Pick<Round, "ballots" | "criteria">,
  candidacyId: string,
  trimFrom: number | null,
): CandidacyScore {
  const means: CriterionMean[] = [];
  let score: number | null = round.criteria.length === 0 ? null : 0;
  for (const criterion of round.criteria) {
    const points = pointsFor(round, candidacyId, criterion.id);
    const sum = sumMarks(points, trimFrom);
    const mean = sum === null ? null : sum.hundredths / sum.marks / HUNDREDTH;
    means.push({
      criterionId: criterion.id,
      mean: mean === null ? null : round2(mean),
      marks: points.length,
      trimmed: points.length - (sum?.marks ?? 0),
    });
    score = mean === null || score === null ? null : score + weigh(mean, criterion);
  }
  return { candidacyId, means, score: score === null ? null : round2(score) };
}

function weigh(mean: number, { most, weight }: Criterion): number {
  return (mean / most) * weight;
}

/** The days of professional work in the township, up to the round's cut-off: what decides between equal scores. */
export function townshipDays(facts: PersonFacts, cutOff: Day): number {
  return lengthUpTo(facts.townshipWork, cutOff).days;
}

/**
 * The points that the records propose for a criterion of township years, for each full year as many as the
 * pack says; null for a criterion that is the reviewers' to judge.
 */
export function proposePoints(
  { basis, most }: Criterion,
  facts: PersonFacts,
  cutOff: Day,
  pack: Pack,
): number | null {
  if (basis === "judgement") return null;
  const { years } = showLength(lengthUpTo(facts.townshipWork, cutOff));
  return Math.min(most, years * pack.parameters["review.pointsPerYear"].value);
}

/** One ballot's score of a candidacy. */
export interface BallotScore {
  /** Null where the review was secret. */
  readonly reviewer: string | null;
  /** Null where the reviewer stood back, or gave no points. */
  readonly score: number | null;
}

/**
 * Each ballot's score of one candidacy. Secret ones are given by height and without names, so that no two
 * candidates' scores can be told to come from one hand.
 */
export function scoreBallots(
  round: Pick<Round, "ballots" | "criteria" | "reviewers" | "isSecret">,
  candidacyId: string,
): BallotScore[] {
  const names = new Map(round.reviewers.map(({ id, name }) => [id, name]));
  const scores = round.ballots.map((ballot) => ({
    reviewer: round.isSecret ? null : (names.get(ballot.reviewerId ?? "") ?? null),
    score: scoreCandidacy({ ...round, ballots: [ballot] }, candidacyId, null).score,
  }));
  return round.isSecret ? scores.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1)) : scores;
}
