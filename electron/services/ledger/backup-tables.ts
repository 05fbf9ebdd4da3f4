import { z } from "zod";
import { insertRows } from "./insert-rows.ts";
import type { Parameter, Queries } from "./ledger.ts";

/** The tables whose rows are nowhere else, as they go into a backup and come back. */

export const BACKED_UP = ["desk_decisions", "reform_plans", "samples"] as const;
export type BackedUpTable = (typeof BACKED_UP)[number];

const COLUMNS = {
  desk_decisions: ["candidacy_key", "package_key", "kind", "told", "is_told", "sealed"],
  reform_plans: ["plan_key", "sealed"],
  samples: ["sample_key", "year", "drawn_order", "sealed"],
} as const satisfies Record<BackedUpTable, readonly string[]>;

const SEALED = "sealed";

/** A value in a backup: sealed bytes are written as base64. */
type Kept = string | number | boolean | null;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.instanceof(Uint8Array)]);

/** Every row of a table, its values in the order of its columns. */
export async function readTable(
  { query }: Queries,
  table: BackedUpTable,
): Promise<readonly (readonly Kept[])[]> {
  const columns = COLUMNS[table];
  const rows = await query(
    `SELECT ${columns.join(", ")} FROM ${table} ORDER BY 1`,
    [],
    z.record(z.string(), cell),
  );
  return rows.map((row) =>
    columns.map((column) => {
      const value = row[column] ?? null;
      return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
    }),
  );
}

/** Puts rows in the place of a table's. */
export async function replaceTable(
  queries: Queries,
  table: BackedUpTable,
  rows: readonly (readonly Kept[])[],
): Promise<void> {
  const columns: readonly string[] = COLUMNS[table];
  const sealedAt = columns.indexOf(SEALED);
  await queries.run(`DELETE FROM ${table}`);
  const toPut = rows.map((row): readonly Parameter[] =>
    row.map((value, index) =>
      index === sealedAt && typeof value === "string" ? Buffer.from(value, "base64") : value,
    ),
  );
  await insertRows(queries, table, columns, toPut);
}
