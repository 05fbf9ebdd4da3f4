import type { Migration } from "./migration.ts";

/**
 * The year's round with the candidacies in it, and the decisions that the next start begins with. Records
 * of version 1 stay as they are.
 */
export const VERSION_2: Migration = {
  version: 2,
  stores: { rounds: "key", candidacies: "key", assessments: "key" },
};
