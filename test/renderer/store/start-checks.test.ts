import { expect, test } from "vitest";
import { findStartFault, type StartFacts } from "../../../renderer/store/engine/start-checks.ts";

/** A database and a journal that agree on ten entries and five people. */
function facts(change: {
  database?: Partial<StartFacts["database"]>;
  journal?: Partial<StartFacts["journal"]>;
  lastCounts?: StartFacts["lastCounts"];
}): StartFacts {
  return {
    database: {
      head: 10,
      people: 5,
      recordedPeople: 5,
      hashAtJournalHead: "h10",
      ...change.database,
    },
    journal: { head: 10, headHash: "h10", fault: null, ...change.journal },
    lastCounts: change.lastCounts === undefined ? { people: 5, entries: 10 } : change.lastCounts,
  };
}

const empty = { head: 0, people: 0, recordedPeople: 0, hashAtJournalHead: null };

test.each([
  ["both agree", facts({}), null],
  [
    "a first start",
    facts({ database: empty, journal: { head: 0, headHash: null }, lastCounts: null }),
    null,
  ],
  ["the journal lacks the last entries", facts({ journal: { head: 8, headHash: "h10" } }), null],
  ["the journal is gone", facts({ journal: { head: 0, headHash: null }, lastCounts: null }), null],
  [
    "the counts are of before the last change",
    facts({ lastCounts: { people: 3, entries: 9 } }),
    null,
  ],
  [
    "the journal breaks off, and the database has the rest",
    facts({ journal: { head: 8, headHash: "h10", fault: { kind: "damaged", wholeUpTo: 8 } } }),
    null,
  ],
  ["an empty database beside a journal", facts({ database: empty }), "wiped"],
  [
    "an empty database beside a damaged journal",
    facts({ database: empty, journal: { fault: { kind: "truncated", wholeUpTo: 10 } } }),
    "journal-damaged",
  ],
  [
    "an empty database that once had entries, with no journal",
    facts({ database: empty, journal: { head: 0, headHash: null } }),
    "shrunk",
  ],
  [
    "people without a history",
    facts({ database: { ...empty, people: 3 }, journal: { head: 0 }, lastCounts: null }),
    "shrunk",
  ],
  ["the journal has more", facts({ journal: { head: 12, headHash: "h12" } }), "journal-ahead"],
  [
    "the journal has more and breaks off",
    facts({ journal: { head: 12, headHash: "h12", fault: { kind: "damaged", wholeUpTo: 12 } } }),
    "journal-damaged",
  ],
  [
    "another history in the journal",
    facts({ journal: { head: 9, headHash: "other" } }),
    "journal-damaged",
  ],
  ["rows of people are missing", facts({ database: { people: 4 } }), "shrunk"],
  ["once there were more entries", facts({ lastCounts: { people: 5, entries: 11 } }), "shrunk"],
  [
    "once there were more people after the same entry",
    facts({ lastCounts: { people: 6, entries: 10 } }),
    "shrunk",
  ],
] as const)("%s", (_, given, expected) => {
  expect(findStartFault(given)).toBe(expected);
});
