import { insertRows } from "./insert-rows.ts";
import type { Ledger, Queries } from "./ledger.ts";
import {
  CANDIDACY_COLUMNS,
  PACKAGE_COLUMNS,
  type PackageRows,
  POST_COLUMNS,
  RESULT_COLUMNS,
  TOLD_COLUMNS,
} from "./package-rows.ts";
import { isTakenKey } from "./sql-errors.ts";

/** Writes a package's rows, in place of those that were there: the same package twice changes nothing. */
export async function putPackage(ledger: Ledger, rows: PackageRows): Promise<void> {
  try {
    await putRows(ledger, rows);
  } catch (error) {
    // Another desk on the same server put the same package at the same moment: its rows are these.
    if (ledger.kind !== "postgres" || !isTakenKey(error)) throw error;
  }
}

async function putRows(ledger: Ledger, rows: PackageRows): Promise<void> {
  await ledger.transaction(async (queries) => {
    await queries.run("DELETE FROM packages WHERE package_key = $1 OR place_key = $2", [
      rows.packageKey,
      rows.package[1] ?? "",
    ]);
    await insertRows(queries, "packages", PACKAGE_COLUMNS, [rows.package]);
    await insertRows(queries, "post_uses", POST_COLUMNS, rows.posts);
    await insertRows(queries, "candidacies", CANDIDACY_COLUMNS, rows.candidacies);
    await markNewest(queries, rows.unitKey, rows.year);
    await putTold(queries, rows);
  });
}

/** Takes out packages that are no longer on the shelf; what was decided on them stays. */
export async function removePlaces(ledger: Ledger, placeKeys: readonly string[]): Promise<void> {
  if (placeKeys.length === 0) return;
  await ledger.transaction(async ({ run }) => {
    await run("DELETE FROM packages WHERE place_key = ANY($1)", [placeKeys]);
    await run(
      `UPDATE packages SET is_newest = NOT EXISTS (SELECT 1 FROM packages later
        WHERE later.unit_key = packages.unit_key AND later.year = packages.year
          AND later.revision > packages.revision)`,
    );
  });
}

async function markNewest({ run }: Queries, unitKey: string, year: number): Promise<void> {
  await run(
    `UPDATE packages SET is_newest = (revision = (SELECT max(revision) FROM packages
      WHERE unit_key = $1 AND year = $2)) WHERE unit_key = $1 AND year = $2`,
    [unitKey, year],
  );
}

/**
 * What the receipts told takes the place of what was noted as told; drafts stay. A draft is told where the
 * receipt that is new here says the same.
 */
async function putTold(queries: Queries, { packageKey, told, results }: PackageRows) {
  await queries.run(
    `UPDATE desk_decisions SET told = NULL WHERE package_key = $1
      AND NOT (candidacy_key = ANY($2))`,
    [packageKey, told.map(([candidacyKey]) => String(candidacyKey))],
  );
  await insertRows(
    queries,
    "desk_decisions",
    TOLD_COLUMNS,
    told,
    `ON CONFLICT (candidacy_key) DO UPDATE SET
      told = excluded.told,
      is_told = desk_decisions.is_told OR (desk_decisions.told IS DISTINCT FROM excluded.told
        AND desk_decisions.kind = excluded.kind)`,
  );
  await queries.run("DELETE FROM desk_results WHERE package_key = $1", [packageKey]);
  await insertRows(queries, "desk_results", RESULT_COLUMNS, results);
}
