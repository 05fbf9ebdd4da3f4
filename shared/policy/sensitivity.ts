import { addMonths, civilOf, type Day } from "../calendar/day.ts";
import type { MergedPeriods } from "../calendar/periods.ts";
import type { Verdict } from "./decide.ts";
import { combine, type Decision, MET, UNMET } from "./outcome.ts";
import type { Measure } from "./rule.ts";
import type { Scene } from "./scene.ts";

/**
 * 口径敏感: ways in which offices count years instead of the way of policy.md. Each works on the same
 * counted periods, one by one, up to the same day.
 */
export const CONVENTIONS = ["calendarYears", "wholeMonths", "thirtyDayMonths"] as const;
export type Convention = (typeof CONVENTIONS)[number];
export const CONVENTION_LABELS = {
  calendarYears: "按年份相减",
  wholeMonths: "按整月逐段相加",
  thirtyDayMonths: "零头天数按30天折1个月",
} as const satisfies Record<Convention, string>;

/** A decision that would turn out otherwise if years were counted by another convention. */
export interface Sensitivity {
  readonly convention: Convention;
  readonly decision: Decision;
}

const DAYS_OF_CONVENTION_MONTH = 30;
/** No convention moves a threshold by more than a year for each counted period. */
const WIDEST_DIFFERENCE = 367;

/** The conventions under which the verdict would be another. */
export function sensitivities(scene: Scene, verdict: Verdict): readonly Sensitivity[] {
  const found: Sensitivity[] = [];
  const measured = verdict.asked.requirements.map(({ rule }) => {
    const measures = rule.measures?.(scene, verdict.asked);
    return measures?.some(isNearThreshold) === true ? measures : undefined;
  });
  if (measured.every((measures) => measures === undefined)) return found;
  for (const convention of CONVENTIONS) {
    const outcomes = verdict.outcomes.map((outcome, index) => {
      const measures = measured[index];
      if (measures === undefined || outcome.status === "unknown") return outcome;
      return measures.some((measure) => isReachedBy(convention, measure)) ? MET : UNMET;
    });
    const decision = combine(outcomes);
    if (decision !== verdict.decision) found.push({ convention, decision });
  }
  return found;
}

function segmentsUpTo(periods: MergedPeriods, lastDay: Day): MergedPeriods {
  return periods
    .filter((period) => period.from <= lastDay)
    .map((period) => ({ from: period.from, to: Math.min(period.to, lastDay + 1) }));
}

function isNearThreshold({ periods, years, lastDay }: Measure): boolean {
  let days = 0;
  const segments = segmentsUpTo(periods, lastDay);
  for (const { from, to } of segments) days += to - from;
  return Math.abs(days - years * 365.25) <= WIDEST_DIFFERENCE * Math.max(segments.length, 1);
}

function isReachedBy(convention: Convention, { periods, years, lastDay }: Measure): boolean {
  if (years === 0) return true;
  const segments = segmentsUpTo(periods, lastDay);
  switch (convention) {
    case "calendarYears":
      return sumOf(segments, yearDifference) >= years;
    case "wholeMonths":
      return sumOf(segments, (from, to) => monthsAndDays(from, to).months) >= years * 12;
    case "thirtyDayMonths":
      return monthsByThirtyDays(segments) >= years * 12;
    default:
      return convention satisfies never;
  }
}

function sumOf(segments: MergedPeriods, lengthOf: (from: Day, to: Day) => number): number {
  return segments.reduce((sum, { from, to }) => sum + lengthOf(from, to), 0);
}

/** The year of the last day less the year of the first. */
function yearDifference(from: Day, to: Day): number {
  return civilOf(to - 1).year - civilOf(from).year;
}

/** Whole months, both ends counted in, and the days left over. */
function monthsAndDays(from: Day, to: Day): { readonly months: number; readonly days: number } {
  const start = civilOf(from);
  const end = civilOf(to);
  let months = (end.year - start.year) * 12 + end.month - start.month;
  if (addMonths(from, months) > to) months -= 1;
  return { months, days: to - addMonths(from, months) };
}

function monthsByThirtyDays(segments: MergedPeriods): number {
  let months = 0;
  let days = 0;
  for (const { from, to } of segments) {
    const segment = monthsAndDays(from, to);
    months += segment.months;
    days += segment.days;
  }
  return months + Math.floor(days / DAYS_OF_CONVENTION_MONTH);
}
