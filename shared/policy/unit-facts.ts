import type { Day } from "../calendar/day.ts";
import { holdsDay } from "../calendar/periods.ts";
import { POST_GROUPS, type PostGroup, postGroupOf, type Unit } from "../records/unit.ts";
import type { PersonFacts } from "./facts.ts";
import { type Rank, titleLevelAt } from "./ranks.ts";

/** 岗位使用情况 of one group of posts on a day, in numbers of people. */
export interface PostUse {
  /** 核定; null where it is not known. */
  readonly approved: number | null;
  /** On a regular post of the group. */
  readonly filled: number;
  /** On a special post, which leaves the regular ones free. */
  readonly special: number;
}

export type PostUses = Readonly<Record<PostGroup, PostUse>>;

/** Who fills the posts of a group on a day, by person id. */
export interface PostHolders {
  readonly regular: readonly string[];
  readonly special: readonly string[];
}

/** What the rules need to know of a unit on the day of application. */
export interface UnitFacts {
  readonly unit: Unit;
  readonly posts: PostUses;
}

/** The group of posts that titles of a rank fill. */
export function postGroupAt(rank: Rank): PostGroup {
  return postGroupOf(titleLevelAt(rank));
}

/** Who fills which posts on a day; someone appointed twice in a group is named once. */
export function postHolders(
  people: readonly PersonFacts[],
  on: Day,
): Readonly<Record<PostGroup, PostHolders>> {
  const holders = forEachGroup(() => ({
    regular: new Set<string>(),
    special: new Set<string>(),
  }));
  for (const { person, appointments } of people) {
    for (const appointment of appointments) {
      if (!holdsDay(appointment, on)) continue;
      const group = holders[postGroupAt(appointment.title.rank)];
      (appointment.isRegularPost ? group.regular : group.special).add(person.id);
    }
  }
  return forEachGroup((group) => ({
    regular: [...holders[group].regular],
    special: [...holders[group].special],
  }));
}

/** How a unit's posts are used on a day. Every member of the staff must be given. */
export function countPosts(unit: Unit, people: readonly PersonFacts[], on: Day): PostUses {
  return sumPosts(
    unit,
    people.map((facts) => postsHeldBy(facts, on)),
  );
}

/** A post that somebody holds. */
export interface HeldPost {
  readonly group: PostGroup;
  readonly isRegular: boolean;
}

/** The posts that a person holds on a day, each kind once. */
export function postsHeldBy({ appointments }: PersonFacts, on: Day): readonly HeldPost[] {
  const held: HeldPost[] = [];
  for (const appointment of appointments) {
    if (!holdsDay(appointment, on)) continue;
    const group = postGroupAt(appointment.title.rank);
    const isRegular = appointment.isRegularPost;
    if (held.some((one) => one.group === group && one.isRegular === isRegular)) continue;
    held.push({ group, isRegular });
  }
  return held;
}

/** How a unit's posts are used by what each member of the staff holds. */
export function sumPosts(unit: Unit, staff: Iterable<readonly HeldPost[]>): PostUses {
  const sums = forEachGroup(() => ({ filled: 0, special: 0 }));
  for (const held of staff) {
    for (const { group, isRegular } of held) sums[group][isRegular ? "filled" : "special"] += 1;
  }
  return forEachGroup((group) => ({ approved: unit.posts?.[group] ?? null, ...sums[group] }));
}

/** Regular posts left in a group, below 0 where more are filled than approved; null where not known. */
export function vacancies({ approved, filled }: PostUse): number | null {
  return approved === null ? null : approved - filled;
}

function forEachGroup<Value>(valueOf: (group: PostGroup) => Value): Record<PostGroup, Value> {
  return Object.fromEntries(POST_GROUPS.map((group) => [group, valueOf(group)])) as Record<
    PostGroup,
    Value
  >;
}
