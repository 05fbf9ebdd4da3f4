import { addYears, type Day, firstDayOf } from "../../../shared/calendar/day.ts";
import { NEVER } from "./codes.ts";

/** Periods gathered for one length; used again for the next, so that nothing is allocated. */
export class Gathered {
  readonly from: Day[] = [];
  readonly to: Day[] = [];
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Keeps the order of the starts. */
  add(from: Day, to: Day): void {
    let place = this.length;
    while (place > 0 && (this.from[place - 1] as Day) > from) {
      this.from[place] = this.from[place - 1] as Day;
      this.to[place] = this.to[place - 1] as Day;
      place -= 1;
    }
    this.from[place] = from;
    this.to[place] = to;
    this.length += 1;
  }
}

/**
 * The day on which so many years are full; NEVER where the periods end before that. Both lists are in
 * the order of their starts and may overlap.
 */
export function reachDay(
  counted: { readonly from: readonly Day[]; readonly to: readonly Day[] },
  count: number,
  excluded: {
    readonly from: readonly Day[];
    readonly to: readonly Day[];
    readonly length?: number;
  },
  years: number,
  notBefore: Day,
): Day {
  const gaps = excluded.length ?? excluded.from.length;
  let needed = -1;
  let cursor = notBefore;
  let gap = 0;
  for (let index = 0; index < count; index += 1) {
    const end = counted.to[index] as Day;
    const from = counted.from[index] as Day;
    if (from > cursor) cursor = from;
    while (cursor < end) {
      while (gap < gaps && (excluded.to[gap] as Day) <= cursor) gap += 1;
      let stop = end;
      if (gap < gaps) {
        const gapFrom = excluded.from[gap] as Day;
        if (gapFrom <= cursor) {
          cursor = excluded.to[gap] as Day;
          continue;
        }
        if (gapFrom < stop) stop = gapFrom;
      }
      if (needed < 0) needed = addYears(cursor, years) - cursor;
      const days = stop - cursor;
      if (days >= needed) return cursor + needed - 1;
      needed -= days;
      cursor = stop;
    }
  }
  return NEVER;
}

/** True where the periods, taken together, hold every day of a year. */
export function holdsYear(
  counted: { readonly from: readonly Day[]; readonly to: readonly Day[] },
  count: number,
  year: number,
): boolean {
  let cursor = firstDayOf(year);
  const end = firstDayOf(year + 1);
  for (let index = 0; index < count && cursor < end; index += 1) {
    if ((counted.from[index] as Day) > cursor) return false;
    if ((counted.to[index] as Day) > cursor) cursor = counted.to[index] as Day;
  }
  return cursor >= end;
}
