import type { EChartsCoreOption } from "echarts/core";
import type { StatisticsRow } from "../../shared/bridge/desk-schemas.ts";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { POST_GROUP_LABELS, type PostGroup } from "../../shared/records/unit.ts";
import { STRUCTURE } from "./bands.ts";

/** The tables as charts: a bar a row, patterns beside the colours. */

const COLOURS = {
  none: "#8a929d",
  junior: "#9cc0ee",
  intermediate: "#1f5fbf",
  associateSenior: "#1c6b3c",
  senior: "#8a5200",
} as const satisfies Record<"none" | PostGroup, string>;

const FRAME = {
  aria: { enabled: true, decal: { show: true } },
  grid: { left: 8, right: 24, top: 56, bottom: 8, containLabel: true },
  legend: { top: 0, left: 0 },
  tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
  xAxis: { type: "value", minInterval: 1 },
} as const;

interface Named {
  readonly name: string;
  readonly row: StatisticsRow;
}

/** The title structure of each band. */
export function structureOption(bands: readonly Named[], untitled: string): EChartsCoreOption {
  return {
    ...FRAME,
    yAxis: { type: "category", inverse: true, data: bands.map(({ name }) => name) },
    series: STRUCTURE.map((group) => ({
      type: "bar",
      stack: "titles",
      barMaxWidth: 22,
      name: group === "none" ? untitled : POST_GROUP_LABELS[group],
      itemStyle: { color: COLOURS[group] },
      data: bands.map(({ row }) => row[group]),
    })),
  };
}

export type PostsRow = OutputOf<"desk.statistics">["posts"][number];

interface PostsWords {
  readonly approved: string;
  readonly filled: string;
  readonly special: string;
}

/** Approved beside filled posts of each level. */
export function postsOption(rows: readonly PostsRow[], words: PostsWords): EChartsCoreOption {
  const series = (name: string, color: string, data: readonly number[]) => ({
    type: "bar",
    barMaxWidth: 18,
    name,
    itemStyle: { color },
    data,
  });
  return {
    ...FRAME,
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map(({ group }) => POST_GROUP_LABELS[group]),
    },
    series: [
      series(
        words.approved,
        "#9cc0ee",
        rows.map(({ approved }) => approved),
      ),
      series(
        words.filled,
        "#1f5fbf",
        rows.map(({ filled }) => filled),
      ),
      series(
        words.special,
        "#1c6b3c",
        rows.map(({ special }) => special),
      ),
    ],
  };
}
