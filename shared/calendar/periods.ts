import { type Day, FOREVER } from "./day.ts";

/** A stretch of days; `to` is the first day no longer in it (FOREVER while it runs). */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Periods in order of time that neither overlap nor touch. */
export type MergedPeriods = readonly Period[];

/** Puts periods in order and joins those that overlap or touch, so that no day counts twice. */
export function mergePeriods(periods: readonly Period[]): MergedPeriods {
  if (isMerged(periods)) return periods;
  const merged: Period[] = [];
  let current: Period | undefined;
  for (const next of periods.toSorted((a, b) => a.from - b.from)) {
    if (current === undefined || next.from > current.to) {
      if (current !== undefined) merged.push(current);
      current = next;
    } else if (next.to > current.to) {
      current = { from: current.from, to: next.to };
    }
  }
  if (current !== undefined) merged.push(current);
  return merged;
}

/** Most personnel files list periods in order and apart: they need no copy. */
function isMerged(periods: readonly Period[]): boolean {
  let end = -FOREVER;
  for (const { from, to } of periods) {
    if (from <= end) return false;
    end = to;
  }
  return true;
}

/** What is left of some periods when every day of others is taken out. */
export function subtractPeriods(from: MergedPeriods, excluded: MergedPeriods): MergedPeriods {
  if (excluded.length === 0) return from;
  const left: Period[] = [];
  for (const period of from) {
    let start = period.from;
    for (const gap of excluded) {
      if (gap.to <= start) continue;
      if (gap.from >= period.to) break;
      if (gap.from > start) left.push({ from: start, to: gap.from });
      start = gap.to;
    }
    if (start < period.to) left.push({ from: start, to: period.to });
  }
  return left;
}

/** The part of some periods that lies on or after a day. */
export function startingFrom(periods: MergedPeriods, day: Day): MergedPeriods {
  return subtractPeriods(periods, [{ from: -FOREVER, to: day }]);
}

/** True where a period holds the day. */
export function holdsDay(period: Period, day: Day): boolean {
  return period.from <= day && day < period.to;
}

/** True where one of the periods holds every day of the given one. */
export function coversPeriod(periods: MergedPeriods, whole: Period): boolean {
  return periods.some((period) => period.from <= whole.from && whole.to <= period.to);
}
