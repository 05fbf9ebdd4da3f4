import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { comparePlan, type PlanLine } from "../../../shared/bureau/plan-actual.ts";
import { type ReformPlan, reformPlanSchema } from "../../../shared/bureau/reform-plan.ts";
import { SERIES } from "../../../shared/records/series.ts";
import { TITLE_LEVELS } from "../../../shared/records/title.ts";
import { places } from "./boxes.ts";
import { bytes, count, type DeskContext } from "./desk-context.ts";

/** 改革规划: the one plan that is kept, and what came of it. */

const planRow = z.object({ plan_key: z.string(), sealed: bytes });
const actualRow = z.object({
  year: count,
  series: z.enum(SERIES),
  level: z.enum(TITLE_LEVELS),
  put_forward: count,
  accepted: count,
  passed: count,
});

export interface KeptPlan {
  readonly plan: ReformPlan | null;
  readonly actual: readonly PlanLine[];
}

/** The plan with the grassroots line's candidacies beside it, year by year. */
export async function readPlan({ ledger, seals }: DeskContext): Promise<KeptPlan> {
  const [found] = await ledger.query("SELECT plan_key, sealed FROM reform_plans", [], planRow);
  if (found === undefined) return { plan: null, actual: [] };
  const plan = openPlan(seals, found);
  const rows = await ledger.query(
    `SELECT packages.year, candidacies.series, candidacies.level,
        count(*)::int AS put_forward,
        count(*) FILTER (WHERE desk_decisions.kind = 'accepted')::int AS accepted,
        count(*) FILTER (WHERE desk_results.outcome = 'passed')::int AS passed
      FROM candidacies JOIN packages USING (package_key)
      LEFT JOIN desk_decisions USING (candidacy_key)
      LEFT JOIN desk_results USING (candidacy_key)
      WHERE packages.is_newest AND candidacies.line = 'grassroots'
        AND packages.year BETWEEN $1 AND $2
      GROUP BY packages.year, candidacies.series, candidacies.level`,
    [plan.from, plan.from + plan.years - 1],
    actualRow,
  );
  const actual = rows.map(({ put_forward, ...row }) => ({ ...row, putForward: put_forward }));
  return { plan, actual: comparePlan(plan, actual) };
}

export const PLAN_FAULTS = {
  "plan-changed": "另一台业务台已保存了新的规划，没有覆盖它；请看过最新的规划后再保存",
} as const;

export type PlanPut =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: keyof typeof PLAN_FAULTS };

/** Keeps a plan in place of `before`, the one its writer saw; refused where another desk has kept one since. */
export async function putPlan(
  { ledger, seals }: Pick<DeskContext, "ledger" | "seals">,
  plan: ReformPlan,
  before: ReformPlan | null,
): Promise<PlanPut> {
  const key = seals.hash("plan", plan.id);
  return ledger.transaction(async ({ query, run }) => {
    // The table and not its row: there may be none yet.
    await run("LOCK TABLE reform_plans IN EXCLUSIVE MODE");
    const [found] = await query("SELECT plan_key, sealed FROM reform_plans", [], planRow);
    const onFile = found === undefined ? null : openPlan(seals, found);
    if (!isDeepStrictEqual(onFile, before)) return { ok: false, code: "plan-changed" };
    await run("DELETE FROM reform_plans");
    await run("INSERT INTO reform_plans (plan_key, sealed) VALUES ($1, $2)", [
      key,
      seals.seal(places.plan(key), plan),
    ]);
    return { ok: true };
  });
}

function openPlan({ open }: Pick<DeskContext["seals"], "open">, row: z.infer<typeof planRow>) {
  return open(places.plan(row.plan_key), row.sealed, reformPlanSchema);
}
