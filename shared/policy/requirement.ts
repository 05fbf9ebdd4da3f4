import type { ShownLength } from "../calendar/service-length.ts";
import type { AppraisalResult } from "../records/appraisal.ts";
import type { ApplicationOutcome } from "../records/application.ts";
import type { EducationLevel } from "../records/education.ts";
import type { PostingKind, Setting } from "../records/posting.ts";
import type { SanctionKind } from "../records/sanction.ts";
import type { Line, TitleLevel } from "../records/title.ts";
import type { PostGroup } from "../records/unit.ts";
import type { TenureBasis } from "./pack.ts";
import type { Status } from "./outcome.ts";

/** Days in figures are `YYYY-MM-DD`, or as they were written in the record. */
type IsoDate = string;

export interface PostingFigure {
  readonly employer: string | null;
  readonly setting: Setting;
  readonly kind: PostingKind;
  readonly from: IsoDate;
}

export interface TitleFigure {
  readonly name: string;
  readonly level: TitleLevel;
  readonly line: Line;
  readonly obtainedOn: IsoDate;
}

/** A length of service with its first day; null where nothing is counted. */
export interface LengthFigure extends ShownLength {
  readonly from: IsoDate | null;
}

export interface YearsByFigure {
  readonly years: number;
  readonly by: IsoDate;
}

export interface HoursFigure {
  readonly year: number;
  readonly total: number;
  readonly public: number;
  readonly professional: number;
  readonly isEnough: boolean;
}

export interface HoursNeededFigure {
  /** The years asked; empty where none is. */
  readonly years: readonly number[];
  readonly total: number;
  readonly public: number;
  readonly professional: number;
}

export interface AppraisalFigure {
  readonly year: number;
  /** Null where none is on file. */
  readonly result: AppraisalResult | null;
}

interface StatementFigures {
  readonly expected: true;
  /** Null where the unit has not said. */
  readonly found: boolean | null;
}

/** What each requirement expected and found: numbers, dates and years, for `describeRequirement` to word. */
export interface RequirementFigures {
  "employment.grassroots": {
    readonly expected: { readonly on: IsoDate };
    readonly found: { readonly posting: PostingFigure | null; readonly inCatalogue: boolean };
  };
  "employment.township": {
    readonly expected: { readonly on: IsoDate };
    readonly found: { readonly posting: PostingFigure | null };
  };
  "ladder.education": {
    /** The lowest education that some rung asks; null where the pack has no rungs. */
    readonly expected: { readonly education: EducationLevel | null; readonly on: IsoDate };
    readonly found: { readonly education: EducationLevel | null };
  };
  "ladder.tenure": {
    /** The rung reported; null where no rung's education is met or the pack has none. */
    readonly expected:
      | (YearsByFigure & {
          readonly education: EducationLevel;
          readonly from: TitleLevel | null;
          readonly basis: TenureBasis;
        })
      | null;
    readonly found: { readonly length: LengthFigure; readonly hasRungs: boolean };
  };
  "township.years": {
    readonly expected: YearsByFigure;
    readonly found: { readonly length: LengthFigure };
  };
  "training.annual": {
    readonly expected: HoursNeededFigure;
    readonly found: { readonly years: readonly HoursFigure[] };
  };
  "training.specialty": {
    readonly expected: { readonly by: number };
    readonly found: { readonly year: number | null };
  };
  "appraisal.results": {
    readonly expected: { readonly years: number; readonly before: number };
    readonly found: { readonly results: readonly AppraisalFigure[] };
  };
  "line.held": {
    readonly expected: { readonly line: Line; readonly level: TitleLevel };
    readonly found: { readonly title: TitleFigure | null };
  };
  "line.sameYear": {
    readonly expected: { readonly year: number; readonly otherLine: Line };
    readonly found: {
      readonly applications: readonly {
        readonly level: TitleLevel;
        readonly outcome: ApplicationOutcome;
      }[];
    };
  };
  "line.lockout": {
    readonly expected: {
      readonly years: number;
      readonly otherLine: Line;
      readonly level: TitleLevel;
      readonly on: IsoDate;
    };
    readonly found: { readonly titles: readonly (TitleFigure & { readonly freeOn: IsoDate })[] };
  };
  "sanction.none": {
    readonly expected: { readonly on: IsoDate };
    readonly found: {
      /** Those running on the day, barring or not. */
      readonly sanctions: readonly {
        readonly kind: SanctionKind;
        readonly from: IsoDate;
        readonly to: IsoDate | null;
        readonly bars: boolean;
      }[];
    };
  };
  "quota.vacancy": {
    readonly expected: { readonly group: PostGroup; readonly free: 1; readonly on: IsoDate };
    readonly found: {
      readonly approved: number | null;
      readonly filled: number;
      readonly special: number;
      readonly free: number | null;
    };
  };
  "exchange.origin": {
    readonly expected: { readonly on: IsoDate };
    readonly found: {
      readonly posting: PostingFigure | null;
      readonly origin: PostingFigure | null;
    };
  };
  "doctor.degree": {
    readonly expected: { readonly on: IsoDate };
    readonly found: { readonly graduatedOn: IsoDate | null };
  };
  "doctor.outstanding": StatementFigures;
  "conversion.held": {
    readonly expected: { readonly level: TitleLevel };
    readonly found: {
      readonly grassroots: TitleFigure | null;
      readonly isStanding: boolean;
      readonly provincial: TitleFigure | null;
    };
  };
  "conversion.years": {
    readonly expected: YearsByFigure & { readonly level: TitleLevel };
    readonly found: { readonly length: LengthFigure };
  };
  "conversion.appraisals": {
    readonly expected: { readonly years: number };
    readonly found: { readonly results: readonly AppraisalFigure[] };
  };
  "conversion.training": {
    readonly expected: HoursNeededFigure;
    readonly found: { readonly years: readonly HoursFigure[] };
  };
  "directHire.qualification": {
    readonly expected: {
      readonly education: EducationLevel;
      readonly title: TitleLevel;
      readonly on: IsoDate;
    };
    readonly found: {
      readonly education: EducationLevel | null;
      readonly title: TitleFigure | null;
    };
  };
  "directHire.origin": {
    readonly expected: { readonly on: IsoDate };
    readonly found: { readonly posting: PostingFigure | null };
  };
  "directHire.volunteer": StatementFigures;
  "directHire.served": {
    readonly expected: YearsByFigure;
    readonly found: { readonly length: LengthFigure };
  };
  "directHire.appraisals": {
    readonly expected: { readonly years: number };
    readonly found: { readonly results: readonly AppraisalFigure[] };
  };
  "exam.margin": {
    readonly expected: { readonly margin: number };
    readonly found: {
      readonly exams: readonly {
        readonly year: number;
        readonly subjects: readonly {
          readonly name: string;
          readonly score: number;
          readonly nationalLine: number;
        }[];
        readonly isWithin: boolean;
      }[];
    };
  };
}

export type RequirementId = keyof RequirementFigures;

/** One requirement of an assessment, with all that an auditor needs to repeat it (promise 24). */
export type Requirement = {
  [Id in RequirementId]: {
    readonly id: Id;
    readonly status: Status;
    /** Where the law says it. */
    readonly clause: string;
    readonly expected: RequirementFigures[Id]["expected"];
    readonly found: RequirementFigures[Id]["found"];
    readonly metOn: IsoDate | null;
  };
}[RequirementId];
