import {
  addYears,
  dateAt,
  firstDayOf,
  isOnOrBefore,
  LAST_NUMBER,
  lastDayOf,
  newYearOf,
  newYearsEveOf,
  numberOf,
  type PlainDate,
} from "./dates.ts";

/** A period as it is written: "Periods include both their ends"; `last` is null while it runs. */
export interface Stretch {
  readonly first: PlainDate;
  readonly last: PlainDate | null;
}

export function stretchOf(period: { from: string; to: string | null }): Stretch {
  return { first: firstDayOf(period.from), last: lastDayOf(period.to) };
}

/** True where a period runs on a day. */
export function runsOn(stretch: Stretch, day: PlainDate): boolean {
  return (
    isOnOrBefore(stretch.first, day) && (stretch.last === null || isOnOrBefore(day, stretch.last))
  );
}

/** What is counted, and what is taken out of it. */
export interface Service {
  readonly counted: readonly Stretch[];
  readonly excluded: readonly Stretch[];
}

interface NumberedStretch {
  readonly first: number;
  readonly last: number;
}

function numbered(stretches: readonly Stretch[]): readonly NumberedStretch[] {
  return stretches.map(({ first, last }) => ({
    first: numberOf(first),
    last: last === null ? LAST_NUMBER : numberOf(last),
  }));
}

/**
 * "Take the counted periods, take out every day of the excluded periods, merge what overlaps": every
 * day of the calendar is looked at once, so that none counts twice.
 */
function* countDays(service: Service, upTo: number): Generator<number> {
  const counted = numbered(service.counted);
  const excluded = numbered(service.excluded);
  const first = Math.min(...counted.map((stretch) => stretch.first));
  const last = Math.min(upTo, Math.max(...counted.map((stretch) => stretch.last)));
  const holds = (stretches: readonly NumberedStretch[], day: number) =>
    stretches.some((stretch) => stretch.first <= day && day <= stretch.last);
  for (let day = first; day <= last; day += 1)
    if (holds(counted, day) && !holds(excluded, day)) yield day;
}

/**
 * "Lay the n days that remain end to end, starting at the first of them, a: they reach e = a + n days.
 * 满 N 年 means a + N years ≤ e." The periods are cut at `upTo`, counted in.
 */
export function isReached(service: Service, years: number, upTo: PlainDate): boolean {
  let first: number | undefined;
  let n = 0;
  for (const day of countDays(service, numberOf(upTo))) {
    first ??= day;
    n += 1;
  }
  if (first === undefined) return false;
  const a = dateAt(first);
  return isOnOrBefore(addYears(a, years), a.add({ days: n }));
}

/**
 * "`metOn` is the day on which the last of the days needed falls, running periods going on; null if
 * the periods end before that."
 */
export function reachedOn(service: Service, years: number): PlainDate | null {
  let needed: number | undefined;
  let counted = 0;
  for (const day of countDays(service, LAST_NUMBER)) {
    needed ??= numberOf(addYears(dateAt(day), years)) - day;
    counted += 1;
    if (counted === needed) return dateAt(day);
  }
  return null;
}

/** True where every day of a calendar year lies in one of the periods. */
export function holdsWholeYear(stretches: readonly Stretch[], year: number): boolean {
  const ranges = numbered(stretches);
  const last = numberOf(newYearsEveOf(year));
  for (let day = numberOf(newYearOf(year)); day <= last; day += 1)
    if (!ranges.some((range) => range.first <= day && day <= range.last)) return false;
  return true;
}
