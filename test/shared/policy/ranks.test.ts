import { describe, expect, it } from "vitest";
import { EDUCATION_RANKS, NONE, TITLE_RANKS, titleLevelAt } from "../../../shared/policy/ranks.ts";
import { TITLE_LEVELS } from "../../../shared/records/title.ts";

describe("ranks", () => {
  it("go up from the lowest level, which stands above none", () => {
    expect(TITLE_LEVELS.map((level) => TITLE_RANKS[level])).toEqual([0, 1, 2, 3, 4]);
    expect(EDUCATION_RANKS).toEqual({
      secondary: 0,
      college: 1,
      bachelor: 2,
      master: 3,
      doctor: 4,
    });
    expect(NONE).toBeLessThan(TITLE_RANKS.technician);
  });

  it("lead back to the title level", () => {
    expect(TITLE_LEVELS.map((level) => titleLevelAt(TITLE_RANKS[level]))).toEqual(TITLE_LEVELS);
  });

  it.each([NONE, 5])("of %d belong to no title level, which is a bug", (rank) => {
    expect(() => titleLevelAt(rank)).toThrow(`no title level of rank ${rank}`);
  });
});
