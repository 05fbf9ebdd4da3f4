import { SERIES } from "../records/series.ts";
import type { Series } from "../records/series.ts";
import type { TitleLevel } from "../records/title.ts";
import { POST_GROUPS, type PostGroup, postGroupOf } from "../records/unit.ts";
import type { ReformPlan } from "./reform-plan.ts";

/** How many of one year, series and level came how far, on the grassroots line. */
export interface ActualCount {
  readonly year: number;
  readonly series: Series;
  readonly level: TitleLevel;
  readonly putForward: number;
  readonly accepted: number;
  readonly passed: number;
}

export interface PlanLine {
  readonly series: Series;
  readonly group: PostGroup;
  readonly years: readonly {
    readonly year: number;
    readonly planned: number;
    readonly putForward: number;
    readonly accepted: number;
    readonly passed: number;
  }[];
}

/** Planned beside actual, a line for each series and group that was planned or that somebody applied for. */
export function comparePlan(plan: ReformPlan, actual: readonly ActualCount[]): readonly PlanLine[] {
  const years = Array.from({ length: plan.years }, (_, index) => plan.from + index);
  return SERIES.flatMap((series) =>
    POST_GROUPS.flatMap((group): readonly PlanLine[] => {
      const planned = plan.lines.find((line) => line.series === series && line.group === group);
      const own = actual.filter(
        (one) =>
          one.series === series && postGroupOf(one.level) === group && years.includes(one.year),
      );
      if (planned === undefined && own.length === 0) return [];
      return [
        {
          series,
          group,
          years: years.map((year, index) => ({
            year,
            planned: planned?.planned[index] ?? 0,
            ...sumOf(own.filter((one) => one.year === year)),
          })),
        },
      ];
    }),
  );
}

function sumOf(counts: readonly ActualCount[]) {
  const sum = { putForward: 0, accepted: 0, passed: 0 };
  for (const one of counts) {
    sum.putForward += one.putForward;
    sum.accepted += one.accepted;
    sum.passed += one.passed;
  }
  return sum;
}
