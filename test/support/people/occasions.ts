import type { Application } from "../../../shared/records/application.ts";
import { APPLICATION_OUTCOMES } from "../../../shared/records/application.ts";
import type { Exam } from "../../../shared/records/exam.ts";
import { SANCTION_KINDS, type Sanction } from "../../../shared/records/sanction.ts";
import { SERIES } from "../../../shared/records/series.ts";
import type { Statements } from "../../../shared/records/statements.ts";
import { LINES, TITLE_LEVELS } from "../../../shared/records/title.ts";
import { near, someDay, writeEnd, writeStart } from "./dates.ts";
import type { Frame } from "./postings.ts";

/** Sanctions of every kind, most of them near the day of application, some without an end. */
export function throwSanctions({ dice, cycle, entry }: Frame): Sanction[] {
  const count = dice.weigh([
    [0, 12],
    [1, 5],
    [2, 2],
    [3, 1],
  ]);
  return dice.list(count, () => {
    const from = dice.weigh([
      [near(dice, cycle.applyOn), 3],
      [cycle.applyOn - dice.between(20, 700), 6],
      [someDay(dice, entry, cycle.cutOff), 2],
    ]);
    const to = dice.weigh([
      [near(dice, cycle.applyOn), 4],
      [from + dice.between(180, 900), 6],
      [null, 1],
    ]);
    return {
      kind: dice.pick(SANCTION_KINDS),
      from: writeStart(dice, from),
      to: to === null ? null : writeEnd(dice, Math.max(from, to)),
    };
  });
}

export function throwApplications({ dice, cycle, series }: Frame): Application[] {
  const count = dice.weigh([
    [0, 8],
    [1, 5],
    [2, 3],
  ]);
  return dice.list(count, () => ({
    year:
      cycle.year +
      dice.weigh([
        [0, 6],
        [-1, 2],
        [1, 1],
      ]),
    series: dice.percent(80) ? series : dice.pick(SERIES),
    level: dice.pick(TITLE_LEVELS),
    line: dice.pick(LINES),
    outcome: dice.pick(APPLICATION_OUTCOMES),
  }));
}

/**
 * Scores on the line, five below it and next to these, in whole points and halves. Tenths are left out:
 * see the named cases of `differential.test.ts`.
 */
export function throwExams({ dice, cycle, series }: Frame): Exam[] {
  const count = dice.weigh([
    [0, 10],
    [1, 5],
    [2, 2],
    [3, 1],
  ]);
  return dice.list(count, () => ({
    series: dice.weigh([
      [series, 6],
      ["health", 3],
      ["statistics", 3],
      [dice.pick(SERIES), 1],
    ]),
    level: dice.pick(TITLE_LEVELS),
    year: cycle.year - dice.between(-1, 3),
    subjects: dice.list(
      dice.weigh([
        [0, 1],
        [1, 3],
        [2, 6],
        [4, 2],
      ]),
      (index) => {
        const line = dice.weigh([
          [120, 6],
          [dice.between(80, 140), 4],
        ]);
        const below = dice.weigh([
          [10, 4],
          [dice.between(1, 9), 4],
          [0, 3],
          [-dice.between(1, 60), 3],
          [11, 1],
          [dice.between(12, 40), 1],
        ]);
        return { name: `科目${index + 1}`, score: (line - below) / 2, nationalLine: line / 2 };
      },
    ),
  }));
}

export function throwStatements({ dice }: Frame): Statements {
  const statement = () =>
    dice.weigh<boolean | undefined>([
      [true, 5],
      [false, 2],
      [undefined, 3],
    ]);
  const outstanding = statement();
  const volunteers = statement();
  return {
    ...(outstanding === undefined ? {} : { outstandingTownshipWork: outstanding }),
    ...(volunteers === undefined ? {} : { volunteersForTownship: volunteers }),
  };
}
