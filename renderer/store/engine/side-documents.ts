import type { ScreenDatabase, SideTable } from "../database/database.ts";
import type { Sealer } from "../seal/sealer.ts";

/** Drafts and preferences: sealed like records, but neither in the history nor in the journal. */
export interface SideDocuments {
  readonly read: (table: SideTable, key: string) => Promise<unknown>;
  readonly keep: (table: SideTable, key: string, value: unknown) => Promise<void>;
  readonly drop: (table: SideTable, key: string) => Promise<void>;
}

/** Opens the tables of drafts and preferences; what is not there, or no longer opens, reads as null. */
export function openSideDocuments(database: ScreenDatabase, sealer: Sealer): SideDocuments {
  const tableOf = (name: SideTable) => database[name];
  return {
    async read(table, key) {
      try {
        return (await tableOf(table).get(sealer.keyOf(table, key)))?.doc ?? null;
      } catch (error) {
        if (error instanceof Error && error.name === "SealBroken") return null;
        throw error;
      }
    },
    async keep(table, key, value) {
      await tableOf(table).put({ key: sealer.keyOf(table, key), doc: value });
    },
    async drop(table, key) {
      await tableOf(table).delete(sealer.keyOf(table, key));
    },
  };
}
