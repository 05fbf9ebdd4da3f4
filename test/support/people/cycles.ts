import { civilOf, type Day, dayOf } from "../../../shared/calendar/day.ts";
import type { Dice } from "../dice.ts";

/** The days of a round, as whole numbers. */
export interface CycleDays {
  readonly year: number;
  readonly applyOn: Day;
  readonly cutOff: Day;
}

const APPLY_DATES = [
  [1, 1],
  [2, 28],
  [2, 29],
  [3, 1],
  [6, 30],
  [8, 31],
  [10, 15],
  [12, 31],
] as const;

/** A round of some year: mostly with the usual days, else with days that a bureau might set. */
export function throwCycle(dice: Dice): CycleDays {
  const year = dice.weigh([
    [2026, 6],
    [dice.between(2021, 2032), 6],
  ]);
  const [month, date] = dice.pick(APPLY_DATES);
  const applyOn = dice.weigh([
    [dayOf(year, 9, 1), 8],
    [dayOf(year, month, date), 5],
    [dayOf(year, 1, 1) + dice.between(0, 364), 2],
    [dayOf(year + 1, 1, dice.between(1, 31)), 1],
    [dayOf(year - 1, dice.between(1, 12), dice.between(1, 28)), 1],
  ]);
  const cutOff = dice.weigh([
    [dayOf(year, 12, 31), 8],
    [dayOf(year - 1, 12, 31), 3],
    [dayOf(year, 6, 30), 1],
    [dayOf(year, 2, 29), 1],
    [applyOn, 2],
    [dayOf(year + 1, 1, dice.between(1, 365)), 1],
  ]);
  return { year, applyOn, cutOff };
}

export function yearOfDay(day: Day): number {
  return civilOf(day).year;
}
