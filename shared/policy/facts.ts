import { type Day, firstDayOf, FOREVER } from "../calendar/day.ts";
import { type MergedPeriods, mergePeriods, type Period } from "../calendar/periods.ts";
import { parseEnd, parseStart } from "../calendar/text.ts";
import type { AppraisalResult } from "../records/appraisal.ts";
import type { Person } from "../records/person.ts";
import type { PostingKind, Setting } from "../records/posting.ts";
import type { SanctionKind } from "../records/sanction.ts";
import type { Series } from "../records/series.ts";
import type { Statements } from "../records/statements.ts";
import type { Line } from "../records/title.ts";
import { EDUCATION_RANKS, type Rank, TITLE_RANKS } from "./ranks.ts";

/**
 * A person read once into whole day numbers. Written dates have inclusive ends; here, and from here
 * on everywhere, `to` is the first day after.
 */
export interface PersonFacts {
  readonly person: Person;
  readonly education: readonly EducationFacts[];
  readonly postings: readonly PostingFacts[];
  /** The days of full-time study and long leave, which no length counts. */
  readonly absences: MergedPeriods;
  readonly titles: readonly TitleFacts[];
  readonly appointments: readonly AppointmentFacts[];
  readonly appraisals: ReadonlyMap<number, AppraisalResult>;
  /** Calendar years appraised 不合格, which no tenure counts (人社部发〔2023〕6号 第三十条). */
  readonly unqualifiedYears: MergedPeriods;
  readonly training: ReadonlyMap<number, YearOfTraining>;
  /** The first year with an entry in one's own specialty; null where there is none. */
  readonly firstSpecialtyYear: number | null;
  readonly sanctions: readonly SanctionFacts[];
  readonly statements: Statements;
}

export interface EducationFacts {
  readonly rank: Rank;
  readonly isDoctor: boolean;
  readonly graduatedOn: Day;
  readonly index: number;
}

export interface PostingFacts extends Period {
  readonly setting: Setting;
  readonly kind: PostingKind;
  readonly series: Series;
  /** A professional post with work in it: neither study nor leave. */
  readonly isProfessionalWork: boolean;
  readonly isManagement: boolean;
  readonly index: number;
}

export interface TitleFacts {
  readonly series: Series;
  readonly rank: Rank;
  readonly line: Line;
  readonly obtainedOn: Day;
  readonly obtainedYear: number;
  readonly index: number;
}

export interface AppointmentFacts extends Period {
  readonly title: TitleFacts;
  readonly isRegularPost: boolean;
}

export interface SanctionFacts extends Period {
  readonly kind: SanctionKind;
  readonly index: number;
}

/** Hours of one calendar year, in thousandths, so that half hours add up exactly. */
export interface YearOfTraining {
  readonly public: number;
  readonly professional: number;
}

/** Thousandths of an hour, the unit in which hours are added up. */
export const MILLI_HOURS = 1_000;

/** Reads a checked person into facts. A date that a check would have refused is a bug and throws. */
export function readPerson(person: Person): PersonFacts {
  const titles = person.titles.map(readTitle);
  const titleById = new Map(person.titles.map((title, index) => [title.id, titles[index]]));
  const postings = person.postings.map(readPosting);
  return {
    person,
    education: person.education.map((education, index) => ({
      rank: EDUCATION_RANKS[education.level],
      isDoctor: education.degree === "doctor",
      graduatedOn: startOf(education.graduatedOn),
      index,
    })),
    postings,
    absences: mergePeriods(postings.filter(isAbsence)),
    titles,
    appointments: person.appointments.map((appointment) => ({
      ...periodOf(appointment),
      title: known(titleById.get(appointment.titleId), appointment.titleId),
      isRegularPost: appointment.post === "regular",
    })),
    appraisals: new Map(person.appraisals.map(({ year, result }) => [year, result])),
    unqualifiedYears: mergePeriods(
      person.appraisals
        .filter(({ result }) => result === "unqualified")
        .map(({ year }) => ({ from: firstDayOf(year), to: firstDayOf(year + 1) })),
    ),
    training: sumTraining(person.training),
    firstSpecialtyYear: person.training.reduce<number | null>(
      (first, { inSpecialty, year }) =>
        inSpecialty && (first === null || year < first) ? year : first,
      null,
    ),
    sanctions: person.sanctions.map((sanction, index) => ({
      ...periodOf(sanction),
      kind: sanction.kind,
      index,
    })),
    statements: person.statements,
  };
}

function readTitle(title: Person["titles"][number], index: number): TitleFacts {
  return {
    series: title.series,
    rank: TITLE_RANKS[title.level],
    line: title.line,
    obtainedOn: startOf(title.obtainedOn),
    obtainedYear: Number(title.obtainedOn.slice(0, 4)),
    index,
  };
}

function readPosting(posting: Person["postings"][number], index: number): PostingFacts {
  const { setting, kind, series } = posting;
  const isWork = kind !== "study" && kind !== "leave";
  return {
    ...periodOf(posting),
    setting,
    kind,
    series,
    isProfessionalWork: posting.professional && isWork,
    isManagement: posting.management === true,
    index,
  };
}

function isAbsence({ kind }: PostingFacts): boolean {
  return kind === "study" || kind === "leave";
}

function sumTraining(entries: Person["training"]): ReadonlyMap<number, YearOfTraining> {
  const years = new Map<number, { public: number; professional: number }>();
  for (const { year, category, hours } of entries) {
    const sum = years.get(year) ?? { public: 0, professional: 0 };
    sum[category] += Math.round(hours * MILLI_HOURS);
    years.set(year, sum);
  }
  return years;
}

function startOf(written: string): Day {
  return known(parseStart(written), written);
}

function periodOf({ from, to }: { readonly from: string; readonly to: string | null }): Period {
  return { from: startOf(from), to: known(parseEnd(to), to ?? "") };
}

function known<Value>(value: Value | null | undefined, written: string): Value {
  if (value === null || value === undefined) throw new Error(`unchecked record: ${written}`);
  return value;
}

/** True while a period has no written end. */
export function isRunning({ to }: Period): boolean {
  return to === FOREVER;
}
