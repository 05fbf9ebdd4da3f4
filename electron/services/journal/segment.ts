import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import { isMissing } from "../files/faults.ts";
import { type Counts, readLine } from "./line.ts";

/** One file of the journal. What it is called says which entry it begins with. */

const NAME = /^entries-(\d{10})\.jsonl$/;
const CHUNK_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

/** The name of the file that begins with an entry. */
export function segmentName(first: number): string {
  return `entries-${String(first).padStart(10, "0")}.jsonl`;
}

/** The number of the entry that a file begins with; null for other files. */
export function firstOf(name: string): number | null {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** What comes before an entry: its number and hash must follow. */
export interface Link {
  readonly number: number;
  readonly hash: string;
}

/** The whole entries at the beginning of a file. */
export interface ScannedSegment {
  /** Where each line begins, and behind the last one where it ends. */
  readonly offsets: readonly number[];
  readonly hashes: readonly string[];
  readonly lastCounts: Counts | null;
  readonly lastAt: string | null;
  readonly size: number;
  /** `torn`: it ends in the middle of a line; `damaged`: a line that is not what was written. */
  readonly end: "whole" | "torn" | "damaged";
}

/** Reads a file through and checks every line and the chain; it stops at the first line that is not whole. */
export async function scanSegment(path: string, before: Link): Promise<ScannedSegment> {
  const offsets: number[] = [0];
  const hashes: string[] = [];
  let last: Link = before;
  let lastCounts: Counts | null = null;
  let lastAt: string | null = null;
  let position = 0;
  for await (const line of linesOf(path)) {
    const isEnded = line.at(-1) === LINE_FEED;
    const read = isEnded ? readLine(line.subarray(0, -1)) : null;
    if (read === null || !follows(read.entry, last)) {
      const size = await sizeOf(path);
      const isTorn = !isEnded && position + line.length === size;
      const end = isTorn ? "torn" : "damaged";
      return { offsets, hashes, lastCounts, lastAt, size, end };
    }
    const { entry, counts } = read;
    position += line.length;
    offsets.push(position);
    hashes.push(entry.hash);
    last = entry;
    lastCounts = counts;
    lastAt = laterOf(lastAt, entry.at);
  }
  return { offsets, hashes, lastCounts, lastAt, size: position, end: "whole" };
}

/** True where an entry continues the chain. */
export function follows({ number, previous }: JournalEntry, before: Link): boolean {
  return number === before.number + 1 && previous === before.hash;
}

/** The later of two moments in their one spelling. */
export function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** How long a file is; 0 where there is none. */
export async function sizeOf(path: string): Promise<number> {
  try {
    const file = await open(path, "r");
    try {
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

/** The lines with their line feeds; the last one may have none. */
export async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  const chunks = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    let start = 0;
    for (;;) {
      const at = chunk.indexOf(LINE_FEED, start);
      if (at === -1) break;
      const piece = chunk.subarray(start, at + 1);
      yield pending.length === 0 ? piece : Buffer.concat([...pending, piece]);
      pending = [];
      start = at + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}
