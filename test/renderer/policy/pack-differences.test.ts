import { describe, expect, it } from "vitest";
import { differencesOf } from "../../../renderer/policy/pack-differences.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";

const { parameters, ladders } = SHANDONG_2020;

describe("what a pack says otherwise", () => {
  it("is nothing where only names and sources differ", () => {
    const renamed = {
      ...SHANDONG_2020,
      id: "county-2027",
      parameters: {
        ...parameters,
        "exam.margin": { value: 5, assumption: "县局会议确定" },
      },
    };
    expect(differencesOf(SHANDONG_2020, renamed)).toEqual({
      parameters: [],
      ladders: [],
      others: [],
    });
  });

  it("is named value by value, with the ladder that has other rungs", () => {
    const health = ladders.health ?? {};
    const changed = {
      ...SHANDONG_2020,
      grassrootsSeries: SHANDONG_2020.grassrootsSeries.slice(1),
      parameters: { ...parameters, "exam.margin": { ...parameters["exam.margin"], value: 3 } },
      ladders: {
        ...ladders,
        health: {
          ...health,
          senior: (health.senior ?? []).map((rung) => ({ ...rung, years: rung.years + 1 })),
        },
      },
    };
    const told = differencesOf(SHANDONG_2020, changed);
    expect(told.parameters).toEqual([
      {
        id: "exam.margin",
        before: { unit: "points", count: 5 },
        after: { unit: "points", count: 3 },
      },
    ]);
    expect(told.ladders).toEqual([{ series: "health", level: "senior" }]);
    expect(told.others).toEqual(["grassroots"]);
  });
});
