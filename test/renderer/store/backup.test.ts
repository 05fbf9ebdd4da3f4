import { beforeEach, expect, test, vi } from "vitest";
import { LineCutter, LineJoiner } from "../../../renderer/store/backup/lines.ts";
import { rebuildFromJournal } from "../../../renderer/store/backup/rebuild.ts";
import type { Idb } from "../../../renderer/store/database/database.ts";
import { MIGRATIONS } from "../../../renderer/store/database/migrations.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import type { AttachmentRecord, Store } from "../../../renderer/store/types.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { clearRaw, openRaw } from "./dump.ts";
import { contentOf, openReady, peopleOf, written } from "./opened.ts";
import { makeCandidacy, makeRound } from "./rounds.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

const { unit, people } = inventUnit(40);
const label = { key: "test" };
const someone = people[0] ?? people[1];
if (someone === undefined) throw new Error("nobody");
const scan: AttachmentRecord = {
  id: "scan-1",
  personId: someone.id,
  kind: "degree",
  name: "学位证.jpg",
  type: "image/jpeg",
  size: 10,
  sha256: "ab".repeat(32),
  crc32: "0123abcd",
  addedAt: "2026-11-23T08:15:30Z",
};

const round = makeRound(2025, { state: "archived" });
const candidacy = makeCandidacy("c-1", someone.id, round.id);

let host: StandInHost;
let idb: Idb;
let store: Store;

beforeEach(async () => {
  host = new StandInHost();
  idb = freshIdb();
  store = await openReady(host, idb);
  const putRound = { putRounds: [round], putCandidacies: [candidacy] };
  written(
    await store.commit({ label, unit, putPeople: people, putAttachments: [scan], ...putRound }),
  );
});

/** So that ids of one run are not those of another. */
let runs = 0;
function optionsOf(where: Idb) {
  runs += 1;
  const run = runs;
  let ids = 0;
  return { ...optionsFor(host, where), newId: () => `r${run}-${(ids += 1)}` };
}

test("a restore brings back what the backup has, and going back brings back what it replaced", async () => {
  const kept = contentOf(store);
  const made = await store.makeBackup("asked");
  if (!made.ok) throw new Error(made.code);
  expect(made.backup).toMatchObject({
    reason: "asked",
    people: 40,
    head: 1,
    schemaVersion: MIGRATIONS.length,
  });
  const removePeople = people.slice(0, 30).map(({ id }) => id);
  const changed = { removeCandidacies: ["c-1"], putRounds: [{ ...round, isSecret: false }] };
  written(await store.commit({ label, removePeople, ...changed }));
  const replaced = contentOf(store);

  const restored = await store.restoreBackup(made.backup.id);
  if (!restored.ok) throw new Error(restored.code);
  expect(contentOf(store)).toEqual(kept);
  expect(restored.before.reason).toBe("restore");
  expect(restored.entry).toMatchObject({ number: 3, label: { key: "history.restored" } });
  expect(host.entries).toHaveLength(3);

  const back = await store.restoreBackup(restored.before.id);
  expect(back.ok).toBe(true);
  expect(contentOf(store)).toEqual(replaced);
  await store.close();
  const again = await openReady(host, idb);
  expect(contentOf(again)).toEqual(replaced);
  await again.close();
});

test("a restore is undone like any edit", async () => {
  const made = await store.makeBackup("asked");
  if (!made.ok) throw new Error(made.code);
  written(await store.commit({ label, removePeople: [someone.id] }));
  const replaced = contentOf(store);
  await store.restoreBackup(made.backup.id);
  written(await store.undo());
  expect(contentOf(store)).toEqual(replaced);
  await store.close();
});

