import { cityList } from "../../../shared/bureau/city-list.ts";
import { SUMMARY_DIMENSIONS, summaryList } from "../../../shared/bureau/summary-list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import type { WorkbookPlan } from "../../../shared/workbook/plan.ts";
import { readScope, type Scope } from "./count-year.ts";
import type { DeskContext } from "./desk-context.ts";
import { sumYear } from "./sum-year.ts";

/** 推荐人选情况一览表 of all units and, a sheet each, the sums of the year. */
export async function planSummaryWorkbook(
  context: DeskContext,
  { year, scope, bureauName }: { year: number; scope: Scope; bureauName: string },
): Promise<{ readonly plan: WorkbookPlan; readonly candidacies: number }> {
  const listed = (await readScope(context, year, scope)).toSorted(
    (a, b) =>
      compare(a.unitName, b.unitName) ||
      compare(a.unitId, b.unitId) ||
      rankOf(a.candidate.rank) - rankOf(b.candidate.rank) ||
      compare(a.key, b.key),
  );
  const sums = await sumYear(context, year);
  const lists = [
    cityList(year, bureauName, listed),
    ...SUMMARY_DIMENSIONS.map((dimension) =>
      summaryList(year, bureauName, dimension, sums[dimension], sums.total),
    ),
  ];
  return {
    plan: { sheets: lists.flatMap((list) => listPlan(list).sheets) },
    candidacies: listed.length,
  };
}

/** Those whom the unit did not rank come last. */
function rankOf(rank: number | null): number {
  return rank ?? Infinity;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
