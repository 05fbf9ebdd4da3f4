import { createHash } from "node:crypto";
import {
  type JournalEntry,
  journalHashText,
  NO_JOURNAL_HASH,
} from "../../../../shared/bridge/journal-methods.ts";

const USUAL_BYTES = 60;

/** Entries that follow each other as those of the screen's store do; what they seal is as long as asked. */
export function makeEntries(
  from: number,
  to: number,
  {
    bytes = USUAL_BYTES,
    previous = hashOf(from - 1, bytes),
    branch = "",
  }: { readonly bytes?: number; readonly previous?: string; readonly branch?: string } = {},
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

const chains = new Map<number, string[]>();

/** The hash of an entry that `makeEntries` makes without more ado. */
export function hashOf(number: number, bytes = USUAL_BYTES): string {
  const known = chains.get(bytes) ?? [NO_JOURNAL_HASH];
  chains.set(bytes, known);
  const previous = known.at(-1) ?? NO_JOURNAL_HASH;
  for (const { hash } of makeEntries(known.length, number, { bytes, previous })) known.push(hash);
  return known[number] ?? NO_JOURNAL_HASH;
}
