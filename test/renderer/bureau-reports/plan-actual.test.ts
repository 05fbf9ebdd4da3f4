import { expect, it } from "vitest";
import {
  actualOption,
  type PlanActual,
  sumActual,
} from "../../../renderer/bureau-reports/plan-actual.ts";

const year = (of: number, planned: number, passed: number) => ({
  year: of,
  planned,
  putForward: passed + 1,
  accepted: passed,
  passed,
});

const LINES: readonly PlanActual[] = [
  { series: "health", group: "senior", years: [year(2027, 2, 0), year(2026, 1, 1)] },
  { series: "education", group: "senior", years: [year(2026, 3, 2), year(2027, 4, 0)] },
];

const WORDS = { planned: "计划", putForward: "申报", accepted: "受理", passed: "取得" };

it("planned and actual add up year by year, the earliest first", () => {
  expect(sumActual(LINES)).toEqual([
    { year: 2026, planned: 4, putForward: 5, accepted: 3, passed: 3 },
    { year: 2027, planned: 6, putForward: 2, accepted: 0, passed: 0 },
  ]);
});

it("the chart has the sums, a group of bars a year", () => {
  expect(actualOption(sumActual(LINES), WORDS)).toMatchObject({
    xAxis: { data: ["2026", "2027"] },
    series: [
      { name: "计划", data: [4, 6] },
      { name: "申报", data: [5, 2] },
      { name: "受理", data: [3, 0] },
      { name: "取得", data: [3, 0] },
    ],
  });
});
