import { firstDayOf, type Day, yearOf } from "../../shared/calendar/day.ts";
import { owesHours } from "../../shared/policy/duties.ts";
import {
  HOUR,
  NO_TRAINING,
  type PersonFacts,
  type YearOfTraining,
} from "../../shared/policy/facts.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { valueIn } from "../../shared/policy/year-table.ts";
import type { Person } from "../../shared/records/person.ts";
import { factsOf } from "../widgets/facts.ts";

/** What a year asks of somebody and what is on file for it, in hours. */

/** The hours that a year asks, of the pack in force. */
export interface HoursAsked {
  readonly total: number;
  readonly public: number;
  readonly professional: number;
  /** Years before this one ask nothing. */
  readonly firstYear: number;
}

/** The hours that the pack asks of a year. */
export function hoursAsked({ parameters }: Pack): HoursAsked {
  return {
    total: parameters["training.totalHours"].value,
    public: parameters["training.publicHours"].value,
    professional: parameters["training.professionalHours"].value,
    firstYear: parameters["training.firstYear"].value,
  };
}

/** `met`: enough. `short`: not enough. `running`: not enough yet, the year is not over. `notAsked`: nothing is asked. */
export type HoursState = "met" | "short" | "running" | "notAsked";

/** Hours of one kind: on file and missing. */
export interface HoursPart {
  readonly done: number;
  readonly missing: number;
}

/** One person's year. */
export interface YearHours {
  readonly year: number;
  readonly state: HoursState;
  readonly total: HoursPart;
  readonly public: HoursPart;
  readonly professional: HoursPart;
  /** What has still to be taken: to the total, or to both parts where these ask more. */
  readonly missing: number;
}

/** What one year comes to for a person, as of today. */
export function yearHours(person: Person, year: number, asked: HoursAsked, today: Day): YearHours {
  const facts = factsOf(person);
  const hours = valueIn(facts.training, year) ?? NO_TRAINING;
  if (!isAsked(facts, year, asked, today)) return nothingAsked(year, hours);
  const part = (done: number, needed: number): HoursPart => ({
    done: done / HOUR,
    missing: Math.max(0, needed * HOUR - done) / HOUR,
  });
  const total = part(hours.public + hours.professional, asked.total);
  const publicPart = part(hours.public, asked.public);
  const professional = part(hours.professional, asked.professional);
  const inParts = publicPart.missing + professional.missing;
  const missing = Math.max(total.missing, inParts);
  return {
    year,
    state: missing === 0 ? "met" : year >= yearOf(today) ? "running" : "short",
    total,
    public: publicPart,
    professional,
    missing,
  };
}

function nothingAsked(year: number, hours: YearOfTraining): YearHours {
  const part = (done: number): HoursPart => ({ done: done / HOUR, missing: 0 });
  return {
    year,
    state: "notAsked",
    total: part(hours.public + hours.professional),
    public: part(hours.public),
    professional: part(hours.professional),
    missing: 0,
  };
}

/**
 * The present year is asked of whoever works in a professional post today, as 待办事项 has it; a past one
 * of whoever began before it and worked in a professional post in it, as far as the file tells.
 */
function isAsked(facts: PersonFacts, year: number, { firstYear }: HoursAsked, today: Day): boolean {
  if (year < firstYear || year > yearOf(today)) return false;
  if (year === yearOf(today)) {
    return owesHours(facts, today);
  }
  if (facts.postings.length === 0) return true;
  const begin = firstDayOf(year);
  const hasBegun = facts.postings.some(({ from }) => from < begin);
  const worked = facts.professionalWork.some(
    ({ from, to }) => from < firstDayOf(year + 1) && to > begin,
  );
  return hasBegun && worked;
}

/** Years with their latest last: so many up to the present one. */
export function lastYears(today: Day, count: number): readonly number[] {
  const last = yearOf(today);
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}
