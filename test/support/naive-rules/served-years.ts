import {
  type Answer,
  MET,
  metWhen,
  type Question,
  seriesAndLevelOf,
  UNKNOWN,
  unmet,
} from "./question.ts";
import { holdsWholeYear, type Stretch, stretchOf } from "./service.ts";
import { isStanding, isHeld } from "./standing.ts";
import { hasItsHours } from "./training.ts";
import { awayPeriods, metByLength } from "./work.ts";

/**
 * | conversion.held | a standing grassroots title of series S and level L is held, and no provincial one of
 * that series and level | null |
 */
export function conversionHeld(question: Question): Answer {
  const { series, level } = seriesAndLevelOf(question);
  const ofThat = question.person.titles.filter(
    (title) => title.series === series && title.level === level,
  );
  return metWhen(
    ofThat.some((title) => title.line === "grassroots" && isStanding(title, question)) &&
      !ofThat.some((title) => title.line === "provincial" && isHeld(title, question)),
  );
}

/** "all appointments on grassroots titles of series S and level L" */
function grassrootsAppointments(question: Question): Stretch[] {
  const { series, level } = seriesAndLevelOf(question);
  const titles = question.person.titles.filter(
    (title) => title.line === "grassroots" && title.series === series && title.level === level,
  );
  const ids = new Set(titles.map(({ id }) => id));
  return question.person.appointments.filter(({ titleId }) => ids.has(titleId)).map(stretchOf);
}

/** "the length of postings of kind `directHire` and setting `township`" */
function directHirePostings({ person }: Question): Stretch[] {
  return person.postings
    .filter(({ kind, setting }) => kind === "directHire" && setting === "township")
    .map(stretchOf);
}

/**
 * | conversion.years | the length of all appointments on grassroots titles of series S and level L, up to
 * `applyOn`, ≥ 5 years (P) | as a length |
 */
export function conversionYears(question: Question): Answer {
  const service = {
    counted: grassrootsAppointments(question),
    excluded: awayPeriods(question),
  };
  const years = question.pack.parameters["conversion.years"].value;
  return metByLength(service, years, question.cycle.applyOn);
}

/**
 * | directHire.served | the length of postings of kind `directHire` and setting `township`, up to `applyOn`,
 * ≥ 5 years (P) | as a length |
 */
export function directHireServed(question: Question): Answer {
  const service = { counted: directHirePostings(question), excluded: awayPeriods(question) };
  const years = question.pack.parameters["directHire.years"].value;
  return metByLength(service, years, question.cycle.applyOn);
}

/** "the last five (P), at most, of the calendar years before Y that lie wholly inside those […], merged" */
function lastWholeYears(periods: Stretch[], most: number, { cycle }: Question): number[] {
  const years: number[] = [];
  const earliest = Math.min(...periods.map(({ first }) => first.year));
  for (let year = cycle.year - 1; year >= earliest && years.length < most; year -= 1)
    if (holdsWholeYear(periods, year)) years.push(year);
  return years;
}

/**
 * "`unqualified` or `basicallyQualified` in any: unmet; else `ungraded` or missing: unknown"; "an empty
 * list of years is met".
 */
function appraisalsOf(years: readonly number[], { person, pack }: Question): Answer {
  const rejected = pack.parameters["service.rejectedAppraisals"].value;
  const accepted = pack.parameters["appraisal.accepted"].value;
  const results = years.map((year) => person.appraisals.find((one) => one.year === year)?.result);
  if (results.some((result) => result !== undefined && rejected.includes(result)))
    return unmet(null);
  if (results.some((result) => result === undefined || !accepted.includes(result))) return UNKNOWN;
  return MET;
}

/**
 * | conversion.appraisals | the last five (P), at most, of the calendar years before Y that lie wholly inside
 * those appointments, merged: […] | null |
 */
export function conversionAppraisals(question: Question): Answer {
  return appraisalsOf(conversionYearsList(question), question);
}

function conversionYearsList(question: Question): number[] {
  const most = question.pack.parameters["conversion.years"].value;
  return lastWholeYears(grassrootsAppointments(question), most, question);
}

/**
 * | conversion.training | each of those same years has its hours, as in training.annual (P) | null |
 */
export function conversionTraining(question: Question): Answer {
  return metWhen(conversionYearsList(question).every((year) => hasItsHours(year, question)));
}

/**
 * | directHire.appraisals | the last five (P), at most, of the calendar years before Y that lie wholly inside
 * those postings, merged: as conversion.appraisals | null |
 */
export function directHireAppraisals(question: Question): Answer {
  const most = question.pack.parameters["directHire.years"].value;
  return appraisalsOf(lastWholeYears(directHirePostings(question), most, question), question);
}
