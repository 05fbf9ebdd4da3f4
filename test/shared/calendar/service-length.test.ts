import { describe, expect, it } from "vitest";
import { dayOf, FOREVER } from "../../../shared/calendar/day.ts";
import { mergePeriods, type Period, subtractPeriods } from "../../../shared/calendar/periods.ts";
import {
  isLengthReached,
  lengthReachedOn,
  lengthUpTo,
  showLength,
} from "../../../shared/calendar/service-length.ts";
import { formatDay, parseEnd, parseStart } from "../../../shared/calendar/text.ts";

/** Periods as they are on file: both ends counted in, null while running. */
function onFile(...pairs: readonly (readonly [string, string | null])[]): Period[] {
  return pairs.map(([from, to]) => ({
    from: parseStart(from) ?? Number.NaN,
    to: parseEnd(to) ?? Number.NaN,
  }));
}

function day(text: string): number {
  return parseStart(text) ?? Number.NaN;
}

function reachedOn(periods: readonly Period[], years: number): string | null {
  const reached = lengthReachedOn(periods, years);
  return reached === null ? null : formatDay(reached);
}

const RUNNING = onFile(["2016-01-01", null]);

describe("the length up to a day", () => {
  it("counts that day in", () => {
    expect(lengthUpTo(RUNNING, day("2016-01-01"))).toEqual({ from: day("2016-01-01"), days: 1 });
    expect(lengthUpTo(RUNNING, day("2025-12-31"))).toEqual({
      from: day("2016-01-01"),
      days: 3_653,
    });
  });

  it("is nothing on the day before the first", () => {
    expect(lengthUpTo(RUNNING, day("2015-12-31"))).toEqual({ from: null, days: 0 });
  });

  it("of no periods is nothing", () => {
    expect(lengthUpTo([], day("2026-12-31"))).toEqual({ from: null, days: 0 });
  });

  it("counts the last day of a period that has ended", () => {
    const ended = onFile(["2020-01-01", "2020-01-31"]);
    expect(lengthUpTo(ended, day("2026-12-31"))).toEqual({ from: day("2020-01-01"), days: 31 });
    expect(lengthUpTo(ended, day("2020-01-31"))).toEqual({ from: day("2020-01-01"), days: 31 });
    expect(lengthUpTo(ended, day("2020-01-30"))).toEqual({ from: day("2020-01-01"), days: 30 });
  });

  it("adds up what lies before the day and leaves out what lies after", () => {
    const two = onFile(["2020-01-01", "2020-01-10"], ["2020-02-01", "2020-02-10"]);
    expect(lengthUpTo(two, day("2020-01-31")).days).toBe(10);
    expect(lengthUpTo(two, day("2020-02-01")).days).toBe(11);
    expect(lengthUpTo(two, day("2020-02-05")).days).toBe(15);
    expect(lengthUpTo(two, day("2020-12-31"))).toEqual({ from: day("2020-01-01"), days: 20 });
  });
});

describe("满 N 年", () => {
  it("is reached by 2016-01-01 to 2025-12-31, exactly ten years", () => {
    const ended = onFile(["2016-01-01", "2025-12-31"]);
    expect(isLengthReached(lengthUpTo(ended, day("2025-12-31")), 10)).toBe(true);
    expect(isLengthReached(lengthUpTo(ended, day("2025-12-30")), 10)).toBe(false);
    expect(isLengthReached(lengthUpTo(ended, day("2026-12-31")), 10)).toBe(true);
    expect(isLengthReached(lengthUpTo(ended, day("2026-12-31")), 11)).toBe(false);
  });

  it("is not reached from 2016-01-02 to 2025-12-31", () => {
    const short = onFile(["2016-01-02", "2025-12-31"]);
    expect(isLengthReached(lengthUpTo(short, day("2026-12-31")), 10)).toBe(false);
  });

  it("from 29 February ends with the last day of February", () => {
    // 民法典 第二百零二条: without the corresponding day, the month's last day is the last of the term.
    const leap = onFile(["2016-02-29", null]);
    expect(isLengthReached(lengthUpTo(leap, day("2021-02-27")), 5)).toBe(false);
    expect(isLengthReached(lengthUpTo(leap, day("2021-02-28")), 5)).toBe(true);
    expect(isLengthReached(lengthUpTo(leap, day("2020-02-27")), 4)).toBe(false);
    expect(isLengthReached(lengthUpTo(leap, day("2020-02-28")), 4)).toBe(true);
  });

  it("from 1 March after a leap day needs the leap day of the last year", () => {
    const spring = onFile(["2019-03-01", null]);
    expect(isLengthReached(lengthUpTo(spring, day("2020-02-28")), 1)).toBe(false);
    expect(isLengthReached(lengthUpTo(spring, day("2020-02-29")), 1)).toBe(true);
  });

  it("of zero years is reached by the first day, and not by no day at all", () => {
    expect(isLengthReached({ from: 0, days: 1 }, 0)).toBe(true);
    expect(isLengthReached({ from: 0, days: 0 }, 0)).toBe(true);
    expect(isLengthReached({ from: null, days: 0 }, 0)).toBe(false);
    expect(isLengthReached({ from: null, days: 0 }, 1)).toBe(false);
  });
});

