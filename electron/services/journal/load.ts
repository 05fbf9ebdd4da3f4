import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { flushFolder, moveDurably, PRIVATE_FILE } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { type LastKnown, readLastKnown } from "./last-known.ts";
import type { Counts } from "./line.ts";
import { firstOf, laterOf, type Link, scanSegment, segmentName, sizeOf } from "./segment.ts";

/** What stands before the first entry. */
const BEGINNING: Link = { number: 0, hash: "0".repeat(64) };

export interface JournalFault {
  readonly kind: "truncated" | "damaged";
  readonly wholeUpTo: number;
}

/** A file of the journal as far as it is whole. */
export interface Segment {
  readonly first: number;
  readonly path: string;
  /** Where each line begins, and behind the last one where it ends. */
  readonly offsets: number[];
  readonly hashes: string[];
}

/** The journal as it was last seen on the disk. */
export interface LoadedJournal {
  readonly segments: Segment[];
  head: Link;
  lastAt: string | null;
  lastCounts: Counts | null;
  fault: JournalFault | null;
  /** Files behind a fault, from the one where it stands. */
  readonly behind: readonly string[];
  /** The whole length of the last file that was looked at: another length means that somebody wrote. */
  seen: { readonly path: string; size: number } | null;
}

/** Reads the journal through. A line torn by a crash at its very end is set aside: nobody was told of it. */
export async function loadJournal(folder: string): Promise<LoadedJournal> {
  const names = await segmentNames(folder);
  const journal: LoadedJournal = {
    segments: [],
    head: BEGINNING,
    lastAt: null,
    lastCounts: null,
    fault: null,
    behind: [],
    seen: null,
  };
  for (const [index, name] of names.entries()) {
    const path = join(folder, name);
    const isLast = index === names.length - 1;
    const kind = await takeSegment(journal, { path, first: firstOf(name) ?? 0, isLast });
    if (kind === null) continue;
    const fault = { kind, wholeUpTo: journal.head.number };
    const behind = names.slice(index).map((one) => join(folder, one));
    return withLastKnown({ ...journal, fault, behind }, await readLastKnown(folder));
  }
  return withLastKnown(journal, await readLastKnown(folder));
}

/** Adds a file to what is loaded; gives what is wrong with it. */
async function takeSegment(
  journal: LoadedJournal,
  { path, first, isLast }: { path: string; first: number; isLast: boolean },
): Promise<JournalFault["kind"] | null> {
  if (first !== journal.head.number + 1) {
    journal.seen = { path, size: await sizeOf(path) };
    return first > journal.head.number ? "truncated" : "damaged";
  }
  const scanned = await scanSegment(path, journal.head);
  const offsets = [...scanned.offsets];
  const hashes = [...scanned.hashes];
  const end = offsets.at(-1) ?? 0;
  journal.segments.push({ first, path, offsets, hashes });
  journal.head = { number: first + hashes.length - 1, hash: hashes.at(-1) ?? journal.head.hash };
  journal.lastAt = laterOf(journal.lastAt, scanned.lastAt);
  journal.lastCounts = scanned.lastCounts ?? journal.lastCounts;
  journal.seen = { path, size: scanned.size };
  if (scanned.end === "whole") return null;
  if (scanned.end === "damaged") return "damaged";
  if (!isLast) return "truncated";
  await setAsideFrom(path, end);
  journal.seen = { path, size: end };
  return null;
}

function withLastKnown(journal: LoadedJournal, known: LastKnown | null): LoadedJournal {
  if (known === null || known.number < journal.head.number) return journal;
  const isCut = known.number > journal.head.number;
  const truncated = { kind: "truncated", wholeUpTo: journal.head.number } as const;
  const fault = journal.fault ?? (isCut ? truncated : null);
  return { ...journal, lastCounts: known.counts, fault };
}

async function segmentNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => firstOf(name) !== null).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** True where the disk holds what was last seen, and nothing after it. */
export async function isAsSeen(
  folder: string,
  { head, seen, fault }: LoadedJournal,
): Promise<boolean> {
  if (seen !== null && (await sizeOf(seen.path)) !== seen.size) return false;
  if (fault !== null) return true;
  const next = join(folder, segmentName(head.number + 1));
  return next === seen?.path || (await sizeOf(next)) === 0;
}

/** Puts everything behind the whole part into files beside the journal: they are kept, and looked at by hand. */
export async function setFaultAside(journal: LoadedJournal): Promise<void> {
  const [faulty, ...later] = journal.behind;
  if (faulty === undefined) return;
  for (const path of later) await moveDurably(path, asideName(path));
  const segment = journal.segments.at(-1);
  if (segment?.path !== faulty) await moveDurably(faulty, asideName(faulty));
  else await setAsideFrom(faulty, segment.offsets.at(-1) ?? 0);
}

/** Puts the entries from one number on into files beside the journal, the last ones first: cut short it has no hole. */
export async function setEntriesAside(
  { segments }: Pick<LoadedJournal, "segments">,
  from: number,
): Promise<void> {
  for (const { first, path, offsets } of segments.toReversed()) {
    if (first >= from) {
      await moveDurably(path, asideName(path));
      continue;
    }
    const start = offsets[from - first];
    if (start !== undefined && start < (offsets.at(-1) ?? 0)) await setAsideFrom(path, start);
    return;
  }
}

function asideName(path: string): string {
  return path.replace(/\.jsonl$/, `.aside-${randomUUID()}`);
}

/** Cuts a file off at a place; what stood behind it is flushed into a file of its own first. */
async function setAsideFrom(path: string, from: number): Promise<void> {
  const aside = asideName(path);
  const target = await open(aside, "wx", PRIVATE_FILE);
  try {
    const rest = createReadStream(path, { start: from });
    for await (const chunk of rest as AsyncIterable<Buffer>) await target.write(chunk);
    await target.sync();
  } finally {
    await target.close();
  }
  await flushFolder(join(path, ".."));
  const file = await open(path, "r+");
  try {
    await file.truncate(from);
    await file.sync();
  } finally {
    await file.close();
  }
}
