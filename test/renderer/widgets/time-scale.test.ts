import { describe, expect, test } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { yearMarks } from "../../../renderer/widgets/time-scale.ts";

const yearsOf = (from: number, to: number) =>
  yearMarks(dayOf(from, 6, 1), dayOf(to, 6, 1)).map(({ year }) => year);

describe("the years on a time line", () => {
  test("a few years show each New Year", () => {
    expect(yearsOf(2020, 2024)).toEqual([2021, 2022, 2023, 2024]);
  });

  test("a working life shows round years that fit side by side", () => {
    expect(yearsOf(1986, 2026)).toEqual([1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]);
  });

  test("a span within one year has no mark", () => {
    expect(yearMarks(dayOf(2026, 2, 1), dayOf(2026, 5, 1))).toEqual([]);
  });

  test("each mark stands on its 1 January", () => {
    expect(yearMarks(dayOf(2020, 6, 1), dayOf(2021, 6, 1))).toEqual([
      { day: dayOf(2021, 1, 1), year: 2021 },
    ]);
  });
});
