import type { EChartsCoreOption } from "echarts/core";
import type { Decision } from "../../shared/policy/outcome.ts";
import { PATHWAY_LABELS, type PathwayId } from "../../shared/policy/pathway-names.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import type { ChartTable } from "../widgets/chart.tsx";
import type { Lane, PersonRoad } from "./road-map.ts";
import type { UnitRoad } from "./unit-road.ts";

/** Road maps as charts, and the same figures as tables. */

const COLOURS = {
  regular: "#1f5fbf",
  townshipTenure: "#1c6b3c",
  exchange: "#8a5200",
  doctor: "#6b3fa0",
  conversion: "#0b7285",
  directHire: "#a61e4d",
  directHireMobility: "#5c677d",
  examMargin: "#b35900",
} as const satisfies Record<PathwayId, string>;

/** How many people become eligible in each year, a stack a year. Patterns tell the pathways apart without colour. */
export function unitRoadOption({ years, series }: UnitRoad): EChartsCoreOption {
  return {
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 40, right: 16, top: 48, bottom: 28 },
    legend: { top: 4, left: 0, itemGap: 16 },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    xAxis: { type: "category", data: years.map(String) },
    yAxis: { type: "value", minInterval: 1 },
    series: series.map(({ pathway, counts }) => ({
      type: "bar",
      stack: "people",
      name: PATHWAY_LABELS[pathway],
      itemStyle: { color: COLOURS[pathway] },
      data: counts,
    })),
  };
}

/** The chart's figures. */
export function unitRoadTable({ years, series }: UnitRoad, first: string): ChartTable {
  return {
    head: [first, ...years.map(String)],
    rows: series.map(({ pathway, counts }) => [PATHWAY_LABELS[pathway], ...counts]),
  };
}

const SIGNS = { eligible: "✓", undetermined: "?", ineligible: "" } as const satisfies Record<
  Decision,
  string
>;
const FILLS = {
  eligible: "#bfe3cb",
  undetermined: "#e4e7eb",
  ineligible: "transparent",
} as const satisfies Record<Decision, string>;

/** A bar of years for every question, with a sign in each year. */
export function personRoadOption(
  { lanes }: PersonRoad,
  years: readonly number[],
): EChartsCoreOption {
  return {
    grid: { left: 4, right: 16, top: 28, bottom: 4, containLabel: true },
    // The years stand over the middle of their bars; the bars themselves are measured in years.
    xAxis: [
      { type: "value", min: 0, max: years.length, interval: 1, axisLabel: { show: false } },
      { type: "category", position: "top", data: years.map(String), axisTick: { show: false } },
    ],
    yAxis: {
      type: "category",
      inverse: true,
      data: lanes.map(describeQuestion),
      axisTick: { show: false },
    },
    series: years.map((year, index) => ({
      type: "bar",
      stack: "years",
      name: String(year),
      barWidth: 18,
      silent: true,
      data: lanes.map((lane) => yearItem(lane, index)),
    })),
  };
}

function yearItem({ decisions }: Lane, index: number) {
  const decision = decisions[index] ?? "ineligible";
  return {
    value: 1,
    itemStyle: {
      color: FILLS[decision],
      borderColor: "#ffffff",
      borderWidth: decision === "ineligible" ? 0 : 1,
    },
    label: { show: decision !== "ineligible", formatter: SIGNS[decision], color: "#1f2329" },
  };
}
