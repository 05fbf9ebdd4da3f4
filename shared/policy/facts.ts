import { type Day, firstDayOf, FOREVER } from "../calendar/day.ts";
import {
  type MergedPeriods,
  mergePeriods,
  type Period,
  subtractPeriods,
} from "../calendar/periods.ts";
import { parseEnd, parseStart } from "../calendar/text.ts";
import type { Application } from "../records/application.ts";
import type { AppraisalResult } from "../records/appraisal.ts";
import type { Education } from "../records/education.ts";
import type { Exam } from "../records/exam.ts";
import type { Person } from "../records/person.ts";
import type { Posting, PostingKind, Setting } from "../records/posting.ts";
import type { SanctionKind } from "../records/sanction.ts";
import type { Series } from "../records/series.ts";
import type { Statements } from "../records/statements.ts";
import type { Line, Title } from "../records/title.ts";
import { EDUCATION_RANKS, type Rank, TITLE_RANKS } from "./ranks.ts";
import type { PostingFigure, TitleFigure } from "./requirement.ts";
import { tableByYear, type YearTable } from "./year-table.ts";

/**
 * A person read once into whole day numbers. Written dates have inclusive ends; here, and from here
 * on everywhere, `to` is the first day after.
 */
export interface PersonFacts {
  readonly person: Person;
  readonly education: readonly EducationFacts[];
  readonly postings: readonly PostingFacts[];
  readonly wasExchanged: boolean;
  readonly wasHiredDirectly: boolean;
  /** The days of full-time study and long leave, which no length counts. */
  readonly absences: MergedPeriods;
  /** Counted township work: `township` and professional, without study and leave. */
  readonly townshipWork: MergedPeriods;
  /** Counted professional work anywhere, without study and leave. */
  readonly professionalWork: MergedPeriods;
  readonly titles: readonly TitleFacts[];
  readonly appointments: readonly AppointmentFacts[];
  readonly appraisals: YearTable<AppraisalResult>;
  /** What no tenure counts: absences, and calendar years appraised 不合格 (人社部发〔2023〕6号 第三十条). */
  readonly uncountedDays: MergedPeriods;
  readonly training: YearTable<YearOfTraining>;
  /** The years with an entry in one's own specialty, in order. */
  readonly specialtyYears: readonly number[];
  readonly sanctions: readonly SanctionFacts[];
  readonly applications: readonly Application[];
  readonly exams: readonly Exam[];
  readonly statements: Statements;
}

export interface EducationFacts {
  readonly rank: Rank;
  readonly isDoctor: boolean;
  readonly graduatedOn: Day;
  readonly record: Education;
}

export interface PostingFacts extends Period {
  readonly setting: Setting;
  readonly kind: PostingKind;
  readonly series: Series;
  /** A professional post with work in it: neither study nor leave. */
  readonly isProfessionalWork: boolean;
  readonly isManagement: boolean;
  readonly record: Posting;
  /** The posting as explanations show it. */
  readonly figure: PostingFigure;
}

export interface TitleFacts {
  readonly series: Series;
  readonly rank: Rank;
  readonly line: Line;
  readonly obtainedOn: Day;
  readonly obtainedYear: number;
  readonly record: Title;
  /** The title as explanations show it. */
  readonly figure: TitleFigure;
}

export interface AppointmentFacts extends Period {
  readonly title: TitleFacts;
  readonly isRegularPost: boolean;
}

export interface SanctionFacts extends Period {
  readonly kind: SanctionKind;
}

/** Hours of one calendar year, in millionths, so that tenths of hours add up exactly. */
export interface YearOfTraining {
  readonly public: number;
  readonly professional: number;
}

export const NO_TRAINING: YearOfTraining = { public: 0, professional: 0 };

/** An hour in the unit in which hours are added up. */
export const HOUR = 1_000_000;

/** Shared by all who have none: ten thousand empty lists are slow to look into. */
const NO_APPLICATIONS: readonly Application[] = [];
const NO_EXAMS: readonly Exam[] = [];

/**
 * Reads a checked person into facts. A date that a check would have refused is a bug and throws. Objects
 * are written out field by field: a spread leaves them in a form that is several times slower to read.
 */
