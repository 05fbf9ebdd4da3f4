import type { Rung } from "../../../shared/policy/pack.ts";
import { EDUCATION_LEVELS } from "../../../shared/records/education.ts";
import type { TitleLevel } from "../../../shared/records/title.ts";
import {
  earliestOf,
  firstDayOf,
  isBefore,
  newYearOf,
  newYearsEveOf,
  nextDay,
  type PlainDate,
} from "./dates.ts";
import {
  type Answer,
  MET,
  metWhen,
  type Question,
  seriesAndLevelOf,
  UNKNOWN,
  unmet,
} from "./question.ts";
import { isReached, reachedOn, type Service, type Stretch, stretchOf } from "./service.ts";
import { hasEducation, isStanding } from "./standing.ts";
import { awayPeriods } from "./work.ts";

function rungsOf(question: Question): readonly Rung[] | undefined {
  const { series, level } = seriesAndLevelOf(question);
  return question.pack.ladders[series]?.[level];
}

/**
 * | ladder.education | some rung of (S, L) in the pack asks no more than the person's highest education
 * graduated on or before `applyOn`. No rungs in the pack: unknown | null |
 */
export function ladderEducation(question: Question): Answer {
  const rungs = rungsOf(question);
  if (rungs === undefined) return UNKNOWN;
  return metWhen(rungs.some(({ education }) => hasEducation(education, question)));
}

/** "Calendar years appraised `unqualified` are excluded too (人社部发〔2023〕6号 第三十条)." */
function unqualifiedYears({ person, pack }: Question): Stretch[] {
  return person.appraisals
    .filter(({ result }) => pack.parameters["appraisal.rejected"].value.includes(result))
    .map(({ year }) => ({ first: newYearOf(year), last: newYearsEveOf(year) }));
}

/** "the earliest graduation that meets the rung" */
function graduationFor(rung: Rung, { person }: Question): PlainDate | null {
  return earliestOf(
    person.education
      .filter(
        ({ level }) => EDUCATION_LEVELS.indexOf(level) >= EDUCATION_LEVELS.indexOf(rung.education),
      )
      .map(({ graduatedOn }) => firstDayOf(graduatedOn)),
  );
}

/**
 * "A rung with `from: null` counts professional postings from the day after that education's graduation".
 * What lies before that day is taken out.
 */
function workAfterGraduation(rung: Rung, question: Question): Service {
  const graduation = graduationFor(rung, question);
  if (graduation === null) return nothing;
  const before = { first: newYearOf(1900), last: graduation };
  const counted = question.person.postings
    .filter(({ professional, kind }) => professional && kind !== "study" && kind !== "leave")
    .map(stretchOf);
  return { counted, excluded: [...awayPeriods(question), ...unqualifiedYears(question), before] };
}

const nothing: Service = { counted: [], excluded: [] };

/**
 * "the length on a standing title of series S at the rung's `from` level […]. The pack's `tenureBasis`
 * of S says what is counted: `title`: from the earliest such title on; `appointment`: the appointments
 * on such titles, added up." "A title counts from the day after `obtainedOn`", "an appointment counts
 * from its first day".
 */
function workOnTitle(from: TitleLevel, question: Question): Service {
  const { person, pack } = question;
  const { series } = seriesAndLevelOf(question);
  const titles = person.titles.filter(
    (title) => title.series === series && title.level === from && isStanding(title, question),
  );
  const excluded = [...awayPeriods(question), ...unqualifiedYears(question)];
  if (pack.tenureBasis[series] === "title") {
    const earliest = earliestOf(titles.map(({ obtainedOn }) => firstDayOf(obtainedOn)));
    if (earliest === null) return nothing;
    return { counted: [{ first: nextDay(earliest), last: null }], excluded };
  }
  const ids = new Set(titles.map(({ id }) => id));
  const appointments = person.appointments.filter(({ titleId }) => ids.has(titleId));
  return { counted: appointments.map(stretchOf), excluded };
}

interface RungOutcome {
  readonly rung: Rung;
  readonly isMet: boolean;
  /** The day on which it is reached; null if it never is. */
  readonly day: PlainDate | null;
}

/**
 * "0 years are reached at once": whatever the days of the round, since no length is less than 0; and, where
 * it matters which rung was reached first, on the day of the graduation.
 */
function climb(rung: Rung, question: Question): RungOutcome {
  if (rung.from === null && rung.years === 0)
    return { rung, isMet: true, day: graduationFor(rung, question) };
  const service =
    rung.from === null ? workAfterGraduation(rung, question) : workOnTitle(rung.from, question);
  return {
    rung,
    isMet: isReached(service, rung.years, question.cycle.cutOff),
    day: reachedOn(service, rung.years),
  };
}

function isSooner(one: RungOutcome, other: RungOutcome): boolean {
  if (one.day === null || other.day === null) return one.day !== null;
  return isBefore(one.day, other.day);
}

/** "Of several rungs the one reached first is reported, of equals the first listed." */
function reportedRung(question: Question): RungOutcome | undefined {
  let reported: RungOutcome | undefined;
  for (const rung of rungsOf(question) ?? []) {
    if (!hasEducation(rung.education, question)) continue;
    const outcome = climb(rung, question);
    if (reported === undefined || isSooner(outcome, reported)) reported = outcome;
  }
  return reported;
}

/**
 * | ladder.tenure | for some rung whose education is met: the length […], up to `cutOff`, ≥ the rung's
 * `years`. […] No rungs in the pack: unknown | the day the first rung is reached; null if none can be |
 */
export function ladderTenure(question: Question): Answer {
  const rungs = rungsOf(question);
  if (rungs === undefined) return UNKNOWN;
  const outcomes = rungs
    .filter(({ education }) => hasEducation(education, question))
    .map((rung) => climb(rung, question));
  if (outcomes.some(({ isMet }) => isMet)) return MET;
  return unmet(reportedRung(question)?.day ?? null);
}

/**
 * | appraisal.results | each of the n years before Y is `excellent` or `qualified`, n being the `years`
 * of the rung reported by ladder.tenure (no rung: n = 0). Any `unqualified`: unmet; else any
 * `basicallyQualified`, `ungraded` or missing year: unknown (the bureau decides) | 1 January of the
 * last unqualified year + n + 1 |
 */
export function appraisalResults(question: Question): Answer {
  const { person, cycle, pack } = question;
  const n = reportedRung(question)?.rung.years ?? 0;
  const accepted = pack.parameters["appraisal.accepted"].value;
  const rejected = pack.parameters["appraisal.rejected"].value;
  let lastRejected: number | null = null;
  let isDoubtful = false;
  for (let year = cycle.year - n; year < cycle.year; year += 1) {
    const result = person.appraisals.find((appraisal) => appraisal.year === year)?.result;
    if (result !== undefined && rejected.includes(result)) lastRejected = year;
    else if (result === undefined || !accepted.includes(result)) isDoubtful = true;
  }
  if (lastRejected !== null) return unmet(newYearOf(lastRejected + n + 1));
  return isDoubtful ? UNKNOWN : MET;
}
