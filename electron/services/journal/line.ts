import { createHash } from "node:crypto";
import { z } from "zod";
import {
  type JournalEntry,
  journalEntry,
  journalHashText,
} from "../../../shared/bridge/journal-methods.ts";

/**
 * One entry, one line: `{"sum":"<SHA-256 of the rest>","counts":{…},"entry":{…}}`. The sum tells a flipped
 * bit without any key; the counts are those of the database after the entry (promise 3).
 */

const count = z.number().int().nonnegative();
export const countsSchema = z.strictObject({ people: count, entries: count });
export type Counts = z.infer<typeof countsSchema>;

const lineSchema = z.strictObject({ sum: z.string(), counts: countsSchema, entry: journalEntry });

const HEAD = '{"sum":"';
const SUM_DIGITS = 64;
/** Where the summed text begins: behind the sum, its quote and the comma. */
const SUMMED_AT = HEAD.length + SUM_DIGITS + 2;

/** The line of an entry, with its line feed. */
export function writeLine(entry: JournalEntry, counts: Counts): string {
  const summed = JSON.stringify({ counts, entry }).slice(1);
  return `${HEAD}${sumOf(summed)}",${summed}\n`;
}

/** The entry in a line (without its line feed); null where it is not what was written. */
export function readLine(
  line: Buffer,
): { readonly entry: JournalEntry; readonly counts: Counts } | null {
  const sum = line.toString("latin1", HEAD.length, HEAD.length + SUM_DIGITS);
  if (sum !== sumOf(line.subarray(SUMMED_AT))) return null;
  // A flip before the sum itself is none of the summed text.
  if (line.toString("latin1", 0, HEAD.length) !== HEAD) return null;
  const parsed = lineSchema.safeParse(parseJson(line.toString("utf8")));
  return parsed.success ? parsed.data : null;
}

/** The hash that an entry has to have. */
export function hashOfEntry(entry: JournalEntry): string {
  return sumOf(journalHashText(entry));
}

function sumOf(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
