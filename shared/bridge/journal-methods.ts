import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The journal (promise 1): every committed change once more, outside the browser's profile, flushed
 * before it is called done. An entry is an opaque sealed text of the screen's store; its number and hash
 * chain stand in clear so that gaps and flipped bits are seen without the key.
 */
export const journalEntry = z.strictObject({
  /** From 1, without gaps. */
  number: z.number().int().positive(),
  /** SHA-256 of the entry before; zeros for the first. */
  previous: hash,
  hash,
  /** When, `2026-11-23T08:15:30Z`. */
  at: z.string(),
  /** base64 of the sealed entry. */
  sealed: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** `previous` of the first entry. */
export const NO_JOURNAL_HASH = "0".repeat(64);

/** What `hash` is the SHA-256 of, as UTF-8: both sides can check the chain, neither needs the key for it. */
export function journalHashText({
  number,
  previous,
  at,
  sealed,
}: Omit<JournalEntry, "hash">): string {
  return [number, previous, at, sealed].join("\n");
}

export const JOURNAL_METHODS = {
  "journal.append": {
    input: z.strictObject({
      entries: z.array(journalEntry).min(1).max(10_000),
      counts: z.strictObject({ people: count, entries: count }),
    }),
    mostInputBytes: 128 * 1024 * 1024,
    /** The number of the last entry on disk. Entries already there are not written again. */
    output: z.object({ head: count }),
  },
  "journal.state": {
    input: nothing,
    output: z.object({
      /**
       * The last entry up to which all are whole. With a fault, entries sent from the next number on set
       * what lies behind it aside (nothing is deleted) and so mend the journal.
       */
      head: count,
      headHash: hash.nullable(),
      bytes: count,
      lastAt: z.string().nullable(),
      /**
       * What is wrong with it: where whole entries end. `truncated`: entries that were acknowledged are not
       * there; `damaged`: something else stands there. Null: nothing; a line torn by a crash, which nobody
       * was told of, is none.
       */
      fault: z.object({ kind: z.enum(["truncated", "damaged"]), wholeUpTo: count }).nullable(),
    }),
  },
  /**
   * Entries from one number on, as many as fit a page. With a fault, from a number behind the head: whole
   * entries behind the fault that follow each other; none where there is no such entry.
   */
  "journal.read": {
    input: z.strictObject({ from: z.number().int().positive() }),
    output: z.object({ entries: z.array(journalEntry), isEnd: z.boolean() }),
  },
  /**
   * Puts the entries from one number on into files beside the journal, which goes on before them. Nothing is
   * deleted. For an older program that goes back to before a newer one wrote.
   */
  "journal.setAside": {
    input: z.strictObject({ from: z.number().int().positive() }),
    output: z.object({ head: count }),
  },
} as const satisfies Record<string, MethodSpec>;
