import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { JournalEntry } from "../../../shared/bridge/journal-methods.ts";
import { flushFolder, makeFolder, PRIVATE_FILE, sweepUnfinished } from "../files/durable.ts";
import { fileFaultOf } from "../files/faults.ts";
import { inOrder } from "../files/in-order.ts";
import { takeTurn } from "../files/turn.ts";
import { readBehind } from "./behind.ts";
import { writeLastKnown } from "./last-known.ts";
import { type Counts, hashOfEntry, readLine, writeLine } from "./line.ts";
import {
  isAsSeen,
  type JournalFault,
  type LoadedJournal,
  loadJournal,
  type Segment,
  setEntriesAside,
  setFaultAside,
} from "./load.ts";
import { follows, laterOf, type Link, segmentName } from "./segment.ts";

/**
 * The journal (promise 1): files that only grow, in `journal/`, an entry a line, flushed before the answer.
 * Whoever touches it takes a turn on its folder, and looks whether it is as it was left: another host may
 * have written meanwhile.
 */

const FOLDER = "journal";
/** A file that has this many bytes is not continued. */
const SEGMENT_BYTES = 8 * 1024 * 1024;
/** What `read` gives at once, but for one entry at least. */
const PAGE_BYTES = 1024 * 1024;
const WRITE_BYTES = 1024 * 1024;
const PATIENCE = 10_000;

export interface JournalRefusal {
  readonly ok: false;
  readonly code:
    | "journal-gap"
    | "journal-mismatch"
    | "journal-fork"
    | "journal-damaged"
    | "folder-in-use";
  readonly head: number;
}

export interface JournalState {
  readonly ok: true;
  readonly head: number;
  readonly headHash: string | null;
  /** Of whole entries. */
  readonly bytes: number;
  readonly lastAt: string | null;
  readonly lastCounts: Counts | null;
  readonly fault: JournalFault | null;
}

export interface Journal {
  /** Entries that are there already are compared by their hash and not written again. */
  readonly append: (
    entries: readonly JournalEntry[],
    counts: Counts,
  ) => Promise<{ readonly ok: true; readonly head: number } | JournalRefusal>;
  readonly readState: () => Promise<JournalState | JournalRefusal>;
  /** Entries from one number on, a page at a time; of a faulty journal also whole ones behind the fault. */
  readonly read: (
    from: number,
  ) => Promise<
    | { readonly ok: true; readonly entries: readonly JournalEntry[]; readonly isEnd: boolean }
    | JournalRefusal
  >;
  /** Puts the entries from one number on into files beside the journal; what follows goes on before them. */
  readonly setAside: (
    from: number,
  ) => Promise<{ readonly ok: true; readonly head: number } | JournalRefusal>;
}

/** The journal of a data folder; nothing is read before it is used. */
export function openJournal(dataFolder: string, segmentBytes = SEGMENT_BYTES): Journal {
  const folder = join(dataFolder, FOLDER);
  const queue = inOrder();
  let loaded: LoadedJournal | null = null;
  const use = <Result>(
    work: (journal: LoadedJournal) => Promise<Result>,
  ): Promise<Result | JournalRefusal> =>
    queue(async () => {
      const turn = await takeTurn(folder, { patience: PATIENCE });
      if (!turn.ok) return refuse("folder-in-use", loaded?.head.number ?? 0);
      try {
        if (loaded === null || !(await isAsSeen(folder, loaded))) {
          await sweepUnfinished(folder);
          loaded = await loadJournal(folder);
        }
        return await work(loaded);
      } catch (error) {
        // Whatever was half done is looked at afresh.
        loaded = null;
        throw error;
      } finally {
        await turn.end();
      }
    });
  return {
    append: (entries, counts) =>
      use(async (journal) => {
        const wanted = newEntries(journal, entries);
        if (!wanted.ok) return wanted;
        if (wanted.entries.length > 0) {
          if (journal.fault !== null) {
            await setFaultAside(journal);
            loaded = null;
            journal = { ...(await loadJournal(folder)), fault: null };
            loaded = journal;
          }
          await write(folder, journal, { entries: wanted.entries, counts, segmentBytes });
        }
        // A cut journal stays known as cut until what is missing has come.
        if (journal.fault === null) await remember(folder, journal, counts);
        return { ok: true, head: journal.head.number };
      }),
    readState: () => use((journal) => Promise.resolve(stateOf(journal))),
    read: (from) =>
      use(async (journal) => {
        const page = await readPageOf(journal, from);
        if (page !== null) return page;
        loaded = null;
        return refuse("journal-damaged", journal.head.number);
      }),
    setAside: (from) =>
      use(async (journal) => {
        loaded = null;
        await setEntriesAside(journal, from);
        loaded = await loadJournal(folder);
        return { ok: true, head: loaded.head.number };
      }),
  };
}

function refuse(code: JournalRefusal["code"], head: number): JournalRefusal {
  return { ok: false, code, head };
}

function stateOf({ segments, head, lastAt, lastCounts, fault }: LoadedJournal): JournalState {
  return {
    ok: true,
    head: head.number,
    headHash: head.number === 0 ? null : head.hash,
    bytes: segments.reduce((sum, { offsets }) => sum + (offsets.at(-1) ?? 0), 0),
    lastAt,
    lastCounts,
    fault,
  };
}

