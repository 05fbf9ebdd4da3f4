import { IDBDatabase } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Idb } from "../../../renderer/store/database/database.ts";
import { isQuotaError } from "../../../renderer/store/engine/write-entry.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { clearRaw, dumpAll, putRaw } from "./dump.ts";
import { contentOf, openReady, peopleOf, until, written } from "./opened.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

const { unit, people } = inventUnit(12);
const label = { key: "test" };
const [someone] = people;
if (someone === undefined) throw new Error("nobody");

let host: StandInHost;
let idb: Idb;

beforeEach(() => {
  host = new StandInHost();
  idb = freshIdb();
});

test("an edit is in the records, the list, the history and the journal", async () => {
  const store = await openReady(host, idb);
  written(await store.commit({ label, unit, putPeople: people }));
  expect(peopleOf(store).map(({ id }) => id)).toEqual(people.map(({ id }) => id));
  expect(store.getState().rows).toHaveLength(12);
  expect(await store.readHistory({ limit: 10 })).toMatchObject([
    { number: 1, kind: "edit", label },
  ]);
  expect(host.entries).toHaveLength(1);
  expect(host.lastCounts).toEqual({ people: 12, entries: 1 });
  await store.close();
});

test("records, undo and redo survive a restart", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, unit, putPeople: people });
  await store.commit({ label, removePeople: [someone.id] });
  const after = peopleOf(store);
  expect(after).toHaveLength(11);
  await store.close();

  const again = await openReady(host, idb);
  expect(peopleOf(again)).toEqual(after);
  written(await again.undo());
  const back = contentOf(again);
  expect(peopleOf(again).some(({ id }) => id === someone.id)).toBe(true);
  await again.close();

  const third = await openReady(host, idb);
  expect(contentOf(third)).toEqual(back);
  expect(third.getState().undoable?.number).toBe(1);
  expect(third.getState().redoable?.number).toBe(2);
  written(await third.redo());
  expect(peopleOf(third)).toEqual(after);
  await third.close();
});

test("a new edit takes redo away", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: [someone] });
  await store.undo();
  expect(store.getState().redoable).not.toBeNull();
  await store.commit({ label, unit });
  expect(store.getState().redoable).toBeNull();
  expect(await store.redo()).toMatchObject({ ok: false, code: "nothing-to-undo" });
  await store.close();
});

test("what would change nothing is not written", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  const same = { ...someone, training: someone.training.toReversed() };
  expect(await store.commit({ label, putPeople: [same] })).toMatchObject({
    code: "nothing-changed",
  });
  expect(host.entries).toHaveLength(1);
  await store.close();
});

test("edits given at once are written one after the other", async () => {
  const store = await openReady(host, idb);
  const results = await Promise.all(
    people.map((person) => store.commit({ label, putPeople: [person] })),
  );
  expect(results.map((result) => written(result).number)).toEqual(
    people.map((_, index) => index + 1),
  );
  expect(host.entries).toHaveLength(people.length);
  await store.close();
});

test("a failing journal stops writing, keeps the change and is caught up with at the next edit", async () => {
  const store = await openReady(host, idb);
  host.failing.add("journal.append");
  expect(await store.commit({ label, putPeople: [someone] })).toMatchObject({
    ok: false,
    code: "journal-failed",
  });
  expect(store.getState().stopped?.code).toBe("journal-failed");
  expect(peopleOf(store)).toHaveLength(1);
  expect(await store.commit({ label, unit })).toMatchObject({ ok: false, code: "journal-failed" });
  expect(store.getState().records?.unit).toBeNull();

  host.failing.clear();
  written(await store.commit({ label, unit }));
  expect(store.getState().stopped).toBeNull();
  expect(host.entries.map(({ number }) => number)).toEqual([1, 2]);
  await store.close();
});

test("a failing journal is tried again by itself", async () => {
  const store = await openReady(host, idb);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    host.failing.add("journal.append");
    await store.commit({ label, putPeople: [someone] });
    await vi.advanceTimersByTimeAsync(16_000);
    expect(host.entries).toHaveLength(0);
    host.failing.clear();
    await vi.advanceTimersByTimeAsync(16_000);
    await vi.waitFor(() => expect(store.getState().stopped).toBeNull());
    expect(host.entries).toHaveLength(1);
    await store.close();
  } finally {
    vi.useRealTimers();
  }
});

