import type { Day } from "../calendar/day.ts";
import { holdsDay } from "../calendar/periods.ts";
import type { TitleLevel } from "../records/title.ts";
import { POST_GROUPS, type PostGroup, postGroupOf, type Unit } from "../records/unit.ts";
import type { PersonFacts } from "./facts.ts";
import { type Rank, titleLevelAt } from "./ranks.ts";

/** 岗位使用情况 of one group of posts on a day. */
export interface PostUse {
  /** 核定; null where it is not known. */
  readonly approved: number | null;
  /** Ids of the people on a regular post of the group. */
  readonly filledBy: readonly string[];
  /** Ids of the people on a special post, which leaves the regular ones free. */
  readonly specialBy: readonly string[];
}

/** What the rules need to know of a unit on the day of application. */
export interface UnitFacts {
  readonly unit: Unit;
  readonly posts: Readonly<Record<PostGroup, PostUse>>;
}

/** The group of posts that titles of a rank fill. */
export function postGroupAt(rank: Rank): PostGroup {
  return postGroupOf(titleLevelAt(rank) satisfies TitleLevel);
}

/** Counts who fills which posts of a unit on a day. Every member of the staff must be given. */
export function readUnit(unit: Unit, people: readonly PersonFacts[], on: Day): UnitFacts {
  const filled = emptyGroups();
  const special = emptyGroups();
  for (const { person, appointments } of people) {
    for (const appointment of appointments) {
      if (!holdsDay(appointment, on)) continue;
      const group = postGroupAt(appointment.title.rank);
      (appointment.isRegularPost ? filled : special)[group].add(person.id);
    }
  }
  const useOf = (group: PostGroup): PostUse => ({
    approved: unit.posts?.[group] ?? null,
    filledBy: [...filled[group]],
    specialBy: [...special[group]],
  });
  return { unit, posts: mapGroups(useOf) };
}

function emptyGroups(): Record<PostGroup, Set<string>> {
  return mapGroups(() => new Set<string>());
}

function mapGroups<Value>(valueOf: (group: PostGroup) => Value): Record<PostGroup, Value> {
  return Object.fromEntries(POST_GROUPS.map((group) => [group, valueOf(group)])) as Record<
    PostGroup,
    Value
  >;
}

/** Regular posts left in a group, below 0 where more are filled than approved; null where not known. */
export function vacancies({ approved, filledBy }: PostUse): number | null {
  return approved === null ? null : approved - filledBy.length;
}