/** Those of the entries that are still to be written, once it is sure that they continue what is there. */
function newEntries(
  journal: LoadedJournal,
  entries: readonly JournalEntry[],
): { readonly ok: true; readonly entries: readonly JournalEntry[] } | JournalRefusal {
  const { number: head } = journal.head;
  let before: Link = journal.head;
  const fresh: JournalEntry[] = [];
  for (const entry of entries) {
    if (hashOfEntry(entry) !== entry.hash) return refuse("journal-mismatch", head);
    if (entry.number <= head) {
      if (hashAt(journal, entry.number) !== entry.hash) return refuse("journal-fork", head);
      continue;
    }
    if (entry.number > before.number + 1) return refuse("journal-gap", head);
    if (!follows(entry, before)) return refuse("journal-fork", head);
    fresh.push(entry);
    before = entry;
  }
  return { ok: true, entries: fresh };
}

function segmentOf({ segments }: LoadedJournal, number: number): Segment | undefined {
  return segments.findLast(({ first }) => first <= number);
}

function hashAt(journal: LoadedJournal, number: number): string | undefined {
  const segment = segmentOf(journal, number);
  return segment?.hashes[number - segment.first];
}

interface Writing {
  readonly entries: readonly JournalEntry[];
  readonly counts: Counts;
  readonly segmentBytes: number;
}

/** Writes entries behind the last one and flushes them; what cannot be written whole is taken back. */
async function write(folder: string, journal: LoadedJournal, writing: Writing): Promise<void> {
  const { entries, counts, segmentBytes } = writing;
  const segment = await segmentToContinue(folder, journal, segmentBytes);
  const start = segment.offsets.at(-1) ?? 0;
  const offsets: number[] = [];
  const file = await open(segment.path, "r+");
  try {
    let end = start;
    for (const piece of inPieces(entries, counts)) {
      const bytes = Buffer.concat(piece);
      await writeAll(file, bytes, end);
      for (const line of piece) offsets.push((end += line.length));
    }
    await file.sync();
  } catch (error) {
    // Best effort: should it fail too, the next look finds the torn line and sets it aside.
    await file.truncate(start).catch(() => null);
    throw error;
  } finally {
    await file.close();
  }
  segment.offsets.push(...offsets);
  for (const entry of entries) {
    segment.hashes.push(entry.hash);
    journal.lastAt = laterOf(journal.lastAt, entry.at);
    journal.head = entry;
  }
  journal.seen = { path: segment.path, size: offsets.at(-1) ?? start };
}

async function writeAll(
  file: Awaited<ReturnType<typeof open>>,
  bytes: Buffer,
  position: number,
): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** The lines, as many together as make a piece worth a call. */
function* inPieces(entries: readonly JournalEntry[], counts: Counts): Generator<readonly Buffer[]> {
  let piece: Buffer[] = [];
  let size = 0;
  for (const entry of entries) {
    const line = Buffer.from(writeLine(entry, counts));
    piece.push(line);
    size += line.length;
    if (size < WRITE_BYTES) continue;
    yield piece;
    piece = [];
    size = 0;
  }
  if (piece.length > 0) yield piece;
}

async function segmentToContinue(
  folder: string,
  journal: LoadedJournal,
  segmentBytes: number,
): Promise<Segment> {
  const last = journal.segments.at(-1);
  if (last !== undefined && (last.offsets.at(-1) ?? 0) < segmentBytes) return last;
  await makeFolder(folder);
  const first = journal.head.number + 1;
  const path = join(folder, segmentName(first));
  // One that a crash left empty is taken as it is.
  await (await open(path, "a", PRIVATE_FILE)).close();
  await flushFolder(dirname(path));
  const segment: Segment = { first, path, offsets: [0], hashes: [] };
  journal.segments.push(segment);
  return segment;
}

/** The entries are on the disk by now: a disk that is too full for this little file changes nothing. */
async function remember(folder: string, journal: LoadedJournal, counts: Counts): Promise<void> {
  journal.lastCounts = counts;
  try {
    await writeLastKnown(folder, { number: journal.head.number, counts });
  } catch (error) {
    if (fileFaultOf(error) === null) throw error;
  }
}

/** A page of entries, of a faulty journal also from behind the fault; null as `readPage`. */
async function readPageOf(journal: LoadedJournal, from: number) {
  const { head, fault, behind } = journal;
  const isBehind = fault !== null && from > head.number;
  const entries = isBehind
    ? await readBehind(behind, from, PAGE_BYTES)
    : await readPage(journal, from);
  if (entries === null) return null;
  const last = entries.at(-1)?.number ?? head.number;
  return { ok: true as const, entries, isEnd: last >= head.number };
}

/** Null where a line is not what was written any more. */
async function readPage(
  journal: LoadedJournal,
  from: number,
): Promise<readonly JournalEntry[] | null> {
  const segment = segmentOf(journal, from);
  if (segment === undefined) return [];
  const index = from - segment.first;
  const start = segment.offsets[index];
  if (start === undefined || index >= segment.hashes.length) return [];
  let last = index + 1;
  while ((segment.offsets[last + 1] ?? Infinity) - start <= PAGE_BYTES) last += 1;
  const lines = await readRange(segment.path, start, segment.offsets[last] ?? start);
  const entries: JournalEntry[] = [];
  for (let at = index; at < last; at += 1) {
    const [begin = start, end = start] = segment.offsets.slice(at, at + 2);
    const read = readLine(lines.subarray(begin - start, end - start - 1));
    if (read === null) return null;
    entries.push(read.entry);
  }
  return entries;
}

async function readRange(path: string, from: number, to: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(to - from);
    for (let done = 0; done < bytes.length;) {
      const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
