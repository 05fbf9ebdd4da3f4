import { firstDayOf } from "../../calendar/day.ts";
import { coversPeriod, type MergedPeriods } from "../../calendar/periods.ts";
import { metIf, type Outcome, UNKNOWN } from "../outcome.ts";
import type { Scene } from "../scene.ts";
import { judgeAppraisals } from "./appraisal.ts";

/**
 * The last calendar years before the cycle's that lie wholly inside some periods, earliest first and
 * at most so many: the years of service whose appraisals and hours are asked.
 */
export function lastYearsInside(
  scene: Scene,
  periods: MergedPeriods,
  most: number,
): readonly number[] {
  const years: number[] = [];
  const first = periods[0];
  if (first === undefined) return years;
  for (let year = scene.book.cycle.year - 1; years.length < most; year -= 1) {
    const start = firstDayOf(year);
    if (start < first.from) break;
    if (coversPeriod(periods, { from: start, to: firstDayOf(year + 1) })) years.unshift(year);
  }
  return years;
}

/** 考核合格: below qualified in any year is unmet, else ungraded or missing is unknown. */
export function decideServedAppraisals(scene: Scene, years: readonly number[]): Outcome {
  const { parameters } = scene.book;
  const { lastRejected, isAllAccepted } = judgeAppraisals(scene.facts, years, {
    accepted: parameters["appraisal.accepted"].value,
    rejected: parameters["service.rejectedAppraisals"].value,
  });
  if (lastRejected !== null) return metIf(false);
  return isAllAccepted ? metIf(true) : UNKNOWN;
}
