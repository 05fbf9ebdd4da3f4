import type { Day } from "../../shared/calendar/day.ts";
import type { Answer, PersonAnswers } from "../../shared/policy/answer.ts";
import type { PersonFacts } from "../../shared/policy/facts.ts";
import { countPosts, postHolders, vacancies } from "../../shared/policy/unit-facts.ts";
import { POST_GROUPS, type PostGroup, postGroupOf, type Unit } from "../../shared/records/unit.ts";

/** 岗位使用情况 of one group with the names behind each number (promise 25). */
export interface PostLine {
  readonly group: PostGroup;
  /** Null where it is not known. */
  readonly approved: number | null;
  readonly filled: readonly string[];
  readonly special: readonly string[];
  /** Below 0 where more are filled than approved; null where not known. */
  readonly free: number | null;
  /** Who meets everything else this year and needs a free post of the group. */
  readonly needing: readonly string[];
  /** Who can apply this year without a free post. */
  readonly exempt: readonly string[];
  /** How many of those who need a post would get none; null where not known. */
  readonly short: number | null;
}

/** Each group's posts on a day, and what this year's candidates ask of them. */
export function postLines(
  unit: Unit,
  people: readonly PersonFacts[],
  on: Day,
  assessed: Iterable<PersonAnswers>,
): readonly PostLine[] {
  const uses = countPosts(unit, people, on);
  const holders = postHolders(people, on);
  const wanted = whoWants(assessed);
  return POST_GROUPS.map((group) => {
    const free = vacancies(uses[group]);
    const needing = [...wanted.needing[group]];
    return {
      group,
      approved: uses[group].approved,
      filled: holders[group].regular,
      special: holders[group].special,
      free,
      needing,
      exempt: [...wanted.exempt[group]],
      short: free === null ? null : Math.max(0, needing.length - Math.max(0, free)),
    };
  });
}

type Wanted = Readonly<Record<PostGroup, Set<string>>>;

function whoWants(assessed: Iterable<PersonAnswers>): {
  readonly needing: Wanted;
  readonly exempt: Wanted;
} {
  const needing = emptyWanted();
  const exempt = emptyWanted();
  for (const { personId, assessments } of assessed) {
    for (const assessment of assessments) {
      const { level, quota } = assessment;
      // A conversion changes the certificate, not the post.
      if (level === null || assessment.pathway === "conversion") continue;
      if (!isOpenButForPosts(assessment)) continue;
      (quota === "exempt" ? exempt : needing)[postGroupOf(level)].add(personId);
    }
  }
  // Who has a way that needs no post does not wait for one.
  for (const group of POST_GROUPS) {
    for (const id of exempt[group]) needing[group].delete(id);
  }
  return { needing, exempt };
}

/** Everything is met, whether or not a post is free. */
function isOpenButForPosts({ requirements }: Answer): boolean {
  return requirements.every(({ id, status }) => status === "met" || id === "quota.vacancy");
}

function emptyWanted(): Wanted {
  return {
    junior: new Set(),
    intermediate: new Set(),
    associateSenior: new Set(),
    senior: new Set(),
  };
}

/** What stands in the form: a text for each group. */
export type ApprovedTexts = Readonly<Record<PostGroup, string>>;

/** True for a whole number, or for an empty field, which means not known. */
export function isApprovedText(text: string): boolean {
  return /^\d{0,5}$/.test(tidyDigits(text));
}

/** Full-width digits are digits too. */
function tidyDigits(text: string): string {
  return text.trim().normalize("NFKC");
}

/** Approved posts from the form; an empty field is not known; null where a field is no whole number. */
export function readApproved(texts: ApprovedTexts): Record<PostGroup, number | null> | null {
  if (!POST_GROUPS.every((group) => isApprovedText(texts[group]))) return null;
  const read = (group: PostGroup) => {
    const digits = tidyDigits(texts[group]);
    return digits === "" ? null : Number(digits);
  };
  return {
    junior: read("junior"),
    intermediate: read("intermediate"),
    associateSenior: read("associateSenior"),
    senior: read("senior"),
  };
}
