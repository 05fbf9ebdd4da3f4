import { civilOf, type Day, monthsAndDaysBetween } from "../calendar/day.ts";
import type { MergedPeriods } from "../calendar/periods.ts";
import { lengthUpTo } from "../calendar/service-length.ts";
import { outcomeOf, type Verdict } from "./decide.ts";
import { type Decision, decisionOf, MET, metIf, type Outcome, UNKNOWN } from "./outcome.ts";
import type { AskedPathway, AskedRequirement } from "./pathways.ts";
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
const MEAN_YEAR = 365.25;
/** No convention moves a threshold by more than a year for each counted period. */
const WIDEST_DIFFERENCE = 367;

const NONE_FOUND: readonly Sensitivity[] = [];

/** The conventions under which the verdict would be another. */
export function sensitivities(scene: Scene, verdict: Verdict): readonly Sensitivity[] {
  const { asked, worst } = verdict;
  if (!asked.measured.some((one) => outcomesByConvention(scene, asked, one) !== null)) {
    return NONE_FOUND;
  }
  let others = MET;
  for (const requirement of asked.requirements) {
    if (outcomesByConvention(scene, asked, requirement) === null) {
      others = Math.max(others, outcomeOf(scene, asked, requirement));
    }
  }
  // What is unmet by something else stays so, however years are counted.
  if (others > UNKNOWN) return NONE_FOUND;
  return CONVENTIONS.flatMap((convention, index) => {
    const counted = asked.requirements.map(
      (requirement) => outcomesByConvention(scene, asked, requirement)?.[index] ?? MET,
    );
    const decision = decisionOf(Math.max(others, ...counted));
    return decision === decisionOf(worst) ? [] : [{ convention, decision }];
  });
}

/**
 * What a requirement of length comes to under each convention; null where it is not about a length, or
 * its lengths are so far from the years asked that none can turn it. Worked out once a person.
 */
function outcomesByConvention(
  scene: Scene,
  asked: AskedPathway,
  { rule, slot }: AskedRequirement,
): readonly Outcome[] | null {
  if (rule.measures === undefined) return null;
  const known = scene.conventions.get(slot);
  if (known !== undefined) return known;
  const measures = rule.measures(scene, asked);
  const outcomes = measures.some(isNearThreshold)
    ? CONVENTIONS.map((convention) =>
        metIf(measures.some((measure) => isReachedBy(convention, measure))),
      )
    : null;
  scene.conventions.set(slot, outcomes);
  return outcomes;
}

function segmentsUpTo(periods: MergedPeriods, lastDay: Day): MergedPeriods {
  return periods
    .filter((period) => period.from <= lastDay)
    .map((period) => ({ from: period.from, to: Math.min(period.to, lastDay + 1) }));
}

function isNearThreshold({ periods, years, lastDay }: Measure): boolean {
  const { days } = lengthUpTo(periods, lastDay);
  const difference = Math.abs(days - years * MEAN_YEAR);
  return difference <= WIDEST_DIFFERENCE * Math.max(periods.length, 1);
}

function isReachedBy(convention: Convention, { periods, years, lastDay }: Measure): boolean {
  if (years === 0) return true;
  const segments = segmentsUpTo(periods, lastDay);
  switch (convention) {
    case "calendarYears":
      return sumOf(segments, yearDifference) >= years;
    case "wholeMonths":
      return sumOf(segments, wholeMonths) >= years * 12;
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

function wholeMonths(from: Day, to: Day): number {
  return monthsAndDaysBetween(from, to).months;
}

function monthsByThirtyDays(segments: MergedPeriods): number {
  let months = 0;
  let days = 0;
  for (const { from, to } of segments) {
    const whole = monthsAndDaysBetween(from, to);
    months += whole.months;
    days += whole.days;
  }
  return months + Math.floor(days / DAYS_OF_CONVENTION_MONTH);
}
