import { firstDayOf } from "../../calendar/day.ts";
import {
  type MergedPeriods,
  mergePeriods,
  type Period,
  subtractPeriods,
} from "../../calendar/periods.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../outcome.ts";
import type { Scene, ServedTime } from "../scene.ts";
import { valueIn } from "../year-table.ts";

/** Time served in some appointments or postings: its length, and the calendar years in it. */

/**
 * The time served in some periods, with the last calendar years before the cycle's that lie wholly
 * inside them, earliest first and at most so many. Study and leave are taken out of the length alone.
 */
export function serveTime(scene: Scene, periods: readonly Period[], mostYears: number): ServedTime {
  const merged = mergePeriods(periods);
  return {
    periods: subtractPeriods(merged, scene.facts.absences),
    lastYears: lastYearsInside(merged, scene.book.cycle.year, mostYears),
  };
}

function lastYearsInside(periods: MergedPeriods, before: number, most: number): readonly number[] {
  const years: number[] = [];
  let year = before - 1;
  // From the latest period back: each of its whole years, until there are enough.
  for (const { from, to } of periods.toReversed()) {
    while (firstDayOf(year + 1) > to) year -= 1;
    for (; years.length < most && firstDayOf(year) >= from; year -= 1) years.push(year);
  }
  return years.toReversed();
}

/** 考核合格: below qualified in any of the years is unmet, else ungraded or missing is unknown. */
export function decideServedAppraisals({ book, facts }: Scene, { lastYears }: ServedTime): Outcome {
  let outcome = MET;
  for (const year of lastYears) {
    const result = valueIn(facts.appraisals, year);
    if (result !== undefined && book.rejectsInService[result]) return UNMET;
    if (result === undefined || !book.accepts[result]) outcome = UNKNOWN;
  }
  return outcome;
}