test("every write to the database asks for strict durability", async () => {
  const asked: unknown[] = [];
  const prototype = IDBDatabase.prototype as unknown as {
    transaction: (stores: unknown, mode?: string, options?: { durability?: string }) => unknown;
  };
  const open = prototype.transaction;
  prototype.transaction = function (stores, mode, options) {
    if (mode === "readwrite") asked.push(options?.durability);
    return open.call(this, stores, mode, options);
  };
  try {
    // Dexie takes hold of the function when it opens.
    const store = await openReady(host, idb);
    asked.length = 0;
    await store.commit({ label, putPeople: people });
    await store.undo();
    await store.keepDraft("d", 1);
    await store.close();
  } finally {
    prototype.transaction = open;
  }
  expect(asked.length).toBeGreaterThan(3);
  expect(new Set(asked)).toEqual(new Set(["strict"]));
});

test("a form that asks after the end gets nothing, and breaks nothing", async () => {
  const store = await openReady(host, idb);
  const late = store.keepDraft("form", "last letters");
  await store.close();
  await late;
  await store.keepDraft("form", "too late");
  expect(await store.readDraft("form")).toBeNull();
  expect(await store.readHistory({ limit: 5 })).toEqual([]);
  const again = await openReady(host, idb);
  expect(await again.readDraft("form")).toBe("last letters");
  await again.close();
});

test("what the journal lacks is sent at the next start", async () => {
  const store = await openReady(host, idb);
  host.failing.add("journal.append");
  await store.commit({ label, putPeople: [someone] });
  await store.close();
  host.failing.clear();
  const again = await openReady(host, idb);
  expect(host.entries).toHaveLength(1);
  expect(again.getState().stopped).toBeNull();
  await again.close();
});

test("below the floor of free space nothing is written, and above it again", async () => {
  host.freeBytes = 100;
  const store = await openReady(host, idb);
  expect(await store.commit({ label, unit })).toMatchObject({ ok: false, code: "space-low" });
  host.freeBytes = 10_000_000_000;
  written(await store.commit({ label, unit }));
  await store.close();
});

test("after closing nothing is written, and nothing is lost", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  await store.close();
  expect(await store.commit({ label, unit })).toMatchObject({ ok: false, code: "locked" });
  const again = await openReady(host, idb);
  expect(peopleOf(again)).toHaveLength(12);
  await again.close();
});

test("another key does not open the database, and does not change it", async () => {
  await (await openReady(host, idb)).close();
  const before = await dumpAll(idb);
  const options = { ...optionsFor(host, idb), dataKey: new Uint8Array(32).fill(8) };
  expect(await openStore(options)).toMatchObject({ ok: false, code: "wrong-key" });
  expect(await dumpAll(idb)).toEqual(before);
});

test("a wiped database is not opened while the journal has entries", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  await store.close();
  const options = optionsFor(host, freshIdb());
  expect(await openStore(options)).toMatchObject({ ok: false, code: "wiped" });
});

test("a database that has lost people is not opened", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  await store.close();
  await clearRaw(idb, "jiceng-1", ["people"]);
  expect(await openStore(optionsFor(host, idb))).toMatchObject({ ok: false, code: "shrunk" });
});

test("an empty database beside an empty journal is not opened where the last counts know of people", async () => {
  host.lastCounts = { people: 12, entries: 4 };
  expect(await openStore(optionsFor(host, idb))).toMatchObject({
    ok: false,
    code: "shrunk",
    details: { people: 0, peopleBefore: 12 },
  });
});

test("a damaged document stops the store instead of vanishing", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  await store.close();
  const rows = (await dumpAll(idb)).get("jiceng-1/people") as { key: string; box: Uint8Array }[];
  const [first] = rows;
  if (first === undefined) throw new Error("no rows");
  const box = new Uint8Array(first.box);
  box[30] = (box[30] ?? 0) ^ 1;
  await putRaw(idb, "jiceng-1", "people", [{ key: first.key, box }]);
  const again = await openReady(host, idb);
  expect(again.getState()).toMatchObject({ phase: "listed", records: null });
  expect(again.getState().stopped?.code).toBe("database-failed");
  expect(await again.commit({ label, unit })).toMatchObject({ ok: false });
  await again.close();
});

test("a box put under another key does not open", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  await store.close();
  const rows = (await dumpAll(idb)).get("jiceng-1/people") as { key: string; box: Uint8Array }[];
  const [one, other] = rows;
  if (one === undefined || other === undefined) throw new Error("no rows");
  await putRaw(idb, "jiceng-1", "people", [{ key: one.key, box: other.box }]);
  const again = await openReady(host, idb);
  expect(again.getState().stopped?.code).toBe("database-failed");
  await again.close();
});

