import type { DocumentTable, Migration } from "./migration.ts";
import { VERSION_1 } from "./version-1.ts";
import { VERSION_2 } from "./version-2.ts";

/** Every layout so far, oldest first. */
export const MIGRATIONS: readonly Migration[] = [VERSION_1, VERSION_2];

/** The version that some migrations lead to. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** A record of an older version as the latest one writes it. */
export function upgradeRecord(
  migrations: readonly Migration[],
  from: number,
  table: DocumentTable,
  record: unknown,
): unknown {
  let upgraded = record;
  for (const { version, upgradeRecord: upgrade } of migrations) {
    if (version > from && upgrade !== undefined) upgraded = upgrade(table, upgraded);
  }
  return upgraded;
}

/** What a table stores, with the records in it brought up to date: people stand with their order, training by person. */
export function upgradeStored(
  table: DocumentTable,
  stored: unknown,
  upgrade: (record: unknown) => unknown,
): unknown {
  if (table === "people") {
    const row = stored as { readonly person: unknown };
    return { ...row, person: upgrade(row.person) };
  }
  if (table === "training") {
    const row = stored as { readonly entries: readonly unknown[] };
    return { ...row, entries: row.entries.map(upgrade) };
  }
  return upgrade(stored);
}
