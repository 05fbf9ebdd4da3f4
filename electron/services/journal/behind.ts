import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import { readLine } from "./line.ts";
import { follows, linesOf } from "./segment.ts";

/**
 * Whole entries behind a fault, from one number on and one after the other. Alone they are worth nothing; a
 * backup that has what comes before them continues with them.
 */
export async function readBehind(
  paths: readonly string[],
  from: number,
  pageBytes: number,
): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  let size = 0;
  for (const path of paths) {
    for await (const line of linesOf(path)) {
      const read = readLine(line.subarray(0, -1));
      if (read === null) continue;
      const last = entries.at(-1);
      const isNext = last === undefined ? read.entry.number === from : follows(read.entry, last);
      if (!isNext) continue;
      size += line.length;
      if (entries.length > 0 && size > pageBytes) return entries;
      entries.push(read.entry);
    }
  }
  return entries;
}