export function readPerson(person: Person): PersonFacts {
  const titles = person.titles.map(readTitle);
  const titleById = new Map(person.titles.map((title, index) => [title.id, titles[index]]));
  const postings = person.postings.map(readPosting);
  const absences = mergePeriods(postings.filter(isAbsence));
  return {
    person,
    education: person.education.map((record) => ({
      rank: EDUCATION_RANKS[record.level],
      isDoctor: record.degree === "doctor",
      graduatedOn: startOf(record.graduatedOn),
      record,
    })),
    postings,
    wasExchanged: postings.some(({ kind }) => kind === "exchange"),
    wasHiredDirectly: postings.some(({ kind }) => kind === "directHire"),
    absences,
    townshipWork: countedWork(postings, absences, ({ setting }) => setting === "township"),
    professionalWork: countedWork(postings, absences, () => true),
    titles,
    appointments: person.appointments.map(({ titleId, from, to, post }) => ({
      from: startOf(from),
      to: endOf(to),
      title: known(titleById.get(titleId), titleId),
      isRegularPost: post === "regular",
    })),
    appraisals: tableByYear(
      person.appraisals,
      ({ year }) => year,
      (_, { result }) => result,
    ),
    uncountedDays: mergePeriods([...absences, ...unqualifiedYears(person)]),
    training: tableByYear(person.training, ({ year }) => year, addHours),
    specialtyYears: specialtyYears(person),
    sanctions: person.sanctions.map(({ from, to, kind }) => ({
      from: startOf(from),
      to: endOf(to),
      kind,
    })),
    applications: person.applications.length === 0 ? NO_APPLICATIONS : person.applications,
    exams: person.exams.length === 0 ? NO_EXAMS : person.exams,
    statements: person.statements,
  };
}

function readTitle(record: Title): TitleFacts {
  const { name, series, level, line, obtainedOn } = record;
  return {
    series,
    rank: TITLE_RANKS[level],
    line,
    obtainedOn: startOf(obtainedOn),
    obtainedYear: Number(obtainedOn.slice(0, 4)),
    record,
    figure: { name, level, line, obtainedOn },
  };
}

function readPosting(record: Posting): PostingFacts {
  const { setting, kind, series, from, to, employer } = record;
  const isWork = kind !== "study" && kind !== "leave";
  return {
    from: startOf(from),
    to: endOf(to),
    setting,
    kind,
    series,
    isProfessionalWork: record.professional && isWork,
    isManagement: record.management === true,
    record,
    figure: { employer: employer ?? null, setting, kind, from },
  };
}

function isAbsence({ kind }: PostingFacts): boolean {
  return kind === "study" || kind === "leave";
}

function countedWork(
  postings: readonly PostingFacts[],
  absences: MergedPeriods,
  counts: (posting: PostingFacts) => boolean,
): MergedPeriods {
  const counted = postings.filter((posting) => posting.isProfessionalWork && counts(posting));
  return subtractPeriods(mergePeriods(counted), absences);
}

function unqualifiedYears({ appraisals }: Person): readonly Period[] {
  return appraisals
    .filter(({ result }) => result === "unqualified")
    .map(({ year }) => ({ from: firstDayOf(year), to: firstDayOf(year + 1) }));
}

function specialtyYears({ training }: Person): readonly number[] {
  const years = new Set<number>();
  for (const { inSpecialty, year } of training) if (inSpecialty) years.add(year);
  return [...years].toSorted((a, b) => a - b);
}

function addHours(
  sum: YearOfTraining | undefined,
  { category, hours }: Person["training"][number],
): YearOfTraining {
  const added = Math.round(hours * HOUR);
  const before = sum ?? NO_TRAINING;
  return category === "public"
    ? { public: before.public + added, professional: before.professional }
    : { public: before.public, professional: before.professional + added };
}

function startOf(written: string): Day {
  return known(parseStart(written), written);
}

function endOf(written: string | null): Day {
  return known(parseEnd(written), written ?? "");
}

function known<Value>(value: Value | null | undefined, written: string): Value {
  if (value === null || value === undefined) throw new Error(`unchecked record: ${written}`);
  return value;
}

/** True while a period has no written end. */
export function isRunning({ to }: Period): boolean {
  return to === FOREVER;
}
