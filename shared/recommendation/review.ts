import { parseStart } from "../calendar/text.ts";
import type { Day } from "../calendar/day.ts";
import { readPerson } from "../policy/facts.ts";
import type { Pack } from "../policy/pack.ts";
import { vacancies } from "../policy/unit-facts.ts";
import type { Candidacy } from "./candidacy.ts";
import { isPassed, type RoundContext } from "./context.ts";
import { type Place, type Pool, type Ranked, rankCandidacies, tiesAcross } from "./ranking.ts";
import { type CandidacyScore, scoreCandidacy, townshipDays } from "./scores.ts";

/**
 * 评议: who is marked, what the marks come to, and what the program proposes. It proposes only: a person
 * confirms every outcome (promise 27).
 */

/** What the ballots come to for everybody who was marked. */
export interface ReviewFigures {
  readonly scores: ReadonlyMap<string, CandidacyScore>;
  readonly pools: readonly Pool[];
}

export type Proposal =
  /** `place` is counted within the pool; `free` posts are there for it. */
  | {
      readonly decision: "recommended" | "waiting";
      readonly ground: "place";
      readonly pool: Pool;
      readonly place: Place;
      readonly free: number;
    }
  | {
      readonly decision: "recommended";
      readonly ground: "exempt";
      readonly pool: Pool;
      readonly place: Place;
    }
  /** On a pathway on which nobody competes. */
  | { readonly decision: "recommended"; readonly ground: "unranked" }
  /** Nothing is proposed: marks are missing, equals stand across the last free post, or the posts are not known. */
  | { readonly decision: null; readonly ground: "unmarked" }
  | { readonly decision: null; readonly ground: "tie" }
  | { readonly decision: null; readonly ground: "postsUnknown" };

/** Candidates who passed the check and are marked, in the order of the candidacies given. */
export function markedCandidacies(
  candidacies: readonly Candidacy[],
  pack: Pack,
): readonly Candidacy[] {
  const marked = pack.parameters["review.pathways"].value;
  return candidacies.filter((one) => isPassed(one) && marked.includes(one.pathway));
}

/** The last day up to which the round's lengths are counted. */
export function cutOffOf({ round }: Pick<RoundContext, "round">): Day {
  const day = parseStart(round.cutOff);
  if (day === null) throw new RangeError(`no such day: ${round.cutOff}`);
  return day;
}

/** Scores and ranks of everybody who is marked. */
export function reviewFigures(context: RoundContext, pack: Pack): ReviewFigures {
  const { round, people } = context;
  const trimFrom = pack.parameters["review.trimFrom"].value;
  const scores = new Map<string, CandidacyScore>();
  const ranked: Ranked[] = [];
  for (const candidacy of markedCandidacies(context.candidacies, pack)) {
    const score = scoreCandidacy(round, candidacy.id, trimFrom);
    scores.set(candidacy.id, score);
    const person = people.get(candidacy.personId);
    if (score.score === null || person === undefined) continue;
    const days = townshipDays(readPerson(person), cutOffOf(context));
    ranked.push({ candidacy, score: score.score, townshipDays: days });
  }
  return { scores, pools: rankCandidacies(ranked, round.tieBreaks) };
}

/** What the program proposes for somebody who passed the check. */
export function proposeOutcome(
  candidacy: Candidacy,
  { scores, pools }: ReviewFigures,
  posts: RoundContext["posts"],
): Proposal {
  if (!scores.has(candidacy.id)) return { decision: "recommended", ground: "unranked" };
  for (const pool of pools) {
    const place = pool.places.find(({ candidacyId }) => candidacyId === candidacy.id);
    if (place === undefined) continue;
    return pool.quota === "exempt"
      ? { decision: "recommended", ground: "exempt", pool, place }
      : proposeByPlace(pool, place, vacancies(posts[pool.group]));
  }
  return { decision: null, ground: "unmarked" };
}

function proposeByPlace(pool: Pool, place: Place, vacant: number | null): Proposal {
  if (vacant === null) return { decision: null, ground: "postsUnknown" };
  const free = Math.max(vacant, 0);
  const isAcross = tiesAcross(pool, free).some((shared) => shared.includes(place));
  if (isAcross) return { decision: null, ground: "tie" };
  const decision = place.rank <= free ? "recommended" : "waiting";
  return { decision, ground: "place", pool, place, free };
}
