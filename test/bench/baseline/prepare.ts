import { type Day, FOREVER } from "../../../shared/calendar/day.ts";
import { parseEnd, parseStart } from "../../../shared/calendar/text.ts";
import type { Exam } from "../../../shared/records/exam.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Posting } from "../../../shared/records/posting.ts";
import {
  DIRECT_HIRE,
  EDUCATION_CODE,
  GRASSROOTS,
  KIND_CODE,
  LEAVE,
  LEVEL_CODE,
  MISSING,
  PROVINCIAL,
  RESULT_CODE,
  SANCTION_CODE,
  SERIES_CODE,
  SETTING_CODE,
  STUDY,
  TOWNSHIP,
} from "./codes.ts";

/** Periods in the order of their starts; ends are the first day no longer in them. */
export interface Spans {
  readonly from: readonly Day[];
  readonly to: readonly Day[];
}

export interface PreparedPosting {
  readonly from: Day;
  readonly to: Day;
  readonly setting: number;
  readonly kind: number;
  readonly series: number;
  readonly isProfessional: boolean;
  readonly isAway: boolean;
  readonly isManaging: boolean;
}

export interface PreparedTitle {
  readonly on: Day;
  readonly year: number;
  readonly series: number;
  readonly level: number;
  readonly line: number;
}

export interface PreparedAppointment {
  readonly from: Day;
  readonly to: Day;
  /** The place of its title. */
  readonly title: number;
  readonly isRegular: boolean;
}

/** One person as whole numbers, made once from the unit file, before anything is measured. */
export interface PreparedPerson {
  readonly postings: readonly PreparedPosting[];
  readonly township: Spans;
  readonly professional: Spans;
  readonly directHire: Spans;
  readonly away: Spans;
  readonly titles: readonly PreparedTitle[];
  /** In the order of their starts. */
  readonly appointments: readonly PreparedAppointment[];
  readonly graduations: readonly {
    readonly on: Day;
    readonly level: number;
    readonly isDoctor: boolean;
  }[];
  /** Results by year from `firstResult` on. */
  readonly results: readonly number[];
  readonly firstResult: number;
  /** Thousandths of hours by year from `firstHours` on. */
  readonly publicHours: readonly number[];
  readonly professionalHours: readonly number[];
  readonly firstHours: number;
  /** The earliest year with training in the specialty. */
  readonly specialtySince: number;
  readonly sanctions: readonly { readonly from: Day; readonly to: Day; readonly kind: number }[];
  readonly applications: readonly { readonly year: number; readonly line: number }[];
  readonly exams: readonly PreparedExam[];
  readonly isOutstanding: boolean | undefined;
  readonly volunteers: boolean | undefined;
}

export interface PreparedExam {
  readonly series: number;
  readonly level: number;
  /** How far the lowest score lies below its line, in tenths of a point; below 0 where none does. */
  readonly shortfall: number;
}

function startOf(written: string): Day {
  return parseStart(written) ?? Number.NaN;
}

function endOf(written: string | null): Day {
  return parseEnd(written) ?? Number.NaN;
}

function preparePosting(posting: Posting): PreparedPosting {
  const kind = KIND_CODE[posting.kind];
  return {
    from: startOf(posting.from),
    to: endOf(posting.to),
    setting: SETTING_CODE[posting.setting],
    kind,
    series: SERIES_CODE[posting.series],
    isProfessional: posting.professional,
    isAway: kind === STUDY || kind === LEAVE,
    isManaging: posting.management === true,
  };
}

function spansOf(postings: readonly PreparedPosting[]): Spans {
  const sorted = postings.toSorted((a, b) => a.from - b.from);
  return { from: sorted.map(({ from }) => from), to: sorted.map(({ to }) => to) };
}

function yearly(entries: readonly { year: number; value: number }[], empty: number) {
  if (entries.length === 0) return { first: 0, values: [] };
  const years = entries.map(({ year }) => year);
  const first = Math.min(...years);
  const values = Array.from({ length: Math.max(...years) - first + 1 }, () => empty);
  return { first, values };
}

function prepareResults({ appraisals }: Person) {
  const entries = appraisals.map(({ year, result }) => ({ year, value: RESULT_CODE[result] }));
  const { first, values } = yearly(entries, MISSING);
  for (const { year, value } of entries) values[year - first] = value;
  return { firstResult: first, results: values };
}

function prepareHours({ training }: Person) {
  const entries = training.map(({ year, hours }) => ({ year, value: Math.round(hours * 1_000) }));
  const { first, values } = yearly(entries, 0);
  const hours = { public: values, professional: [...values] };
  for (const [index, { year, value }] of entries.entries()) {
    const of = hours[training[index]?.category ?? "public"];
    of[year - first] = (of[year - first] ?? 0) + value;
  }
  return { firstHours: first, publicHours: hours.public, professionalHours: hours.professional };
}

function prepareExam({ series, level, subjects }: Exam): PreparedExam {
  const shortfalls = subjects.map(({ score, nationalLine }) =>
    Math.round((nationalLine - score) * 10),
  );
  const shortfall = Math.max(-1, ...shortfalls);
  return { series: SERIES_CODE[series], level: LEVEL_CODE[level], shortfall };
}

/** Titles are remembered as bits of one whole number. */
const MOST_TITLES = 31;

export function preparePerson(person: Person): PreparedPerson {
  if (person.titles.length > MOST_TITLES) throw new RangeError("too many titles for the baseline");
  const postings = person.postings.map(preparePosting);
  const working = postings.filter(({ isProfessional, isAway }) => isProfessional && !isAway);
  const places = new Map(person.titles.map(({ id }, index) => [id, index]));
  const specialty = person.training.filter(({ inSpecialty }) => inSpecialty);
  return {
    postings,
    township: spansOf(working.filter(({ setting }) => setting === TOWNSHIP)),
    professional: spansOf(working),
    directHire: spansOf(
      postings.filter(({ kind, setting }) => kind === DIRECT_HIRE && setting === TOWNSHIP),
    ),
    away: spansOf(postings.filter(({ isAway }) => isAway)),
    titles: person.titles.map(({ obtainedOn, series, level, line }) => ({
      on: startOf(obtainedOn),
      year: Number(obtainedOn.slice(0, 4)),
      series: SERIES_CODE[series],
      level: LEVEL_CODE[level],
      line: line === "provincial" ? PROVINCIAL : GRASSROOTS,
    })),
    appointments: person.appointments
      .map(({ from, to, titleId, post }) => ({
        from: startOf(from),
        to: endOf(to),
        title: places.get(titleId) ?? -1,
        isRegular: post === "regular",
      }))
      .toSorted((a, b) => a.from - b.from),
    graduations: person.education.map(({ graduatedOn, level, degree }) => ({
      on: startOf(graduatedOn),
      level: EDUCATION_CODE[level],
      isDoctor: degree === "doctor",
    })),
    ...prepareResults(person),
    ...prepareHours(person),
    specialtySince: Math.min(FOREVER, ...specialty.map(({ year }) => year)),
    sanctions: person.sanctions.map(({ from, to, kind }) => ({
      from: startOf(from),
      to: endOf(to),
      kind: SANCTION_CODE[kind],
    })),
    applications: person.applications
      .filter(({ outcome }) => outcome !== "withdrawn")
      .map(({ year, line }) => ({ year, line: line === "provincial" ? PROVINCIAL : GRASSROOTS })),
    exams: person.exams.map(prepareExam),
    isOutstanding: person.statements.outstandingTownshipWork,
    volunteers: person.statements.volunteersForTownship,
  };
}
