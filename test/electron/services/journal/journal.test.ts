import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JournalEntry } from "../../../../shared/bridge/journal-methods.ts";
import { type Journal, openJournal } from "../../../../electron/services/journal/journal.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { hashOf, makeEntries } from "./entries.ts";

const FOLDER = temporaryFolder();
const COUNTS = { people: 3, entries: 7 };

/** Everything that the journal gives, page by page. */
async function readAll(journal: Journal): Promise<readonly JournalEntry[]> {
  const all: JournalEntry[] = [];
  for (;;) {
    const page = await journal.read(all.length + 1);
    if (!page.ok) throw new Error(page.code);
    all.push(...page.entries);
    if (page.isEnd) return all;
  }
}

async function journalOf(name: string, entries: number, segmentBytes?: number): Promise<string> {
  const folder = join(FOLDER, name);
  const journal = openJournal(folder, segmentBytes);
  for (const entry of makeEntries(1, entries)) {
    expect((await journal.append([entry], COUNTS)).ok).toBe(true);
  }
  return folder;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(folder, "journal")).toSorted();
}

/** Where the only file of a journal lies. */
function segmentPath(folder: string): string {
  return join(folder, "journal", "entries-0000000001.jsonl");
}

describe("the journal", () => {
  it("is empty before the first entry", async () => {
    const journal = openJournal(join(FOLDER, "empty"));
    expect(await journal.readState()).toEqual({
      ok: true,
      head: 0,
      headHash: null,
      bytes: 0,
      lastAt: null,
      lastCounts: null,
      fault: null,
    });
    expect(await journal.read(1)).toEqual({ ok: true, entries: [], isEnd: true });
  });

  it("gives back after a restart what was appended, with the counts and the latest time", async () => {
    const folder = await journalOf("whole", 50);
    const journal = openJournal(folder);
    const state = await journal.readState();
    expect(state).toMatchObject({
      head: 50,
      headHash: hashOf(50),
      lastCounts: COUNTS,
      fault: null,
    });
    expect(state).toMatchObject({ bytes: statSync(segmentPath(folder)).size });
    expect(state).toMatchObject({ lastAt: "2026-11-23T08:50:30Z" });
    expect(await readAll(journal)).toEqual(makeEntries(1, 50));
  });

  it("goes on in a new file when one is full, and reads over their edges", async () => {
    const folder = await journalOf("segments", 20, 1_000);
    expect(filesOf(folder).filter((name) => name.startsWith("entries-")).length).toBeGreaterThan(5);
    expect(await readAll(openJournal(folder))).toEqual(makeEntries(1, 20));
  });

  it("reads in pages of a megabyte, and an entry that is larger by itself", async () => {
    const journal = openJournal(join(FOLDER, "pages"));
    const small = makeEntries(1, 5, { bytes: 300_000 });
    const previous = small.at(-1)?.hash ?? "";
    const large = makeEntries(6, 6, { previous, bytes: 3_000_000 });
    await journal.append([...small, ...large], COUNTS);
    const pages: number[] = [];
    for (let from = 1; from <= 6;) {
      const page = await journal.read(from);
      if (!page.ok) throw new Error(page.code);
      pages.push(page.entries.length);
      from += page.entries.length;
    }
    expect(pages).toEqual([2, 2, 1, 1]);
    expect(await readAll(journal)).toEqual([...small, ...large]);
  });

  it("writes nothing twice when entries are sent again", async () => {
    const folder = await journalOf("again", 5);
    const before = readFileSync(segmentPath(folder));
    const journal = openJournal(folder);
    expect(await journal.append(makeEntries(2, 5), COUNTS)).toEqual({ ok: true, head: 5 });
    expect(readFileSync(segmentPath(folder))).toEqual(before);
    expect(await journal.append(makeEntries(4, 8), COUNTS)).toEqual({ ok: true, head: 8 });
    expect(await readAll(journal)).toEqual(makeEntries(1, 8));
  });

  it("refuses a gap, another history and another beginning, and stays as it was", async () => {
    const folder = await journalOf("refused", 5);
    const before = readFileSync(segmentPath(folder));
    const journal = openJournal(folder);
    const refusal = (code: string) => ({ ok: false, code, head: 5 });
    expect(await journal.append(makeEntries(7, 7), COUNTS)).toEqual(refusal("journal-gap"));
    const others = makeEntries(5, 6, { branch: "other" });
    expect(await journal.append(others, COUNTS)).toEqual(refusal("journal-fork"));
    const unlinked = makeEntries(6, 6, { previous: hashOf(4) });
    expect(await journal.append(unlinked, COUNTS)).toEqual(refusal("journal-fork"));
    const [changed] = makeEntries(6, 6);
    const garbled = changed === undefined ? [] : [{ ...changed, sealed: "AAAA" }];
    expect(await journal.append(garbled, COUNTS)).toEqual(refusal("journal-mismatch"));
    const half = [...makeEntries(6, 6), ...makeEntries(8, 8)];
    expect(await journal.append(half, COUNTS)).toEqual(refusal("journal-gap"));
    expect(readFileSync(segmentPath(folder))).toEqual(before);
  });

  it("keeps the order of calls that are made at once, and of two hosts on one folder", async () => {
    const folder = join(FOLDER, "at-once");
    const one = openJournal(folder);
    const other = openJournal(folder);
    const calls = makeEntries(1, 30).map((entry) => one.append([entry], COUNTS));
    expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
    for (const entry of makeEntries(31, 40)) {
      const journal = entry.number % 2 === 0 ? one : other;
      expect((await journal.append([entry], COUNTS)).ok).toBe(true);
    }
    const forked = makeEntries(40, 40, { branch: "other" });
    expect(await other.append(forked, COUNTS)).toMatchObject({ code: "journal-fork" });
    expect(await readAll(other)).toEqual(makeEntries(1, 40));
  });
});

