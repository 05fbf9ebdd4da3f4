import { civilOf, type Day, dayOf } from "../../shared/calendar/day.ts";

const MOST_MARKS = 14;
const STEPS = [1, 2, 5, 10, 20, 50] as const;

/** The New Year days of a span that fit side by side on a line of years. */
export function yearMarks(
  from: Day,
  to: Day,
): readonly { readonly day: Day; readonly year: number }[] {
  const first = civilOf(from).year + 1;
  const last = civilOf(to).year;
  const step = STEPS.find((years) => (last - first) / years < MOST_MARKS) ?? 100;
  const begin = Math.ceil(first / step) * step;
  const count = Math.max(0, Math.floor((last - begin) / step) + 1);
  return Array.from({ length: count }, (_, index) => {
    const year = begin + index * step;
    return { day: dayOf(year, 1, 1), year };
  });
}

/** A label of six characters with room around it, on a line that is 1,000 wide. */
const LABEL_WIDTH = 96;

/** On which line under the axis each label stands, so that close ones do not cover each other. */
export function markLevels(places: readonly number[]): readonly number[] {
  /** By level: where the labels on it begin. */
  const taken: number[][] = [];
  return places.map((place) => {
    const isFree = (others: readonly number[] | undefined) =>
      others === undefined || others.every((other) => Math.abs(other - place) >= LABEL_WIDTH);
    let level = 0;
    while (!isFree(taken[level])) level += 1;
    (taken[level] ??= []).push(place);
    return level;
  });
}