test("two windows: the second is told so, and gets in when the first is closed", async () => {
  const held = new Set<string>();
  const locks = {
    request: async (
      name: string,
      _: unknown,
      work: (lock: unknown) => Promise<void> | undefined,
    ) => {
      if (held.has(name)) return work(null);
      held.add(name);
      await work({ name });
      held.delete(name);
      return undefined;
    },
  } as unknown as LockManager;
  const first = await openReady(host, idb, { locks });
  const options = { ...optionsFor(host, idb), locks };
  expect(await openStore(options)).toMatchObject({ ok: false, code: "other-window" });
  await first.close();
  const second = await openReady(host, idb, { locks });
  await second.close();
});

test("drafts and preferences survive a restart and are no entries of the history", async () => {
  const store = await openReady(host, idb);
  await store.keepDraft("people/new", { name: "张三" });
  await store.keepPreference("columns", ["name", "title"]);
  await store.close();
  const again = await openReady(host, idb);
  expect(await again.readDraft("people/new")).toEqual({ name: "张三" });
  expect(await again.readPreference("columns")).toEqual(["name", "title"]);
  await again.dropDraft("people/new");
  expect(await again.readDraft("people/new")).toBeNull();
  expect(host.entries).toEqual([]);
  await again.close();
});

test("the history of one person shows that person's changes alone, newest first and page by page", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  for (let year = 2001; year < 2006; year += 1) {
    const education = [{ level: "bachelor", degree: null, graduatedOn: `${year}-07` }] as const;
    await store.commit({ label, putPeople: [{ ...someone, education: [...education] }] });
  }
  const page = await store.readHistory({ personId: someone.id, limit: 2 });
  expect(page.map(({ number }) => number)).toEqual([6, 5]);
  const rest = await store.readHistory({ personId: someone.id, before: 5, limit: 10 });
  expect(rest.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  const owners = rest.flatMap(({ changes }) => changes.map(({ personId }) => personId));
  expect(new Set(owners)).toEqual(new Set([someone.id]));
  expect((await store.readHistory({ before: 3, limit: 1 })).map(({ number }) => number)).toEqual([
    2,
  ]);
  await store.close();
});

test("the operator of the settings stands in the history by name", async () => {
  const store = await openReady(host, idb);
  const { settings } = store.getState().records ?? {};
  if (settings === undefined) throw new Error("not ready");
  const operators = [{ id: "o1", name: "李会计" }];
  await store.commit({ label, settings: { ...settings, operators, operatorId: "o1" } });
  expect(written(await store.commit({ label, unit })).operator).toBe("李会计");
  await store.close();
});

test("the list is painted from the snapshot, and a stale or broken one is not used", async () => {
  const store = await openReady(host, idb);
  await store.commit({ label, putPeople: people });
  const { rows } = store.getState();
  await store.close();

  const listed = async () => {
    const result = await openStore(optionsFor(host, idb));
    if (!result.ok) throw new Error(result.code);
    const seen: number[] = [];
    const end = result.store.subscribe(() => {
      const { phase, rows: now } = result.store.getState();
      if (phase === "listed") seen.push(now.length);
    });
    await until(result.store, ({ phase }) => phase === "ready");
    end();
    expect(result.store.getState().rows).toHaveLength(rows.length);
    return { seen, store: result.store };
  };
  const fresh = await listed();
  expect(fresh.seen).toContain(12);
  expect(fresh.store.getState().rows).toEqual(rows);
  await fresh.store.close();

  const [piece] = (await dumpAll(idb)).get("jiceng-1/snapshot") as { box: Uint8Array }[];
  if (piece === undefined) throw new Error("no snapshot");
  piece.box[40] = (piece.box[40] ?? 0) ^ 1;
  await putRaw(idb, "jiceng-1", "snapshot", [piece]);
  const broken = await listed();
  expect(broken.seen).not.toContain(12);
  await broken.store.commit({ label, removePeople: [someone.id] });
  await broken.store.close();
});

test("a full disk is recognised however deep IndexedDB and Dexie hide it", () => {
  const quota = new DOMException("full", "QuotaExceededError");
  const wrap = (more: object) => Object.assign(new Error("outer"), more);
  expect(isQuotaError(quota)).toBe(true);
  expect(isQuotaError(wrap({ inner: wrap({ inner: quota }) }))).toBe(true);
  expect(isQuotaError(wrap({ failures: [new Error("other"), quota] }))).toBe(true);
  expect(isQuotaError(wrap({ inner: new Error("other") }))).toBe(false);
  expect(isQuotaError("QuotaExceededError")).toBe(false);
});
