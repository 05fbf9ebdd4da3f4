import type { ScreenDatabase, SideTable } from "../database/database.ts";
import type { Sealer } from "../seal/sealer.ts";

/** Drafts and preferences: sealed like records, but neither in the history nor in the journal. */
export interface SideDocuments {
  readonly read: (table: SideTable, key: string) => Promise<unknown>;
  readonly keep: (table: SideTable, key: string, value: unknown) => Promise<void>;
  readonly drop: (table: SideTable, key: string) => Promise<void>;
  /** Resolves once all is written; what a form asks for afterwards comes to nothing. */
  readonly end: () => Promise<void>;
}

/** Opens the tables of drafts and preferences; what is not there, or no longer opens, reads as null. */
export function openSideDocuments(database: ScreenDatabase, sealer: Sealer): SideDocuments {
  const tableOf = (name: SideTable) => database[name];
  const underWay = new Set<Promise<unknown>>();
  let isEnded = false;
  const write = async (work: () => Promise<unknown>) => {
    if (isEnded) return;
    const writing = work();
    underWay.add(writing);
    try {
      await writing;
    } finally {
      underWay.delete(writing);
    }
  };
  return {
    async read(table, key) {
      if (isEnded) return null;
      try {
        return (await tableOf(table).get(sealer.keyOf(table, key)))?.doc ?? null;
      } catch (error) {
        if (error instanceof Error && error.name === "SealBroken") return null;
        throw error;
      }
    },
    keep: (table, key, value) =>
      write(() => tableOf(table).put({ key: sealer.keyOf(table, key), doc: value })),
    drop: (table, key) => write(() => tableOf(table).delete(sealer.keyOf(table, key))),
    async end() {
      isEnded = true;
      await Promise.allSettled(underWay);
    },
  };
}
