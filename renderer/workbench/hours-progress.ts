import { civilOf, type Day } from "../../shared/calendar/day.ts";
import { type Duty, owesHours } from "../../shared/policy/duties.ts";
import type { PersonFacts } from "../../shared/policy/facts.ts";

/** How far a unit's people are with the hours of a year. */
export interface HoursProgress {
  readonly year: number;
  /** Who is asked for hours: at work in a professional post today. */
  readonly asked: readonly string[];
  readonly enough: readonly string[];
  readonly short: readonly string[];
}

/** Who has this year's hours and who does not, by the same rule as the duties. */
export function hoursProgress(
  people: readonly PersonFacts[],
  duties: readonly Duty[],
  today: Day,
): HoursProgress {
  const short = new Set(
    duties.flatMap((duty) => (duty.kind === "hoursMissing" ? duty.personId : [])),
  );
  const asked = people.filter((facts) => owesHours(facts, today)).map(({ person }) => person.id);
  return {
    year: civilOf(today).year,
    asked,
    enough: asked.filter((id) => !short.has(id)),
    short: asked.filter((id) => short.has(id)),
  };
}

/** A share as whole percent, 100 only where nobody is missing and 0 only where nobody is there. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 0;
  const percent = Math.round((part / whole) * 100);
  if (percent === 100 && part < whole) return 99;
  return percent === 0 && part > 0 ? 1 : percent;
}