describe("a journal that was harmed", () => {
  it("loses no whole entry to a line torn by a crash, wherever it is torn, and keeps the piece", async () => {
    const folder = await journalOf("torn", 3);
    const last = Buffer.from(readFileSync(segmentPath(folder)));
    const whole = await journalOf("torn-before", 2);
    const start = statSync(segmentPath(whole)).size;
    for (const length of [1, 40, 200, last.length - start - 1]) {
      const copy = join(FOLDER, `torn-${length}`);
      cpSync(whole, copy, { recursive: true });
      writeFileSync(segmentPath(copy), last.subarray(0, start + length));
      const journal = openJournal(copy);
      expect(await journal.readState()).toMatchObject({ head: 2, fault: null, bytes: start });
      expect(statSync(segmentPath(copy)).size).toBe(start);
      const aside = filesOf(copy).find((name) => name.includes(".aside-"));
      expect(statSync(join(copy, "journal", aside ?? "")).size).toBe(length);
      expect(await journal.append(makeEntries(3, 4), COUNTS)).toEqual({ ok: true, head: 4 });
      expect(await readAll(openJournal(copy))).toEqual(makeEntries(1, 4));
    }
  });

  it("tells that acknowledged entries were cut off, until they have come again", async () => {
    const folder = await journalOf("cut", 9);
    const { size } = statSync(segmentPath(folder));
    for (const cut of [size / 9, size / 2, size - 1]) {
      const copy = join(FOLDER, `cut-${Math.floor(cut)}`);
      cpSync(folder, copy, { recursive: true });
      truncateSync(segmentPath(copy), Math.floor(cut));
      const journal = openJournal(copy);
      const state = await journal.readState();
      if (!state.ok) throw new Error(state.code);
      expect(state.fault).toEqual({ kind: "truncated", wholeUpTo: state.head });
      expect(state.lastCounts).toEqual(COUNTS);
      expect(await journal.append(makeEntries(state.head, state.head), COUNTS)).toMatchObject({
        ok: true,
      });
      expect(await openJournal(copy).readState()).toMatchObject({ fault: { kind: "truncated" } });
      await journal.append(makeEntries(state.head + 1, 9), COUNTS);
      expect(await openJournal(copy).readState()).toMatchObject({ head: 9, fault: null });
      expect(await readAll(journal)).toEqual(makeEntries(1, 9));
    }
  });

  it("notices any flipped bit and gives what stands before it", async () => {
    const folder = await journalOf("flipped", 4);
    const bytes = readFileSync(segmentPath(folder));
    const line = bytes.length / 4;
    for (let at = 0; at < bytes.length; at += 37) {
      const copy = join(FOLDER, `flipped-${at}`);
      cpSync(folder, copy, { recursive: true });
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(segmentPath(copy), flipped);
      const wholeUpTo = Math.floor(at / line);
      const journal = openJournal(copy);
      const state = await journal.readState();
      expect(state).toMatchObject({ head: wholeUpTo, fault: { wholeUpTo } });
      expect(await readAll(journal)).toEqual(makeEntries(1, wholeUpTo));
    }
  });

  it("is mended by sending on from what is whole; what stood behind is kept aside", async () => {
    const folder = await journalOf("mended", 20, 1_000);
    const names = filesOf(folder).filter((name) => name.endsWith(".jsonl"));
    const path = join(folder, "journal", names[1] ?? "");
    const bytes = readFileSync(path);
    bytes[100] = (bytes[100] ?? 0) ^ 4;
    writeFileSync(path, bytes);
    const journal = openJournal(folder, 1_000);
    const state = await journal.readState();
    if (!state.ok) throw new Error(state.code);
    expect(state.fault).toEqual({ kind: "damaged", wholeUpTo: state.head });
    expect(await journal.append(makeEntries(state.head + 1, 21), COUNTS)).toEqual({
      ok: true,
      head: 21,
    });
    expect(await openJournal(folder).readState()).toMatchObject({ head: 21, fault: null });
    expect(await readAll(openJournal(folder))).toEqual(makeEntries(1, 21));
    const aside = filesOf(folder).filter((name) => name.includes(".aside-"));
    expect(aside.length).toBe(names.length - 1);
  });

  it("puts entries from any number on aside, deletes none of them, and goes on in another way", async () => {
    const folder = await journalOf("set-aside", 12, 1_000);
    const linesOf = (place: string) =>
      filesOf(place)
        .filter((name) => name.startsWith("entries-"))
        .flatMap((name) =>
          readFileSync(join(place, "journal", name), "utf8")
            .split("\n")
            .slice(0, -1),
        )
        .toSorted();
    const before = linesOf(folder);
    for (let from = 1; from <= 13; from += 1) {
      const place = `${folder}-${from}`;
      cpSync(folder, place, { recursive: true });
      const journal = openJournal(place, 1_000);
      expect(await journal.setAside(from)).toEqual({ ok: true, head: from - 1 });
      expect(linesOf(place)).toEqual(before);
      const others = makeEntries(from, from + 2, { branch: "other" });
      expect((await journal.append(others, COUNTS)).ok).toBe(true);
      expect(await openJournal(place).readState()).toMatchObject({ head: from + 2, fault: null });
      expect(await readAll(openJournal(place))).toEqual([...makeEntries(1, from - 1), ...others]);
    }
  });

  it("tells a file that is missing in the middle", async () => {
    const folder = await journalOf("missing", 20, 1_000);
    const copy = join(FOLDER, "missing-copy");
    const names = filesOf(folder).filter((name) => name.endsWith(".jsonl"));
    cpSync(folder, copy, {
      recursive: true,
      filter: (source) => !source.endsWith(names[2] ?? ""),
    });
    const state = await openJournal(copy).readState();
    if (!state.ok) throw new Error(state.code);
    expect(state.fault).toEqual({ kind: "truncated", wholeUpTo: state.head });
    expect(state.head).toBeGreaterThan(0);
  });

  it("knows the counts of the database even where only its last-known note is left (promise 3)", async () => {
    const folder = await journalOf("note", 3);
    const copy = join(FOLDER, "note-copy");
    cpSync(folder, copy, { recursive: true, filter: (source) => !source.endsWith(".jsonl") });
    expect(existsSync(segmentPath(copy))).toBe(false);
    expect(await openJournal(copy).readState()).toMatchObject({
      head: 0,
      lastCounts: COUNTS,
      fault: { kind: "truncated", wholeUpTo: 0 },
    });
  });
});
