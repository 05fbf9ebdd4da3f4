import type { Day } from "../calendar/day.ts";
import type { PersonFacts } from "../policy/facts.ts";
import type { Quota } from "../policy/pathway-names.ts";
import { postHolders, type PostUses, vacancies } from "../policy/unit-facts.ts";
import { POST_GROUPS, type PostGroup } from "../records/unit.ts";
import type { Candidacy } from "./candidacy.ts";
import { isActive, isRecommended } from "./context.ts";
import { poolOf } from "./ranking.ts";

/** 岗位使用情况 with the names behind 'filled', and how the round uses what is free (promise 25). */
export interface QuotaAccount {
  readonly group: PostGroup;
  /** 核定; null where it is not known. */
  readonly approved: number | null;
  readonly filled: number;
  readonly special: number;
  /** Below 0 where more are filled than approved; null where not known. */
  readonly free: number | null;
  /** On regular posts and on special ones, by person. */
  readonly filledBy: readonly string[];
  readonly specialBy: readonly string[];
  /** Recommended for a free post of the group, and outside the quota. */
  readonly recommended: readonly Candidacy[];
  readonly exempt: readonly Candidacy[];
  readonly waiting: readonly Candidacy[];
}

/** The account of every group of posts, lowest first. The whole staff must be given. */
export function accountQuota(
  posts: PostUses,
  people: readonly PersonFacts[],
  applyOn: Day,
  candidacies: readonly Candidacy[],
): readonly QuotaAccount[] {
  const holders = postHolders(people, applyOn);
  return POST_GROUPS.map((group) => ({
    group,
    ...posts[group],
    free: vacancies(posts[group]),
    filledBy: holders[group].regular,
    specialBy: holders[group].special,
    recommended: recommendedIn(candidacies, group, "counts"),
    exempt: recommendedIn(candidacies, group, "exempt"),
    waiting: candidacies.filter(
      (one) => isActive(one) && one.outcome?.decision === "waiting" && poolOf(one)?.group === group,
    ),
  }));
}

/** Who is recommended in a group, inside or outside the quota. */
export function recommendedIn(
  candidacies: readonly Candidacy[],
  group: PostGroup,
  quota: Quota,
): readonly Candidacy[] {
  return candidacies.filter((one) => {
    const pool = poolOf(one);
    return isRecommended(one) && pool?.group === group && pool.quota === quota;
  });
}