test.each([
  [
    "a flipped bit",
    (pieces: { bytes: Uint8Array; documents: number }[]) => {
      const piece = pieces[0];
      if (piece !== undefined) piece.bytes[100] = (piece.bytes[100] ?? 0) ^ 1;
    },
  ],
  [
    "a missing last piece",
    (pieces: { bytes: Uint8Array; documents: number }[]) => {
      pieces.pop();
    },
  ],
  [
    "pieces in another order",
    (pieces: { bytes: Uint8Array; documents: number }[]) => {
      pieces.reverse();
    },
  ],
])("a backup with %s is refused, and nothing is changed or backed up for it", async (_, spoil) => {
  // Random, so that it does not shrink below a piece.
  const random = Array.from({ length: 3_000 }, () => crypto.randomUUID().repeat(13));
  const statements = inventUnit(1).people.map((person) => ({
    ...person,
    postings: random.slice(0, 2_000).map((employer) => ({
      from: "2000-01",
      to: null,
      employer,
      setting: "township" as const,
      kind: "regular" as const,
      professional: true,
      series: "health" as const,
    })),
  }));
  const big = [1, 2, 3].flatMap((n) =>
    statements.map((person) => ({ ...person, id: `big-${n}`, idNumber: null })),
  );
  written(await store.commit({ label, putPeople: big }));
  const made = await store.makeBackup("asked");
  if (!made.ok) throw new Error(made.code);
  const pieces = host.backups.kept.get(made.backup.id)?.pieces ?? [];
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map(({ bytes }) => bytes.length))).toBeLessThan(4 * 1024 * 1024);
  spoil(pieces);
  written(await store.commit({ label, removePeople: [someone.id] }));
  const before = contentOf(store);
  expect(await store.restoreBackup(made.backup.id)).toMatchObject({ code: "backup-damaged" });
  expect(contentOf(store)).toEqual(before);
  expect(host.backups.kept.size).toBe(1);
  await store.close();
});

test("a backup called off leaves none behind", async () => {
  const end = new AbortController();
  end.abort();
  expect(await store.makeBackup("asked", { signal: end.signal })).toMatchObject({
    code: "cancelled",
  });
  expect(host.backups.kept.size).toBe(0);
  await store.close();
});

test("after a wiped profile everything acknowledged is rebuilt from the journal, undo with it", async () => {
  written(await store.commit({ label, removePeople: [someone.id] }));
  written(await store.undo());
  written(await store.commit({ label, removePeople: people.slice(5, 9).map(({ id }) => id) }));
  const before = { content: contentOf(store), order: peopleOf(store).map(({ id }) => id) };
  const history = await store.readHistory({ limit: 100 });
  await store.close();

  const fresh = freshIdb();
  const steps: number[] = [];
  const rebuilt = await rebuildFromJournal(optionsOf(fresh), {
    onProgress: (done) => steps.push(done),
  });
  expect(rebuilt).toEqual({ ok: true, people: 36, entries: 4 });
  expect(steps.at(-1)).toBe(4);
  const again = await openReady(host, fresh);
  expect(contentOf(again)).toEqual(before.content);
  expect(peopleOf(again).map(({ id }) => id)).toEqual(before.order);
  expect(await again.readHistory({ limit: 100 })).toEqual(history);
  written(await again.undo());
  expect(peopleOf(again)).toHaveLength(40);
  await again.close();
});

test("a database older than the journal is rebuilt; the old one goes once the new one is open", async () => {
  await store.close();
  const older = new StandInHost();
  older.entries.push(...host.entries);
  written(await (store = await openReady(host, idb)).commit({ label, removePeople: [someone.id] }));
  await store.close();
  // The profile of before: the first entry alone.
  const before = freshIdb();
  await rebuildFromJournal({ ...optionsOf(before), bridge: older.bridge });
  expect(await openStore(optionsOf(before))).toMatchObject({ code: "journal-ahead" });
  expect(await rebuildFromJournal(optionsOf(before))).toMatchObject({
    ok: true,
    people: 39,
    entries: 2,
  });
  const again = await openReady(host, before);
  expect(peopleOf(again)).toHaveLength(39);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const names = (await before.factory.databases()).map(({ name }) => name);
  expect(names).toHaveLength(2);
  await again.close();
});

test("what a rebuild that was cut short left behind goes once the database has been read", async () => {
  await store.close();
  const left = await openRaw(idb, "jiceng-half");
  left.close();
  const foreign = await openRaw(idb, "other-program");
  foreign.close();
  const again = await openReady(host, idb);
  await vi.waitFor(async () => {
    const names = (await idb.factory.databases()).map(({ name }) => name ?? "");
    expect(names.toSorted()).toEqual(["jiceng-1", "jiceng-current", "other-program"]);
  });
  await again.close();
});

test("a rebuild called off changes nothing", async () => {
  await store.close();
  const fresh = freshIdb();
  const end = new AbortController();
  end.abort();
  expect(await rebuildFromJournal(optionsOf(fresh), { signal: end.signal })).toMatchObject({
    code: "cancelled",
  });
  expect(await openStore(optionsOf(fresh))).toMatchObject({ code: "wiped" });
});

