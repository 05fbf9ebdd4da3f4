/** What start-up finds in the database, the journal and beside it. */
export interface StartFacts {
  readonly database: {
    readonly head: number;
    /** People counted in their table, and as the last change left them. */
    readonly people: number;
    readonly recordedPeople: number;
    /** The hash of the entry that the journal ends with; null where the database has none of its number. */
    readonly hashAtJournalHead: string | null;
  };
  readonly journal: {
    /** Of the whole entries. */
    readonly head: number;
    readonly headHash: string | null;
    readonly fault: { readonly kind: "truncated" | "damaged"; readonly wholeUpTo: number } | null;
  };
  readonly lastCounts: { readonly people: number; readonly entries: number } | null;
}

export type StartFault = "wiped" | "shrunk" | "journal-ahead" | "journal-damaged";

/**
 * Whether the database may be opened (promises 1 and 3): null, or what stands against it. A database that
 * is ahead of the journal is in order; the journal gets what it lacks.
 */
export function findStartFault(facts: StartFacts): StartFault | null {
  const { database, journal } = facts;
  if (database.head === 0) return findFaultOfEmpty(facts);
  if (database.people !== database.recordedPeople) return "shrunk";
  if (journal.head > database.head)
    return journal.fault === null ? "journal-ahead" : "journal-damaged";
  // A journal that breaks off is mended from the whole database, as far as the two agree.
  const isAgreed = journal.head === 0 || journal.headHash === database.hashAtJournalHead;
  if (!isAgreed) return "journal-damaged";
  return isBehindCounts(facts) ? "shrunk" : null;
}

function findFaultOfEmpty({ database, journal, lastCounts }: StartFacts): StartFault | null {
  if (journal.fault !== null) return "journal-damaged";
  if (journal.head > 0) return "wiped";
  return (lastCounts?.entries ?? 0) > 0 || database.people > 0 ? "shrunk" : null;
}

/** Whether the last start or change knew of more than is there now. */
function isBehindCounts({ database, lastCounts }: StartFacts): boolean {
  if (lastCounts === null || lastCounts.entries < database.head) return false;
  return lastCounts.entries > database.head || lastCounts.people !== database.people;
}
