import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  addYears,
  civilOf,
  dayOf,
  daysInMonth,
  isLeapYear,
} from "../../../shared/calendar/day.ts";
import { mergePeriods, subtractPeriods } from "../../../shared/calendar/periods.ts";
import {
  isLengthReached,
  lengthReachedOn,
  lengthUpTo,
  showLength,
} from "../../../shared/calendar/service-length.ts";
import { formatDay, parseEnd, parseStart } from "../../../shared/calendar/text.ts";

/** Temporal as a second opinion. Where its conventions are others, the difference itself is asserted. */
const EPOCH = Temporal.PlainDate.from("1970-01-01");

function dateOf(day: number): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}

/** From year 1 to year 9999. */
const days = fc.integer({ min: -719_162, max: 2_932_896 });
/** The years that personnel files are about, with more month ends and leap days than in life. */
const workingDays = fc.oneof(
  fc.integer({ min: dayOf(1950, 1, 1), max: dayOf(2060, 12, 31) }),
  fc
    .tuple(fc.integer({ min: 1950, max: 2060 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => dayOf(year, month, daysInMonth(year, month))),
  fc.integer({ min: 1952, max: 2060 }).map((year) => dayOf(year - (year % 4), 2, 29)),
);

describe("against Temporal", () => {
  it("every day has the same year, month, date and text", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = dateOf(day);
        expect(civilOf(day)).toEqual({ year: date.year, month: date.month, date: date.day });
        expect(dayOf(date.year, date.month, date.day)).toBe(day);
        expect(formatDay(day)).toBe(date.toString());
        expect(parseStart(date.toString())).toBe(day);
        expect(parseEnd(date.toString())).toBe(day + 1);
        expect(isLeapYear(date.year)).toBe(date.inLeapYear);
        expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
      }),
      { numRuns: 2_000 },
    );
  });

  it("every day before year 1 has the same year, month and date", () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000, max: -719_163 }), (day) => {
        const { year, month, day: date } = dateOf(day);
        expect(civilOf(day)).toEqual({ year, month, date });
      }),
    );
  });

  it("a month alone starts on its first day and ends with its last", () => {
    fc.assert(
      fc.property(workingDays, (day) => {
        const month = dateOf(day).toPlainYearMonth();
        expect(formatDay(parseStart(month.toString()) ?? 0)).toBe(
          month.toPlainDate({ day: 1 }).toString(),
        );
        expect(formatDay((parseEnd(month.toString()) ?? 0) - 1)).toBe(
          month.toPlainDate({ day: 31 }).toString(),
        );
      }),
    );
  });

  it("months on, the date is Temporal's, or the day after where Temporal stops at the month's end", () => {
    // A date that does not exist is the last of its month for Temporal (and Python, EDATE, java.time), the first
    // of the next month here: both make the month's last day the last one of the term (民法典 第二百零二条).
    fc.assert(
      fc.property(workingDays, fc.integer({ min: -700, max: 700 }), (day, months) => {
        const theirs = dateOf(day).add({ months });
        const isCut = theirs.day < dateOf(day).day;
        expect(formatDay(addMonths(day, months))).toBe(
          theirs.add({ days: isCut ? 1 : 0 }).toString(),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("years on, the date differs on 29 February alone", () => {
    fc.assert(
      fc.property(workingDays, fc.integer({ min: -40, max: 40 }), (day, years) => {
        const date = dateOf(day);
        const theirs = date.add({ years });
        const isLeapDay = date.month === 2 && date.day === 29;
        const isCut = isLeapDay && !theirs.inLeapYear;
        expect(formatDay(addYears(day, years))).toBe(
          theirs.add({ days: isCut ? 1 : 0 }).toString(),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("the difference of two dates is not the inverse of adding years, so lengths never subtract dates", () => {
    const leapDay = Temporal.PlainDate.from("2012-02-29");
    const february = Temporal.PlainDate.from("2023-02-28");
    expect(leapDay.add({ years: 11 }).equals(february)).toBe(true);
    expect(leapDay.until(february, { largestUnit: "year" }).years).toBe(10);
    // Counted up to and including 2023-02-28, it is eleven years here.
    const work = [{ from: dayOf(2012, 2, 29), to: dayOf(2023, 3, 1) }];
    expect(isLengthReached(lengthUpTo(work, dayOf(2023, 2, 28)), 11)).toBe(true);
    expect(isLengthReached(lengthUpTo(work, dayOf(2023, 2, 27)), 11)).toBe(false);
  });
});

const somePeriods = fc.array(
  fc
    .tuple(workingDays, fc.integer({ min: 1, max: 4_000 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 5 },
);

describe("lengths against counting day by day", () => {
  it("have the days, the first day and the day of fullness that counting finds", () => {
    fc.assert(
      fc.property(
        somePeriods,
        somePeriods,
        workingDays,
        fc.integer({ min: 1, max: 30 }),
        (work, away, lastDay, years) => {
          const counted = subtractPeriods(mergePeriods(work), mergePeriods(away));
          const all = countOneByOne(work, away);
          const upTo = all.filter((day) => day <= lastDay);
          const length = lengthUpTo(counted, lastDay);
          expect(length).toEqual({ from: upTo[0] ?? null, days: upTo.length });
          const [first] = all;
          if (first === undefined) {
            expect(lengthReachedOn(counted, years)).toBe(null);
            return;
          }
          const needed = addYears(first, years) - first;
          expect(lengthReachedOn(counted, years)).toBe(all[needed - 1] ?? null);
          expect(isLengthReached(length, years)).toBe(upTo.length >= needed);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are shown as the years and months that fit, and days fewer than a month's", () => {
    fc.assert(
      fc.property(workingDays, fc.integer({ min: 1, max: 20_000 }), (from, count) => {
        const { years, months, days: rest } = showLength({ from, days: count });
        const whole = years * 12 + months;
        expect(months).toBeLessThan(12);
        expect(addMonths(from, whole) + rest).toBe(from + count);
        expect(rest).toBeGreaterThanOrEqual(0);
        expect(addMonths(from, whole + 1)).toBeGreaterThan(from + count);
      }),
      { numRuns: 1_000 },
    );
  });
});

function countOneByOne(
  work: readonly { from: number; to: number }[],
  away: readonly { from: number; to: number }[],
): number[] {
  const counted = new Set<number>();
  for (const { from, to } of work) for (let day = from; day < to; day += 1) counted.add(day);
  for (const { from, to } of away) for (let day = from; day < to; day += 1) counted.delete(day);
  return [...counted].toSorted((a, b) => a - b);
}
