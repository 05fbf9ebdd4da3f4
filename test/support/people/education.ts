import { addYears } from "../../../shared/calendar/day.ts";
import { DEGREES, type Education, EDUCATION_LEVELS } from "../../../shared/records/education.ts";
import { fullYearsBefore, near, someDay, writeStart } from "./dates.ts";
import type { Frame } from "./postings.ts";

/**
 * Up to four educations, in any order; one may end only after the day of application. None ends between
 * a cut-off and a later day of application: what a rung of 0 years then comes to is disputed, see the
 * named cases of `differential.test.ts`.
 */
export function throwEducation(frame: Frame): Education[] {
  const { dice, cycle, birth, entry } = frame;
  const count = dice.weigh([
    [0, 1],
    [1, 8],
    [2, 6],
    [3, 3],
    [4, 1],
  ]);
  return dice.list(count, () => {
    const graduation = dice.weigh([
      [someDay(dice, addYears(birth, 16), entry), 10],
      [someDay(dice, entry, cycle.cutOff), 3],
      // Work after graduation that fills the years of a rung.
      [fullYearsBefore(dice, cycle.cutOff, dice.pick([1, 3, 4, 6])) - 1, 3],
      [near(dice, cycle.applyOn), 1],
    ]);
    const isDisputed = graduation > cycle.cutOff && graduation <= cycle.applyOn;
    const settled = isDisputed ? cycle.cutOff : graduation;
    const level = dice.weigh(
      EDUCATION_LEVELS.map((one, index) => [one, [2, 5, 8, 3, 3][index] ?? 1] as const),
    );
    const matching = DEGREES.find((degree) => degree === level) ?? null;
    return {
      level,
      degree: dice.percent(85) ? matching : dice.pick([...DEGREES, null]),
      graduatedOn: writeStart(dice, Math.max(settled, addYears(birth, 15))),
    };
  });
}
