import type { EChartsCoreOption } from "echarts/core";
import type { OutputOf } from "../../shared/bridge/methods.ts";

/** 计划与实际: the figures of each year, and their sums. */

export type PlanActual = OutputOf<"desk.plan">["actual"][number];
export type YearActual = PlanActual["years"][number];

export const ACTUALS = ["planned", "putForward", "accepted", "passed"] as const;
export type Actual = (typeof ACTUALS)[number];

/** The sums over all series and levels, a line a year. */
export function sumActual(lines: readonly PlanActual[]): readonly YearActual[] {
  const sums = new Map<number, YearActual>();
  for (const one of lines.flatMap(({ years }) => years)) {
    const before = sums.get(one.year);
    sums.set(one.year, before === undefined ? one : addActual(before, one));
  }
  return [...sums.values()].toSorted((a, b) => a.year - b.year);
}

function addActual(a: YearActual, b: YearActual): YearActual {
  return {
    year: a.year,
    planned: a.planned + b.planned,
    putForward: a.putForward + b.putForward,
    accepted: a.accepted + b.accepted,
    passed: a.passed + b.passed,
  };
}

const COLOURS = {
  planned: "#8a929d",
  putForward: "#9cc0ee",
  accepted: "#1f5fbf",
  passed: "#1c6b3c",
} as const satisfies Record<Actual, string>;

/** Four bars a year; patterns tell them apart without colour. */
export function actualOption(
  years: readonly YearActual[],
  words: Readonly<Record<Actual, string>>,
): EChartsCoreOption {
  return {
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0 },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    xAxis: { type: "category", data: years.map(({ year }) => String(year)) },
    yAxis: { type: "value", minInterval: 1 },
    series: ACTUALS.map((actual) => ({
      type: "bar",
      barMaxWidth: 28,
      name: words[actual],
      itemStyle: { color: COLOURS[actual] },
      data: years.map((one) => one[actual]),
    })),
  };
}
