import { createHash } from "node:crypto";
import {
  type JournalEntry,
  journalHashText,
  NO_JOURNAL_HASH,
} from "../../../../shared/bridge/journal-methods.ts";

/** Entries that follow each other as those of the screen's store do; what they seal is as long as asked. */
export function makeEntries(
  from: number,
  to: number,
  { previous = hashOf(from - 1), bytes = 60, branch = "" } = {},
): JournalEntry[] {
  let before = previous;
  const entries: JournalEntry[] = [];
  for (let number = from; number <= to; number += 1) {
    const sealed = Buffer.alloc(bytes, `${branch}${number} sealed `).toString("base64");
    const at = `2026-11-23T08:${String(number % 60).padStart(2, "0")}:30Z`;
    const unhashed = { number, previous: before, at, sealed };
    const hash = createHash("sha256").update(journalHashText(unhashed)).digest("hex");
    entries.push({ ...unhashed, hash });
    before = hash;
  }
  return entries;
}

const known = [NO_JOURNAL_HASH];

/** The hash of an entry that `makeEntries` makes without more ado. */
export function hashOf(number: number): string {
  const last = known.at(-1);
  for (const { hash } of makeEntries(known.length, number, { previous: last ?? "" })) {
    known.push(hash);
  }
  return known[number] ?? "";
}
