import { z } from "zod";
import type { InboxPackage } from "../../../shared/bridge/desk-schemas.ts";
import { RECEIPT_STATUSES } from "../../../shared/submission/receipt.ts";
import { packageBox, places } from "./boxes.ts";
import { bytes, count, type DeskContext } from "./desk-context.ts";
import type { SingleCounts } from "./find-desk-checks.ts";
import type { YearChecks } from "./remembered-checks.ts";

/** Where nobody asks for the counts of checks. */
export const NO_CHECKS: YearChecks = { shared: [], single: new Map() };

/** The inbox: packages with their figures. */

const inboxRow = z.object({
  package_key: z.string(),
  year: count,
  revision: count,
  is_newest: z.boolean(),
  status: z.enum(RECEIPT_STATUSES),
  people: count,
  attachments: count,
  candidacies: count,
  accepted: count,
  returned: count,
  rejected: count,
  untold: count,
  passed: count,
  failed: count,
  sealed: bytes,
});

const DECIDED = (kind: string) => `count(*) FILTER (WHERE desk_decisions.kind = '${kind}')::int`;

/** Each package of a condition with what was decided on its candidacies. */
const selectWhere = (condition: string) => `
  SELECT packages.package_key, packages.year, packages.revision, packages.is_newest,
    packages.status, packages.people, packages.attachments, packages.sealed,
    counted.candidacies, counted.accepted, counted.returned, counted.rejected, counted.untold,
    counted.passed, counted.failed
  FROM packages JOIN (
    SELECT candidacies.package_key,
      count(*)::int AS candidacies,
      ${DECIDED("accepted")} AS accepted,
      ${DECIDED("returned")} AS returned,
      ${DECIDED("rejected")} AS rejected,
      count(*) FILTER (WHERE NOT desk_decisions.is_told
        AND (desk_decisions.kind IS NOT NULL OR desk_decisions.told IS NOT NULL))::int AS untold,
      count(*) FILTER (WHERE desk_results.outcome = 'passed')::int AS passed,
      count(*) FILTER (WHERE desk_results.outcome = 'failed')::int AS failed
    FROM candidacies
    JOIN packages USING (package_key)
    LEFT JOIN desk_decisions USING (candidacy_key)
    LEFT JOIN desk_results USING (candidacy_key)
    WHERE ${condition}
    GROUP BY candidacies.package_key
  ) counted USING (package_key)`;

/** Every package of a year, the newest of each unit first, then by unit. */
export async function listPackages(
  context: DeskContext,
  year: number,
  checks: YearChecks,
): Promise<readonly InboxPackage[]> {
  const rows = await context.ledger.query(selectWhere("packages.year = $1"), [year], inboxRow);
  const shared = countShared(checks);
  return rows
    .map((row) => toInbox(context, row, shared, checks.single))
    .toSorted(
      (a, b) =>
        Number(b.isNewest) - Number(a.isNewest) ||
        compare(a.unitName, b.unitName) ||
        b.revision - a.revision,
    );
}

/** One package; null where it was not received. */
export async function findPackage(
  context: DeskContext,
  packageId: string,
  checks: YearChecks,
): Promise<InboxPackage | null> {
  const key = context.seals.hash("package", packageId);
  const [row] = await context.ledger.query(
    selectWhere("packages.package_key = $1"),
    [key],
    inboxRow,
  );
  return row === undefined ? null : toInbox(context, row, countShared(checks), checks.single);
}

const yearRow = z.object({ year: count });

/** The years of which there are packages, the latest first. */
export async function listYears({ ledger }: DeskContext): Promise<readonly number[]> {
  const rows = await ledger.query("SELECT DISTINCT year FROM packages", [], yearRow);
  return rows.map(({ year }) => year).toSorted((a, b) => b - a);
}

type Counted = ReadonlyMap<string, SingleCounts>;

/** How many checks across units point to each package, by its id. */
function countShared({ shared }: YearChecks): Counted {
  const counts = new Map<string, { conflict: number; notice: number }>();
  for (const { weight, places: where } of shared) {
    for (const packageId of new Set(where.map((place) => place.packageId))) {
      const own = counts.get(packageId) ?? { conflict: 0, notice: 0 };
      own[weight] += 1;
      counts.set(packageId, own);
    }
  }
  return counts;
}

function toInbox(
  { seals }: DeskContext,
  row: z.infer<typeof inboxRow>,
  shared: Counted,
  single: Counted,
): InboxPackage {
  const { entry } = seals.open(places.package(row.package_key), row.sealed, packageBox);
  const { manifest, receivedAt, file } = entry;
  const { accepted, returned, rejected, candidacies } = row;
  return {
    packageId: manifest.id,
    unitId: manifest.unit.id,
    unitName: manifest.unit.name,
    year: row.year,
    revision: row.revision,
    isNewest: row.is_newest,
    receivedAt,
    status: row.status,
    people: row.people,
    candidacies,
    attachments: row.attachments,
    fileBytes: file.size,
    decisions: {
      undecided: candidacies - accepted - returned - rejected,
      accepted,
      returned,
      rejected,
    },
    hasUntold: row.untold > 0,
    results: { passed: row.passed, failed: row.failed },
    checks: addCounts(shared.get(manifest.id), single.get(row.package_key)),
  };
}

function addCounts(one?: SingleCounts, other?: SingleCounts): SingleCounts {
  return {
    conflict: (one?.conflict ?? 0) + (other?.conflict ?? 0),
    notice: (one?.notice ?? 0) + (other?.notice ?? 0),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
