import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addMonths,
  addYears,
  civilOf,
  type Day,
  dayOf,
  daysInMonth,
  isLeapYear,
} from "../../shared/calendar/day.ts";
import { showLength } from "../../shared/calendar/service-length.ts";
import { formatDay, parseStart } from "../../shared/calendar/text.ts";
import { Dice } from "../support/dice.ts";
import { someDay } from "../support/people/dates.ts";

/** Debian's Python, for which `.ci/run` installs dateutil; another one on the path may lack it. */
const PYTHON = "/usr/bin/python3";
const SCRIPT = fileURLToPath(new URL("calendar-oracle.py", import.meta.url));
const COUNT = 5_000;

interface Question {
  readonly day: Day;
  readonly months: number;
  readonly years: number;
  /** Days from `day` to the day after the last one of a length. */
  readonly length: number;
}

interface Answer {
  readonly text: string;
  readonly ordinal: number;
  readonly isLeap: boolean;
  readonly daysInMonth: number;
  readonly monthsOn: string;
  readonly yearsOn: string;
  readonly between: readonly [number, number, number];
  /** The start, moved on by the whole months of `between`. */
  readonly wholeMonthsOn: string;
}

/** Days with many month ends and leap days, lengths with many that end on the same date or next to it. */
function throwQuestions(): Question[] {
  const dice = new Dice(20_260_901);
  return dice.list(COUNT, () => {
    const day = someDay(dice, dayOf(1901, 1, 1), dayOf(2099, 12, 31));
    const months = dice.between(-500, 500);
    const whole = addMonths(day, dice.between(0, 500)) - day;
    const length = Math.max(
      0,
      whole +
        dice.weigh([
          [0, 3],
          [-1, 2],
          [1, 2],
          [-2, 1],
          [dice.between(-40, 40), 3],
        ]),
    );
    return { day, months, years: dice.between(-40, 40), length };
  });
}

function ask(questions: readonly Question[]): Answer[] {
  const { error, status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT], {
    input: JSON.stringify(questions),
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
  });
  if (error !== undefined || status !== 0) {
    throw new Error(
      `This test needs ${PYTHON} with dateutil: install the Debian packages python3 and python3-dateutil. ${stderr}`,
      { cause: error },
    );
  }
  return JSON.parse(stdout) as Answer[];
}

describe("the calendar against Python's dateutil", () => {
  let pairs: readonly { readonly question: Question; readonly answer: Answer }[] = [];

  beforeAll(() => {
    const questions = throwQuestions();
    const answers = ask(questions);
    pairs = questions.flatMap((question, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [{ question, answer }];
    });
  });

  it("has an answer to every question", () => {
    expect(pairs).toHaveLength(COUNT);
  });

  it("writes and numbers every day alike", () => {
    for (const { question, answer } of pairs) {
      expect(formatDay(question.day)).toBe(answer.text);
      expect(answer.ordinal).toBe(question.day);
      const { year, month } = civilOf(question.day);
      expect(isLeapYear(year)).toBe(answer.isLeap);
      expect(daysInMonth(year, month)).toBe(answer.daysInMonth);
    }
  });

  it("adds months and years alike, save that a missing date is the first of the next month", () => {
    // dateutil stops at the month's end, as EDATE does; here the term has then run to that very day, and the
    // date on which it is over is the day after (民法典 第二百零二条).
    let missing = 0;
    for (const { question, answer } of pairs) {
      const { date } = civilOf(question.day);
      for (const [ours, theirs] of [
        [addMonths(question.day, question.months), answer.monthsOn],
        [addYears(question.day, question.years), answer.yearsOn],
      ] as const) {
        const isMissing = Number(theirs.slice(8)) < date;
        if (isMissing) missing += 1;
        expect(formatDay(ours - (isMissing ? 1 : 0))).toBe(theirs);
      }
    }
    expect(missing).toBeGreaterThan(100);
  });

  it("shows lengths alike, save where dateutil's months end on a date that is missing", () => {
    // relativedelta calls 31 January to 28 February (not counted in) one month; here the month is full only with
    // the 28th counted in. So its months may be one more, or its days over whole months one more.
    let missing = 0;
    for (const { question, answer } of pairs) {
      const { day, length } = question;
      const shown = showLength({ from: day, days: length });
      const ours = [shown.years, shown.months, shown.days];
      const [years, months, days] = answer.between;
      const isMissing = Number(answer.wholeMonthsOn.slice(8)) < civilOf(day).date;
      const what = `${answer.text} and ${length} days`;
      if (!isMissing) expect(ours, what).toEqual([years, months, days]);
      else if (days > 0) expect(ours, what).toEqual([years, months, days - 1]);
      else {
        const before = years * 12 + months - 1;
        const rest = day + length - addMonths(day, before);
        expect(ours, what).toEqual([Math.floor(before / 12), before % 12, rest]);
      }
      if (isMissing) missing += 1;
    }
    expect(missing).toBeGreaterThan(100);
  });

  it("counts eleven years from 2012-02-29 up to and including 2023-02-28, as dateutil does with its end", () => {
    const from = dayOf(2012, 2, 29);
    const length = dayOf(2023, 2, 28) - from;
    const [answer] = ask([{ day: from, months: 0, years: 11, length }]);
    expect(answer?.between).toEqual([11, 0, 0]);
    expect(answer?.yearsOn).toBe("2023-02-28");
    expect(showLength({ from, days: length + 1 })).toEqual({ years: 11, months: 0, days: 0 });
    expect(showLength({ from, days: length })).toEqual({ years: 10, months: 11, days: 30 });
    expect(addYears(from, 11)).toBe(parseStart("2023-03-01"));
  });
});
