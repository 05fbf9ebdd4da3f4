import type { Day } from "../../calendar/day.ts";
import type { MergedPeriods } from "../../calendar/periods.ts";
import { lengthUpTo, showLength } from "../../calendar/service-length.ts";
import { formatDay } from "../../calendar/text.ts";
import { EDUCATION_LEVELS, type EducationLevel } from "../../records/education.ts";
import type { PersonFacts, PostingFacts, TitleFacts } from "../facts.ts";
import { NONE, type Rank } from "../ranks.ts";
import type { LengthFigure, PostingFigure, TitleFigure } from "../requirement.ts";

/** Records as figures of an explanation: the words and dates that stand in the record itself. */

function recordAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no record at ${index}`);
  return item;
}

/** A posting as it was written; null for none. */
export function showPosting(
  facts: PersonFacts,
  posting: PostingFacts | null,
): PostingFigure | null {
  if (posting === null) return null;
  const { employer, setting, kind, from } = recordAt(facts.person.postings, posting.index);
  return { employer: employer ?? null, setting, kind, from };
}

/** A title as it was written. */
export function showTitle(facts: PersonFacts, title: TitleFacts): TitleFigure {
  const { name, level, line, obtainedOn } = recordAt(facts.person.titles, title.index);
  return { name, level, line, obtainedOn };
}

/** A title as it was written; null for none. */
export function showTitleIfAny(facts: PersonFacts, title: TitleFacts | null): TitleFigure | null {
  return title === null ? null : showTitle(facts, title);
}

/** An education level of a rank; null for none. */
export function showEducation(rank: Rank): EducationLevel | null {
  return rank === NONE ? null : recordAt(EDUCATION_LEVELS, rank);
}

/** The length of some periods up to and including a day, with its first day. */
export function showServiceLength(periods: MergedPeriods, lastDay: Day): LengthFigure {
  const length = lengthUpTo(periods, lastDay);
  return {
    from: length.from === null ? null : formatDay(length.from),
    ...showLength(length),
  };
}