test("a journal that breaks off is rebuilt to there only when the user agrees, and the history says so", async () => {
  written(await store.commit({ label, removePeople: [someone.id] }));
  await store.close();
  host.entries.pop();
  host.fault = { kind: "damaged", wholeUpTo: 1 };
  const fresh = freshIdb();
  expect(await openStore(optionsOf(fresh))).toMatchObject({ code: "journal-damaged" });
  expect(await rebuildFromJournal(optionsOf(fresh))).toMatchObject({
    code: "incomplete",
    details: { wholeUpTo: 1, entriesBefore: 2 },
  });
  const rebuilt = await rebuildFromJournal(optionsOf(fresh), { isPartialAccepted: true });
  expect(rebuilt).toEqual({ ok: true, people: 40, entries: 2 });
  host.fault = null;
  const again = await openReady(host, fresh);
  expect((await again.readHistory({ limit: 1 }))[0]?.label).toEqual({
    key: "history.rebuiltInPart",
    params: { upTo: 1, before: 2 },
  });
  expect(again.getState().undoable?.number).toBe(1);
  await again.close();
});

test("a journal with a changed entry is not rebuilt from", async () => {
  written(await store.commit({ label, removePeople: [someone.id] }));
  await store.close();
  const [first, second] = host.entries;
  if (first === undefined || second === undefined) throw new Error("no entries");
  host.entries[0] = { ...first, sealed: second.sealed };
  expect(await rebuildFromJournal(optionsOf(freshIdb()))).toMatchObject({
    code: "journal-damaged",
  });
});

test("with profile and journal gone, a backup gives both back; what the journal has after it is taken too", async () => {
  const made = await store.makeBackup("asked");
  if (!made.ok) throw new Error(made.code);
  const atBackup = contentOf(store);
  written(await store.commit({ label, removePeople: [someone.id] }));
  const atEnd = contentOf(store);
  await store.close();

  const { id: backupId } = made.backup;
  const whole = freshIdb();
  expect(await rebuildFromJournal(optionsOf(whole), { backupId })).toMatchObject({
    ok: true,
    entries: 2,
  });
  const first = await openReady(host, whole);
  expect(contentOf(first)).toEqual(atEnd);
  await first.close();

  host.entries.length = 0;
  host.lastCounts = null;
  const fresh = freshIdb();
  expect(await rebuildFromJournal(optionsOf(fresh), { backupId })).toMatchObject({
    ok: true,
    entries: 1,
  });
  expect(host.entries).toHaveLength(1);
  const again = await openReady(host, fresh);
  expect(contentOf(again)).toEqual(atBackup);
  await again.close();
});

test("the open store rebuilds itself from the journal and is closed by it", async () => {
  const before = contentOf(store);
  expect(await store.rebuildFromJournal()).toMatchObject({ ok: true, people: 40 });
  expect(await store.commit({ label, removePeople: [someone.id] })).toMatchObject({
    code: "locked",
  });
  const again = await openReady(host, idb);
  expect(contentOf(again)).toEqual(before);
  await again.close();
  await clearRaw(idb, "jiceng-current");
});

test("the daily backup is made once while the store stays open, a while after the start", async () => {
  await store.close();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const again = await openReady(host, idb);
    await vi.advanceTimersByTimeAsync(25_000);
    await vi.waitFor(() => expect(host.backups.kept.get("backup-1")?.isFinished).toBe(true));
    expect(host.backups.kept.get("backup-1")?.info.reason).toBe("daily");
    await vi.advanceTimersByTimeAsync(31 * 60_000);
    expect(host.calls.filter((method) => method === "backups.list")).toHaveLength(2);
    expect(host.backups.kept.size).toBe(1);
    await again.close();
  } finally {
    vi.useRealTimers();
  }
});

test("lines come out of pieces as they went in, however long they are", () => {
  const cutter = new LineCutter();
  const lines = [
    { a: "短" },
    { b: "长".repeat(2_000_000) },
    { c: "" },
    { d: "x".repeat(3_500_000) },
  ];
  const pieces = lines.flatMap((line) => [...cutter.add(line)]);
  const last = cutter.finish();
  if (last !== null) pieces.push(last);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.reduce((sum, { lines: count }) => sum + count, 0)).toBe(4);
  const joiner = new LineJoiner();
  expect(pieces.flatMap(({ bytes }) => [...joiner.add(bytes)])).toEqual(lines);
  expect(joiner.isOpen).toBe(false);
});
