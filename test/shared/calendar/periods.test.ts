import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FOREVER } from "../../../shared/calendar/day.ts";
import {
  coversPeriod,
  holdsDay,
  mergePeriods,
  type Period,
  startingFrom,
  subtractPeriods,
} from "../../../shared/calendar/periods.ts";

function periods(...pairs: readonly (readonly [number, number])[]): Period[] {
  return pairs.map(([from, to]) => ({ from, to }));
}

describe("merging", () => {
  it.each([
    ["nothing", periods(), periods()],
    ["one", periods([1, 5]), periods([1, 5])],
    ["apart", periods([1, 5], [6, 9]), periods([1, 5], [6, 9])],
    ["touching", periods([1, 5], [5, 9]), periods([1, 9])],
    ["overlapping by a day", periods([1, 6], [5, 9]), periods([1, 9])],
    ["one inside the other", periods([1, 9], [3, 5]), periods([1, 9])],
    [
      "one inside the other, then a touching one",
      periods([1, 9], [3, 5], [9, 12]),
      periods([1, 12]),
    ],
    ["the same twice", periods([1, 9], [1, 9]), periods([1, 9])],
    ["the same start", periods([1, 3], [1, 9]), periods([1, 9])],
    ["the same start, longer first", periods([1, 9], [1, 3]), periods([1, 9])],
    ["the same end", periods([1, 9], [4, 9]), periods([1, 9])],
    ["out of order", periods([6, 9], [1, 5]), periods([1, 5], [6, 9])],
    ["out of order and touching", periods([5, 9], [1, 5]), periods([1, 9])],
    ["a chain", periods([1, 3], [3, 5], [5, 7], [9, 11]), periods([1, 7], [9, 11])],
    ["still running", periods([1, FOREVER], [5, 9]), periods([1, FOREVER])],
    ["later one running", periods([1, 7], [5, FOREVER]), periods([1, FOREVER])],
    ["negative days", periods([-9, -5], [-5, 2]), periods([-9, 2])],
  ])("%s", (_, given, merged) => {
    expect(mergePeriods(given)).toEqual(merged);
  });

  it("leaves what it is given as it was", () => {
    const given = periods([6, 9], [1, 5], [4, 6]);
    mergePeriods(given);
    expect(given).toEqual(periods([6, 9], [1, 5], [4, 6]));
  });

  it("gives back what is in order and apart, without a copy", () => {
    const given = periods([1, 5], [6, 9]);
    expect(mergePeriods(given)).toBe(given);
    const touching = periods([1, 5], [5, 9]);
    expect(mergePeriods(touching)).not.toBe(touching);
  });
});

describe("taking out", () => {
  const ten = periods([10, 20]);
  it.each([
    ["nothing", ten, periods(), ten],
    ["from nothing", periods(), ten, periods()],
    ["what lies before", ten, periods([1, 10]), ten],
    ["what lies after", ten, periods([20, 30]), ten],
    ["all", ten, periods([10, 20]), periods()],
    ["more than all", ten, periods([9, 21]), periods()],
    ["the first day", ten, periods([10, 11]), periods([11, 20])],
    ["the last day", ten, periods([19, 20]), periods([10, 19])],
    ["the start and what is before", ten, periods([5, 12]), periods([12, 20])],
    ["the end and what is after", ten, periods([18, 25]), periods([10, 18])],
    ["a day inside", ten, periods([14, 15]), periods([10, 14], [15, 20])],
    [
      "two stretches inside",
      ten,
      periods([12, 13], [15, 17]),
      periods([10, 12], [13, 15], [17, 20]),
    ],
    [
      "what ends where it starts, then one inside",
      ten,
      periods([5, 10], [12, 13]),
      periods([10, 12], [13, 20]),
    ],
    ["what still runs", periods([1, FOREVER]), periods([8, FOREVER]), periods([1, 8])],
    ["a gap over two periods", periods([1, 5], [8, 12]), periods([4, 9]), periods([1, 4], [9, 12])],
    [
      "a gap between two periods",
      periods([1, 5], [8, 12]),
      periods([5, 8]),
      periods([1, 5], [8, 12]),
    ],
    [
      "one gap from each",
      periods([1, 5], [8, 12]),
      periods([2, 3], [9, 10]),
      periods([1, 2], [3, 5], [8, 9], [10, 12]),
    ],
  ])("%s", (_, from, excluded, left) => {
    expect(subtractPeriods(from, excluded)).toEqual(left);
  });

  it("gives back what nothing is taken from, without a copy", () => {
    expect(subtractPeriods(ten, [])).toBe(ten);
  });
});

describe("what lies on or after a day", () => {
  it.each([
    [9, periods([10, 20], [30, FOREVER])],
    [10, periods([10, 20], [30, FOREVER])],
    [11, periods([11, 20], [30, FOREVER])],
    [19, periods([19, 20], [30, FOREVER])],
    [20, periods([30, FOREVER])],
    [31, periods([31, FOREVER])],
    [-5, periods([10, 20], [30, FOREVER])],
  ])("from day %i", (day, left) => {
    expect(startingFrom(periods([10, 20], [30, FOREVER]), day)).toEqual(left);
  });

  it("leaves out what began long before the epoch", () => {
    expect(startingFrom(periods([-900_000, 5]), 0)).toEqual(periods([0, 5]));
  });
});

describe("a period", () => {
  const period = { from: 10, to: 20 };

  it.each([
    [9, false],
    [10, true],
    [19, true],
    [20, false],
  ])("holds its first day and not the day after its last: %i, %s", (day, isHeld) => {
    expect(holdsDay(period, day)).toBe(isHeld);
  });

  it.each([
    [periods([10, 20]), true],
    [periods([9, 21]), true],
    [periods([11, 20]), false],
    [periods([10, 19]), false],
    [periods([1, 5], [10, 20]), true],
    [periods([10, 15], [16, 20]), false],
    [periods(), false],
  ])("is covered by %j: %s", (covering, isCovered) => {
    expect(coversPeriod(covering, period)).toBe(isCovered);
  });
});

/** Periods within a hundred days, so that they often meet; some of them still running. */
const somePeriods = fc.array(
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 30 }), fc.boolean())
    .map(([from, length, isRunning]) => ({ from, to: isRunning ? FOREVER : from + length })),
  { maxLength: 6 },
);

const DAYS = Array.from({ length: 140 }, (_, index) => index - 55);

function daysIn(given: readonly Period[]): number[] {
  return DAYS.filter((day) => given.some(({ from, to }) => from <= day && day < to));
}

describe("as sets of days", () => {
  it("merging keeps every day and leaves neither overlap nor touch", () => {
    fc.assert(
      fc.property(somePeriods, (given) => {
        const merged = mergePeriods(given);
        expect(daysIn(merged)).toEqual(daysIn(given));
        for (const [index, { from, to }] of merged.entries()) {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThan(merged[index - 1]?.to ?? -FOREVER);
        }
      }),
    );
  });

  it("taking out leaves the days of the one that are not in the other", () => {
    fc.assert(
      fc.property(somePeriods, somePeriods, (given, taken) => {
        const left = subtractPeriods(mergePeriods(given), mergePeriods(taken));
        const gone = new Set(daysIn(taken));
        expect(daysIn(left)).toEqual(daysIn(given).filter((day) => !gone.has(day)));
        expect(mergePeriods(left)).toEqual(left);
      }),
    );
  });
});
