import { describe, expect, it } from "vitest";
import {
  type BandTable,
  nameBand,
  sayShare,
  sumRows,
} from "../../../renderer/bureau-reports/bands.ts";
import { structureOption } from "../../../renderer/bureau-reports/statistics-charts.ts";
import { countPeople } from "../../../shared/bureau/statistics.ts";

/** The key with what it names, as the catalogue would be asked. */
const say = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
  [key, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(" ");

describe("the words of a band", () => {
  it.each([
    ["age", "0-35", "age.upTo to=35"],
    ["age", "36-40", "age.between from=36 to=40"],
    ["age", "60+", "age.from from=60"],
    ["township", "0-4", "years.below below=5"],
    ["township", "20-29", "years.between from=20 to=29"],
    ["township", "30+", "years.from from=30"],
    ["education", "none", "noEducation"],
    ["series", "none", "noSeries"],
    ["series", "health", "卫生"],
  ] as const)("of %s %s are %s", (table: BandTable, key, words) => {
    expect(nameBand(table, key, say)).toBe(words);
  });

  it("are known for every row that the statistics have", () => {
    const tables = countPeople([]);
    const words = (["age", "education", "series", "township"] as const).flatMap((table) =>
      tables[table].map(({ key }) => nameBand(table, key, say)),
    );
    expect(words.filter((word) => word.includes("undefined") || word.includes("NaN"))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });
});

const ROW = {
  key: "0-35",
  people: 3,
  women: 2,
  none: 0,
  junior: 2,
  intermediate: 1,
  associateSenior: 0,
  senior: 0,
};

describe("the figures of a table", () => {
  it("add up under it", () => {
    expect(sumRows([ROW, { ...ROW, people: 1, women: 0, junior: 0, none: 1 }])).toMatchObject({
      people: 4,
      women: 2,
      none: 1,
      junior: 2,
      intermediate: 2,
    });
  });

  it("have their share, and none of nobody", () => {
    expect([sayShare(1, 3), sayShare(3, 3), sayShare(0, 0)]).toEqual(["33.3%", "100.0%", "—"]);
  });

  it("stand in the chart as in the table", () => {
    const { series } = structureOption([{ name: "x", row: ROW }], "无职称");
    expect(series).toMatchObject([
      { name: "无职称", data: [0] },
      { name: "初级", data: [2] },
      { name: "中级", data: [1] },
      { name: "副高级", data: [0] },
      { name: "正高级", data: [0] },
    ]);
  });
});
