import { createHash } from "node:crypto";
import type { JournalEntry } from "../../../../shared/bridge/journal-methods.ts";

/** The hash that stands before the first entry. */
export const ZEROS = "0".repeat(64);

/** Entries that follow each other as those of the screen's store do; what they seal is as long as asked. */
export function makeEntries(
  from: number,
  to: number,
  { previous = hashOf(from - 1), bytes = 60, branch = "" } = {},
): JournalEntry[] {
  let before = previous;
  const entries: JournalEntry[] = [];
  for (let number = from; number <= to; number += 1) {
    const sealed = Buffer.alloc(bytes, `${number} sealed `).toString("base64");
    const entry = {
      number,
      previous: before,
      hash: hashOf(number, branch),
      at: `2026-11-23T08:${String(number % 60).padStart(2, "0")}:30Z`,
      sealed,
    };
    entries.push(entry);
    before = entry.hash;
  }
  return entries;
}

/** The hash of an entry of `makeEntries`. */
export function hashOf(number: number, branch = ""): string {
  return number === 0 ? ZEROS : createHash("sha256").update(`${branch}${number}`).digest("hex");
}
