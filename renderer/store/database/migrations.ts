import type { DocumentTable, Migration } from "./migration.ts";
import { VERSION_1 } from "./version-1.ts";

/** Every layout so far, oldest first. */
export const MIGRATIONS: readonly Migration[] = [VERSION_1];

/** The version that some migrations lead to. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** A document of an older version as the latest one writes it. */
export function upgradeDocument(
  migrations: readonly Migration[],
  from: number,
  table: DocumentTable,
  doc: unknown,
): unknown {
  let upgraded = doc;
  for (const { version, upgradeDocument: upgrade } of migrations) {
    if (version > from && upgrade !== undefined) upgraded = upgrade(table, upgraded);
  }
  return upgraded;
}
