import { z } from "zod";
import type { SummaryRow } from "../../../shared/bridge/desk-schemas.ts";
import { PATHWAYS } from "../../../shared/policy/pathway-names.ts";
import { SERIES } from "../../../shared/records/series.ts";
import { LINES, TITLE_LEVELS } from "../../../shared/records/title.ts";
import { packageBox, places } from "./boxes.ts";
import { bytes, count, type DeskContext } from "./desk-context.ts";
import { NONE } from "./package-rows.ts";

/** 汇总 of the newest packages of a year, counted by the database. */

const COUNTS = {
  units: "count(DISTINCT packages.unit_key)",
  people: "count(DISTINCT candidacies.person_key)",
  candidacies: "count(*)",
  eligible: "count(*) FILTER (WHERE decision = 'eligible')",
  ineligible: "count(*) FILTER (WHERE decision = 'ineligible')",
  undetermined: "count(*) FILTER (WHERE decision = 'undetermined')",
  counts: "count(*) FILTER (WHERE quota = 'counts')",
  exempt: "count(*) FILTER (WHERE quota = 'exempt')",
  undecided: "count(*) FILTER (WHERE desk_decisions.kind IS NULL)",
  accepted: "count(*) FILTER (WHERE desk_decisions.kind = 'accepted')",
  returned: "count(*) FILTER (WHERE desk_decisions.kind = 'returned')",
  rejected: "count(*) FILTER (WHERE desk_decisions.kind = 'rejected')",
  passed: "count(*) FILTER (WHERE outcome = 'passed')",
  failed: "count(*) FILTER (WHERE outcome = 'failed')",
} as const;
const NAMES = Object.keys(COUNTS) as (keyof typeof COUNTS)[];
const COUNTED = NAMES.map((name) => `${COUNTS[name]}::int AS ${name}`).join(", ");

const FROM = `FROM candidacies
  JOIN packages USING (package_key)
  LEFT JOIN desk_decisions USING (candidacy_key)
  LEFT JOIN desk_results USING (candidacy_key)
  WHERE packages.is_newest AND packages.year = $1`;

const counts = z.object({
  key: z.string(),
  units: count,
  people: count,
  candidacies: count,
  eligible: count,
  ineligible: count,
  undetermined: count,
  counts: count,
  exempt: count,
  undecided: count,
  accepted: count,
  returned: count,
  rejected: count,
  passed: count,
  failed: count,
});
type Counts = z.infer<typeof counts>;

export interface YearSummary {
  readonly total: SummaryRow;
  readonly unit: SummaryRow[];
  readonly series: SummaryRow[];
  readonly level: SummaryRow[];
  readonly line: SummaryRow[];
  readonly pathway: SummaryRow[];
}

/** Sums a year, by unit (in the order of their names) and by the words of the domain (in theirs). */
export async function sumYear(context: DeskContext, year: number): Promise<YearSummary> {
  const { ledger } = context;
  const by = (column: string) =>
    ledger.query(`SELECT ${column} AS key, ${COUNTED} ${FROM} GROUP BY ${column}`, [year], counts);
  const [total] = await ledger.query(`SELECT '' AS key, ${COUNTED} ${FROM}`, [year], counts);
  if (total === undefined) throw new Error("a sum without a row");
  const names = await readUnitNames(context, year);
  return {
    total: { ...total, name: "" },
    unit: (await by("packages.unit_key"))
      .map((row) => ({ ...row, ...(names.get(row.key) ?? { key: row.key, name: "" }) }))
      .toSorted((a, b) => compare(a.name, b.name) || compare(a.key, b.key)),
    series: inOrder(await by("candidacies.series"), SERIES),
    level: inOrder(await by("candidacies.level"), TITLE_LEVELS),
    line: inOrder(await by("candidacies.line"), LINES),
    pathway: inOrder(await by("candidacies.pathway"), PATHWAYS),
  };
}

function inOrder(rows: readonly Counts[], words: readonly string[]): SummaryRow[] {
  const order = [...words, NONE];
  return rows
    .map((row) => ({ ...row, name: "" }))
    .toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

const unitRow = z.object({ unit_key: z.string(), package_key: z.string(), sealed: bytes });

/** Id and name of each unit of a year, by its keyed hash. */
async function readUnitNames({ ledger, seals }: DeskContext, year: number) {
  const rows = await ledger.query(
    "SELECT unit_key, package_key, sealed FROM packages WHERE is_newest AND year = $1",
    [year],
    unitRow,
  );
  return new Map(
    rows.map(({ unit_key, package_key, sealed }) => {
      const { entry } = seals.open(places.package(package_key), sealed, packageBox);
      const { id, name } = entry.manifest.unit;
      return [unit_key, { key: id, name }];
    }),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
