import { addYears, civilOf, type Day, dayOf, daysInMonth } from "../../../shared/calendar/day.ts";
import { formatDay } from "../../../shared/calendar/text.ts";
import type { Dice } from "../dice.ts";

/** A start as it is written on file: often only the month where it is the month's first day. */
export function writeStart(dice: Dice, day: Day): string {
  const text = formatDay(day);
  return text.endsWith("-01") && dice.percent(40) ? text.slice(0, 7) : text;
}

/** An end as it is written on file: often only the month where it is the month's last day. */
export function writeEnd(dice: Dice, day: Day): string {
  const { year, month, date } = civilOf(day);
  const text = formatDay(day);
  return date === daysInMonth(year, month) && dice.percent(40) ? text.slice(0, 7) : text;
}

/** On a day or next to it: where thresholds lie, the neighbours must be tried. */
export function near(dice: Dice, day: Day): Day {
  return (
    day +
    dice.weigh([
      [0, 5],
      [-1, 3],
      [1, 3],
      [-2, 1],
      [2, 1],
      [dice.between(-40, 40), 2],
    ])
  );
}

/** The day from which so many years are full at the end of `lastDay`, or next to it. */
export function fullYearsBefore(dice: Dice, lastDay: Day, years: number): Day {
  return near(dice, addYears(lastDay + 1, -years));
}

/** Some day between two: plain, or one on which calendars go wrong. */
export function someDay(dice: Dice, first: Day, last: Day): Day {
  const day = dice.between(Math.min(first, last), Math.max(first, last));
  const { year, month } = civilOf(day);
  const tried = dice.weigh([
    [day, 6],
    [dayOf(year, month, 1), 4],
    [dayOf(year, month, daysInMonth(year, month)), 3],
    [dayOf(year, 1, 1), 2],
    [dayOf(year, 12, 31), 2],
    [dayOf(year, 2, 28), 1],
    [dayOf(year, 3, 1), 1],
    // The 29th runs over into March in a common year.
    [dayOf(year - (year % 4), 2, 29), 3],
  ]);
  return Math.max(Math.min(first, last), Math.min(tried, Math.max(first, last)));
}
