import { civilOf, type Day } from "../calendar/day.ts";
import { lengthUpTo, showLength } from "../calendar/service-length.ts";
import { parseStart } from "../calendar/text.ts";
import type { PersonFacts } from "../policy/facts.ts";
import { postGroupAt } from "../policy/unit-facts.ts";
import type { Degree, EducationLevel } from "../records/education.ts";
import type { Sex } from "../records/person.ts";
import type { PostGroup } from "../records/unit.ts";

/** What the statistics count of a person, on the day of application. */
export interface PersonFigures {
  readonly sex: Sex;
  /** Completed years (周岁). */
  readonly age: number;
  readonly education: EducationLevel | null;
  /** The group of the highest title held; null for none. */
  readonly title: PostGroup | null;
  /** Whole years of professional work in townships, and months beyond them. */
  readonly townshipYears: number;
  readonly townshipMonths: number;
  readonly birthDate: string;
  readonly degree: Degree | null;
  readonly school: string | null;
  /** The highest title held, of equals the latest; null for none. */
  readonly titleName: string | null;
  readonly titleObtainedOn: string | null;
}

/** Works out a person's figures on a day. */
export function figuresOf(facts: PersonFacts, on: Day): PersonFigures {
  const { person } = facts;
  const done = facts.education.filter(({ graduatedOn }) => graduatedOn <= on);
  const highest = done.toSorted((a, b) => b.rank - a.rank || b.graduatedOn - a.graduatedOn)[0]
    ?.record;
  const held = facts.titles
    .filter(({ obtainedOn }) => obtainedOn <= on)
    .toSorted((a, b) => b.rank - a.rank || b.obtainedOn - a.obtainedOn)[0];
  const township = showLength(lengthUpTo(facts.townshipWork, on));
  return {
    sex: person.sex,
    birthDate: person.birthDate,
    age: ageOn(person.birthDate, on),
    education: highest?.level ?? null,
    degree: highest?.degree ?? null,
    school: highest?.school ?? null,
    title: held === undefined ? null : postGroupAt(held.rank),
    titleName: held?.record.name ?? null,
    titleObtainedOn: held?.record.obtainedOn ?? null,
    townshipYears: township.years,
    townshipMonths: township.months,
  };
}

/** Completed years on a day; somebody born on 29 February completes one on 1 March of a common year. */
function ageOn(birthDate: string, on: Day): number {
  const born = parseStart(birthDate);
  if (born === null) throw new RangeError(`no such day: ${birthDate}`);
  const birth = civilOf(born);
  const now = civilOf(on);
  const isBefore = now.month < birth.month || (now.month === birth.month && now.date < birth.date);
  return now.year - birth.year - (isBefore ? 1 : 0);
}
