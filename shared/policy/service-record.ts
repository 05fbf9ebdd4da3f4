import { type Day, FOREVER } from "../calendar/day.ts";
import {
  type MergedPeriods,
  mergePeriods,
  type Period,
  subtractPeriods,
} from "../calendar/periods.ts";
import {
  lengthReachedOn,
  lengthUpTo,
  type ShownLength,
  showLength,
} from "../calendar/service-length.ts";
import { formatDay } from "../calendar/text.ts";
import { POSTING_KIND_LABELS } from "../records/posting.ts";
import type { PersonFacts, PostingFacts } from "./facts.ts";

/** 乡镇专业技术工作年限 of one person: every period, whether it counts and why not, the sum, and the days of ten, twenty and thirty years. */

export type ServiceVerdict = "counted" | "deducted" | "uncounted";
export const SERVICE_VERDICT_LABELS = {
  counted: "计入",
  deducted: "扣除",
  uncounted: "不计入",
} as const satisfies Record<ServiceVerdict, string>;

/** One posting in the sum. */
export interface ServicePeriod {
  readonly posting: PostingFacts;
  readonly verdict: ServiceVerdict;
  /** The days that it adds to what earlier postings have counted, and those that it does not. */
  readonly counted: MergedPeriods;
  readonly left: MergedPeriods;
  readonly countedDays: number;
  /** Why it counts less than its days; empty where it counts whole. */
  readonly remark: string;
}

/** The day on which so many years are full. */
export interface ServiceStep {
  readonly years: number;
  /** Null where the periods end before that. */
  readonly reachedOn: Day | null;
  /** On or before the last day that is counted. */
  readonly isReached: boolean;
}

export interface ServiceRecord {
  /** By their start. */
  readonly periods: readonly ServicePeriod[];
  readonly days: number;
  readonly length: ShownLength;
  /** The first day counted; null where none is. */
  readonly from: string | null;
  readonly steps: readonly ServiceStep[];
}

/** The years of professional work in the township up to and including a day. */
export function readServiceRecord(
  facts: PersonFacts,
  cutOff: Day,
  steps: readonly number[],
): ServiceRecord {
  const work = facts.townshipWork;
  const length = lengthUpTo(work, cutOff);
  return {
    periods: describePeriods(facts, cutOff),
    days: length.days,
    length: showLength(length),
    from: length.from === null ? null : formatDay(length.from),
    steps: steps.map((years) => stepOf(work, years, cutOff)),
  };
}

function stepOf(work: MergedPeriods, years: number, cutOff: Day): ServiceStep {
  const day = lengthReachedOn(work, years);
  if (day === FOREVER) return { years, reachedOn: null, isReached: false };
  return { years, reachedOn: day, isReached: day <= cutOff };
}

/** Each posting by its start, with the days that it adds to what the earlier ones have counted. */
function describePeriods(facts: PersonFacts, cutOff: Day): readonly ServicePeriod[] {
  const postings = facts.postings.toSorted((a, b) => a.from - b.from);
  let sum: MergedPeriods = [];
  return postings.map((posting) => {
    const whole = clip(posting, cutOff + 1);
    const isCounted = posting.isProfessionalWork && posting.setting === "township";
    const present = isCounted ? subtractPeriods(whole, facts.absences) : [];
    const counted = subtractPeriods(present, sum);
    sum = mergePeriods([...sum, ...counted]);
    const countedDays = daysOf(counted);
    return {
      posting,
      verdict: verdictOf(posting, countedDays),
      counted,
      left: subtractPeriods(whole, counted),
      countedDays,
      remark: remarkOf(posting, {
        whole: daysOf(whole),
        present: daysOf(present),
        added: countedDays,
      }),
    };
  });
}

function clip({ from, to }: Period, before: Day): MergedPeriods {
  const end = Math.min(to, before);
  return end > from ? [{ from, to: end }] : [];
}

function daysOf(periods: MergedPeriods): number {
  return periods.reduce((days, { from, to }) => days + to - from, 0);
}

function isAbsence({ kind }: PostingFacts): boolean {
  return kind === "study" || kind === "leave";
}

function verdictOf(posting: PostingFacts, added: number): ServiceVerdict {
  if (isAbsence(posting)) return "deducted";
  return added > 0 ? "counted" : "uncounted";
}

/** Why a period counts less than its days. */
function remarkOf(
  posting: PostingFacts,
  days: { readonly whole: number; readonly present: number; readonly added: number },
): string {
  if (days.whole === 0) return "在截止日之后";
  if (isAbsence(posting)) return `${POSTING_KIND_LABELS[posting.kind]}期间不计入`;
  if (posting.setting !== "township") return "不在乡镇工作";
  if (!posting.isProfessionalWork) return "不是专业技术岗位";
  const remarks: string[] = [];
  if (days.present < days.whole) remarks.push(`扣除学习、离岗${days.whole - days.present}天`);
  if (days.added < days.present) remarks.push(`与前段重叠${days.present - days.added}天，只计一次`);
  return remarks.join("；");
}