describe("the day on which years are full", () => {
  it("is the last of the days needed", () => {
    expect(reachedOn(RUNNING, 10)).toBe("2025-12-31");
    expect(reachedOn(RUNNING, 1)).toBe("2016-12-31");
    expect(reachedOn(onFile(["2016-02-29", null]), 5)).toBe("2021-02-28");
    expect(reachedOn(onFile(["2016-02-29", null]), 4)).toBe("2020-02-28");
    expect(reachedOn(onFile(["2015-03-01", null]), 1)).toBe("2016-02-29");
    expect(reachedOn(onFile(["2007-01-02", null]), 20)).toBe("2027-01-01");
  });

  it("is the last day of a period that just suffices", () => {
    expect(reachedOn(onFile(["2016-01-01", "2025-12-31"]), 10)).toBe("2025-12-31");
    expect(reachedOn(onFile(["2016-01-01", "2025-12-30"]), 10)).toBe(null);
  });

  it("never comes without periods", () => {
    expect(reachedOn([], 1)).toBe(null);
  });

  it("is pushed back by an interruption, day by day", () => {
    // 1990-01-01 to 1994-12-31, then again from 2000-03-01: 3,652 days needed, 1,826 of them before.
    const broken = onFile(["1990-01-01", "1994-12-31"], ["2000-03-01", null]);
    expect(reachedOn(broken, 10)).toBe("2005-02-28");
    const longer = onFile(["1990-01-01", "1994-12-30"], ["2000-03-01", null]);
    expect(reachedOn(longer, 10)).toBe("2005-03-01");
  });

  it("lies in the first, the second or the third period, as the days suffice", () => {
    const three = (end: string) =>
      onFile(["2020-01-01", "2020-03-31"], ["2021-01-01", end], ["2022-01-01", null]);
    expect(reachedOn(three("2021-10-02"), 1)).toBe("2021-10-02");
    expect(reachedOn(three("2021-10-01"), 1)).toBe("2022-01-01");
    expect(reachedOn(onFile(["2020-01-01", "2020-12-31"], ["2022-01-01", null]), 1)).toBe(
      "2020-12-31",
    );
  });

  it("agrees with the worked case of three years of study inside a running posting", () => {
    const work = mergePeriods(onFile(["2006-08", null]));
    const study = mergePeriods(onFile(["2014-09", "2017-06"]));
    const counted = subtractPeriods(work, study);
    expect(reachedOn(counted, 20)).toBe("2029-05-30");
    expect(lengthUpTo(counted, day("2026-12-31"))).toEqual({
      from: day("2006-08-01"),
      days: 6_424,
    });
  });
});

describe("a length as it is shown", () => {
  function shown(from: string, to: string): readonly [number, number, number] {
    const length = lengthUpTo(onFile([from, to]), day(to));
    const { years, months, days } = showLength(length);
    return [years, months, days];
  }

  it.each([
    ["2016-01-01", "2025-12-31", [10, 0, 0]],
    ["2016-01-01", "2025-12-30", [9, 11, 30]],
    ["2016-01-01", "2016-01-01", [0, 0, 1]],
    ["2016-01-01", "2016-01-30", [0, 0, 30]],
    ["2016-01-01", "2016-01-31", [0, 1, 0]],
    ["2016-01-31", "2016-02-28", [0, 0, 29]],
    ["2016-01-31", "2016-02-29", [0, 1, 0]],
    ["2015-01-31", "2015-02-28", [0, 1, 0]],
    ["2016-02-29", "2017-02-27", [0, 11, 30]],
    ["2016-02-29", "2017-02-28", [1, 0, 0]],
    ["2004-08-31", "2005-06-29", [0, 9, 30]],
    ["2004-08-31", "2005-06-30", [0, 10, 0]],
    ["1998-07-01", "2026-12-31", [28, 6, 0]],
    ["2006-12-01", "2016-11-30", [10, 0, 0]],
    ["2020-02-01", "2020-02-29", [0, 1, 0]],
    ["2020-01-15", "2026-12-31", [6, 11, 17]],
  ] as const)("%s to %s", (from, to, expected) => {
    expect(shown(from, to)).toEqual(expected);
  });

  it("is nothing where nothing is counted", () => {
    expect(showLength({ from: null, days: 0 })).toEqual({ years: 0, months: 0, days: 0 });
  });

  it("starts with the first day counted, gaps closed", () => {
    const broken = onFile(["2020-01-01", "2020-06-30"], ["2024-01-01", "2024-07-02"]);
    // 182 + 184 days from 2020-01-01: a leap year's 366.
    expect(showLength(lengthUpTo(broken, FOREVER - 1))).toEqual({ years: 1, months: 0, days: 0 });
    expect(dayOf(2021, 1, 1) - dayOf(2020, 1, 1)).toBe(366);
  });
});
