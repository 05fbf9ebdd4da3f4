import { cityList } from "../../../shared/bureau/city-list.ts";
import { SUMMARY_DIMENSIONS, summaryList } from "../../../shared/bureau/summary-list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import type { OfficialList } from "../../../shared/workbook/lists/list.ts";
import type { WorkbookPlan } from "../../../shared/workbook/plan.ts";
import { readScope, type Scope } from "./count-year.ts";
import type { DeskContext } from "./desk-context.ts";
import { sumYear } from "./sum-year.ts";

interface SummaryWish {
  readonly year: number;
  readonly scope: Scope;
  readonly bureauName: string;
}

interface SummaryLists {
  readonly lists: readonly OfficialList[];
  readonly candidacies: number;
}

/** 推荐人选情况一览表 of all units and, a sheet each, the sums of the year. */
export async function planSummaryWorkbook(
  context: DeskContext,
  wish: SummaryWish,
): Promise<{ readonly plan: WorkbookPlan; readonly candidacies: number }> {
  const { lists, candidacies } = await drawSummaryLists(context, wish);
  return { plan: { sheets: lists.flatMap((list) => listPlan(list).sheets) }, candidacies };
}

/** The lists that the workbook has a sheet of each, to look at and print. */
export async function drawSummaryLists(
  context: DeskContext,
  { year, scope, bureauName }: SummaryWish,
): Promise<SummaryLists> {
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
  return { lists, candidacies: listed.length };
}

/** Those whom the unit did not rank come last. */
function rankOf(rank: number | null): number {
  return rank ?? Infinity;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
