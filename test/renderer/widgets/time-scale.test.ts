import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { markLevels, yearMarks } from "../../../renderer/widgets/time-scale.ts";

describe("the scale of a time line", () => {
  it("marks every New Year inside a short span, and round years inside a long one", () => {
    const years = (from: number, to: number) =>
      yearMarks(dayOf(from, 7, 1), dayOf(to, 7, 1)).map(({ year }) => year);
    expect(years(2020, 2024)).toEqual([2021, 2022, 2023, 2024]);
    expect(years(1998, 2036)).toEqual([2000, 2005, 2010, 2015, 2020, 2025, 2030, 2035]);
  });

  it("keeps labels that are apart on the first line and moves close ones down", () => {
    expect(markLevels([0, 200, 400])).toEqual([0, 0, 0]);
    expect(markLevels([100, 150, 180, 300])).toEqual([0, 1, 2, 0]);
    expect(markLevels([300, 280])).toEqual([0, 1]);
    expect(markLevels([])).toEqual([]);
  });
});
