import { PATHWAY_QUOTAS, type Quota } from "../policy/pathway-names.ts";
import { POST_GROUPS, type PostGroup, postGroupOf } from "../records/unit.ts";
import type { Candidacy } from "./candidacy.ts";
import type { Round } from "./round.ts";

/**
 * 排名: candidates of one group of posts by score; equal scores by township years, and where those are
 * equal too by what the unit has decided. Who is outside the quota is ranked apart.
 */

/** Candidates who are compared with each other. */
export interface Pool {
  readonly group: PostGroup;
  readonly quota: Quota;
  readonly places: readonly Place[];
}

export interface Place {
  readonly candidacyId: string;
  /** From 1; those whom nothing tells apart share a rank. */
  readonly rank: number;
  readonly score: number;
  readonly townshipDays: number;
  /** What told this place from the one before: null for the first and for a shared rank. */
  readonly by: "score" | "townshipYears" | "tieBreak" | null;
}

/** A candidacy with the figures that rank it. */
export interface Ranked {
  readonly candidacy: Candidacy;
  readonly score: number;
  readonly townshipDays: number;
}

/** The group of posts and the quota for which a candidacy competes; null where the pathway has no level. */
export function poolOf({ level, pathway }: Candidacy): Omit<Pool, "places"> | null {
  return level === null ? null : { group: postGroupOf(level), quota: PATHWAY_QUOTAS[pathway] };
}

/** Every pool with its places, lowest group first, who competes for posts before who does not. */
export function rankCandidacies(
  ranked: readonly Ranked[],
  tieBreaks: Round["tieBreaks"],
): readonly Pool[] {
  const pools = new Map<string, { readonly of: Omit<Pool, "places">; readonly ranked: Ranked[] }>();
  for (const one of ranked) {
    const of = poolOf(one.candidacy);
    if (of === null) continue;
    const key = `${of.group} ${of.quota}`;
    const pool = pools.get(key);
    if (pool === undefined) pools.set(key, { of, ranked: [one] });
    else pool.ranked.push(one);
  }
  return [...pools.values()]
    .map(({ of, ranked: own }) => ({ ...of, places: placesOf(own, tieBreaks) }))
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ group, quota }: Pool): number {
  return POST_GROUPS.indexOf(group) * 2 + (quota === "counts" ? 0 : 1);
}

function compareFigures(a: Ranked, b: Ranked): number {
  return b.score - a.score || b.townshipDays - a.townshipDays;
}

function placesOf(ranked: readonly Ranked[], tieBreaks: Round["tieBreaks"]): readonly Place[] {
  const places: Place[] = [];
  for (const equals of groupEquals(ranked)) {
    const order = decidedOrder(equals, tieBreaks);
    for (const [index, one] of (order ?? equals).entries()) {
      const before = places.at(-1);
      const isShared = index > 0 && order === null;
      places.push({
        candidacyId: one.candidacy.id,
        rank: isShared && before !== undefined ? before.rank : places.length + 1,
        score: one.score,
        townshipDays: one.townshipDays,
        by: isShared ? null : toldBy(before, one, index),
      });
    }
  }
  return places;
}

function toldBy(before: Place | undefined, one: Ranked, index: number): Place["by"] {
  if (before === undefined) return null;
  if (index > 0) return "tieBreak";
  return before.score === one.score ? "townshipYears" : "score";
}

/** Those with the same figures together, the best first; by id inside, so that the answer is always the same. */
function groupEquals(ranked: readonly Ranked[]): readonly (readonly Ranked[])[] {
  const ordered = ranked.toSorted(
    (a, b) => compareFigures(a, b) || (a.candidacy.id < b.candidacy.id ? -1 : 1),
  );
  const groups: Ranked[][] = [];
  for (const one of ordered) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first !== undefined && compareFigures(first, one) === 0)
      last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** The order in which the unit has put equals; null where it has not put all of them in order. */
function decidedOrder(
  equals: readonly Ranked[],
  tieBreaks: Round["tieBreaks"],
): readonly Ranked[] | null {
  if (equals.length === 1) return equals;
  const decided = tieBreaks.findLast(({ order }) =>
    equals.every(({ candidacy }) => order.includes(candidacy.id)),
  );
  if (decided === undefined) return null;
  const at = ({ candidacy }: Ranked) => decided.order.indexOf(candidacy.id);
  return equals.toSorted((a, b) => at(a) - at(b));
}

/** Places that share a rank, more than one each. */
export function openTies({ places }: Pool): readonly (readonly Place[])[] {
  const ranks = [...new Set(places.map(({ rank }) => rank))];
  return ranks
    .map((rank) => places.filter((place) => place.rank === rank))
    .filter((shared) => shared.length > 1);
}

/** Those of an open tie that so many free posts would cut in two. */
export function tiesAcross(pool: Pool, free: number): readonly (readonly Place[])[] {
  return openTies(pool).filter((shared) => {
    const before = (shared[0]?.rank ?? 1) - 1;
    return before < free && free < before + shared.length;
  });
}
