import type { OpenRefusal } from "../../store/engine/open-result.ts";

export interface RefusalFacts {
  readonly people: { readonly now: number; readonly before: number } | null;
  readonly entries: {
    readonly now: number;
    readonly journal: number;
    readonly whole: number;
  } | null;
  readonly versions: { readonly version: number; readonly onDisk: number } | null;
}

/** The figures of a refusal that say something; null for those that it does not give. */
export function readRefusal({ details }: Pick<OpenRefusal, "details">): RefusalFacts {
  const { people, peopleBefore, entries, journalEntries, wholeUpTo, version, onDisk } = details;
  return {
    people:
      typeof people === "number" && typeof peopleBefore === "number"
        ? { now: people, before: peopleBefore }
        : null,
    entries:
      typeof entries === "number" && typeof journalEntries === "number"
        ? {
            now: entries,
            journal: journalEntries,
            whole: typeof wholeUpTo === "number" ? wholeUpTo : journalEntries,
          }
        : null,
    versions:
      typeof version === "number" && typeof onDisk === "number" ? { version, onDisk } : null,
  };
}

/** Whether the journal or a backup may hold what the database does not. */
export function canRebuild({ code, details }: Pick<OpenRefusal, "code" | "details">): boolean {
  if (code === "database-failed") return details["host"] === undefined;
  return code === "wiped" || code === "shrunk" || code.startsWith("journal-");
}
