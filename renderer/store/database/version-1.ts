import type { Migration } from "./migration.ts";

/** The first layout: sealed documents by key, the history by number and by the people concerned. */
export const VERSION_1: Migration = {
  version: 1,
  stores: {
    unit: "key",
    people: "key",
    training: "key",
    attachments: "key",
    settings: "key",
    drafts: "key",
    preferences: "key",
    snapshot: "key",
    history: "number, *people",
    meta: "key",
  },
};
