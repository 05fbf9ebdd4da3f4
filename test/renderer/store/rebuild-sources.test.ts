import { beforeEach, expect, test } from "vitest";
import { asksUser } from "../../../renderer/store/backup/rebuild-refusal.ts";
import { rebuildFromJournal } from "../../../renderer/store/backup/rebuild.ts";
import type { Idb } from "../../../renderer/store/database/database.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import type { Store } from "../../../renderer/store/types.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { openRaw } from "./dump.ts";
import { contentOf, openReady, peopleOf, until, written } from "./opened.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

/** What a rebuild takes from the database that it replaces. */

const { unit, people } = inventUnit(12);
const label = { key: "test" };
const [one, other] = people;
if (one === undefined || other === undefined) throw new Error("nobody");
const [oneId, otherId] = [one.id, other.id];

let host: StandInHost;
let idb: Idb;
let store: Store;

beforeEach(async () => {
  host = new StandInHost();
  idb = freshIdb();
  store = await openReady(host, idb);
  written(await store.commit({ label, unit, putPeople: people }));
});

let ids = 0;
function optionsOf(where: Idb) {
  return { ...optionsFor(host, where), newId: () => `new-${(ids += 1)}` };
}

/** An edit that is in the database while the journal does not take it. */
async function commitWithoutJournal(): Promise<void> {
  host.failing.add("journal.append");
  expect(await store.commit({ label, removePeople: [oneId] })).toMatchObject({
    code: "journal-failed",
  });
}

test("what the journal was not given yet comes from the old database", async () => {
  await commitWithoutJournal();
  const before = contentOf(store);
  host.failing.clear();
  expect(await store.rebuildFromJournal()).toEqual({ ok: true, people: 11, entries: 2 });
  expect(host.entries).toHaveLength(2);
  const again = await openReady(host, idb);
  expect(contentOf(again)).toEqual(before);
  expect(again.getState().undoable?.number).toBe(2);
  await again.close();
});

test("while the journal still fails nothing is rebuilt, and the old database stays", async () => {
  await commitWithoutJournal();
  const before = contentOf(store);
  expect(await store.rebuildFromJournal()).toMatchObject({ ok: false, code: "disk-full" });
  const again = await openReady(host, idb);
  await until(again, ({ phase }) => phase === "ready");
  expect(contentOf(again)).toEqual(before);
  await again.close();
});

test("a journal cut short beside a whole database loses nothing in a rebuild", async () => {
  written(await store.commit({ label, removePeople: [oneId] }));
  const before = contentOf(store);
  host.entries.pop();
  host.fault = { kind: "truncated", wholeUpTo: 1 };
  expect(await store.rebuildFromJournal()).toEqual({ ok: true, people: 11, entries: 2 });
  host.fault = null;
  const again = await openReady(host, idb);
  expect(contentOf(again)).toEqual(before);
  await again.close();
});

test("a database of another history than the journal is asked about, backed up and can be gone back to", async () => {
  await commitWithoutJournal();
  const mine = contentOf(store);
  await store.close();
  host.failing.clear();
  // Another browser on the same data folder rebuilds and goes on by itself.
  const elsewhere = freshIdb();
  await rebuildFromJournal(optionsOf(elsewhere));
  const second = await openReady(host, elsewhere);
  written(await second.commit({ label, removePeople: [otherId] }));
  const theirs = contentOf(second);
  await second.close();

  expect(await openStore(optionsOf(idb))).toMatchObject({ code: "journal-damaged" });
  const asked = await rebuildFromJournal(optionsOf(idb));
  expect(asked).toMatchObject({ code: "forked", details: { wholeUpTo: 2, entriesBefore: 2 } });
  expect(!asked.ok && asksUser(asked)).toBe(true);
  expect(host.backups.kept.size).toBe(0);

  host.failing.add("backups.begin");
  const refused = await rebuildFromJournal(optionsOf(idb), { isPartialAccepted: true });
  expect(refused).toMatchObject({ ok: false, code: "disk-full" });
  host.failing.clear();

  const rebuilt = await rebuildFromJournal(optionsOf(idb), { isPartialAccepted: true });
  expect(rebuilt).toEqual({ ok: true, people: 11, entries: 3 });
  const again = await openReady(host, idb);
  expect(contentOf(again)).toEqual(theirs);
  const [backup] = host.backups.kept.values();
  expect(backup).toMatchObject({ isFinished: true, info: { reason: "restore", head: 2 } });
  expect(await again.restoreBackup(backup?.info.id ?? "")).toMatchObject({ ok: true });
  expect(contentOf(again)).toEqual(mine);
  await again.close();
});

test("a record that does not open stops writing, and a rebuild brings it back", async () => {
  const before = contentOf(store);
  await store.close();
  const raw = await openRaw(idb, "jiceng-1");
  await new Promise<void>((resolve, reject) => {
    const transaction = raw.transaction("people", "readwrite");
    const rows = transaction.objectStore("people");
    const reading = rows.openCursor();
    reading.addEventListener("success", () => {
      const cursor = reading.result;
      if (cursor === null) return;
      const row = cursor.value as { key: string; box: Uint8Array };
      cursor.update({ ...row, box: row.box.map((byte) => byte ^ 1) });
    });
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("error", () => reject(new Error("not spoilt")));
  });
  raw.close();
  const broken = await openReady(host, idb);
  expect(await broken.makeBackup("asked")).toMatchObject({ ok: false, code: "backup-failed" });
  expect(broken.getState().stopped?.code).toBe("database-failed");
  expect(await broken.commit({ label, removePeople: [oneId] })).toMatchObject({
    code: "database-failed",
  });
  expect(await broken.rebuildFromJournal()).toEqual({ ok: true, people: 12, entries: 1 });
  const again = await openReady(host, idb);
  expect(contentOf(again)).toEqual(before);
  await again.close();
});

test("a rebuild that the browser breaks off is an answer, and the old database stays", async () => {
  const before = contentOf(store);
  await store.close();
  const full = new DOMException("the disk is full", "QuotaExceededError");
  const failing = (error: Error) => ({
    ...optionsOf(idb),
    newId: () => {
      throw error;
    },
  });
  expect(await rebuildFromJournal(failing(full))).toMatchObject({ code: "space-low" });
  expect(await rebuildFromJournal(failing(new Error("?")))).toMatchObject({
    code: "database-failed",
  });
  const again = await openReady(host, idb);
  expect(contentOf(again)).toEqual(before);
  await again.close();
  expect(await again.makeBackup("asked")).toMatchObject({ ok: false, code: "cancelled" });
});

test("half-filled forms and settings that nobody has set come through a rebuild", async () => {
  await store.keepDraft("people/new", { name: "半张表" });
  await store.keepPreference("columns", ["name"]);
  await store.rebuildFromJournal();
  const nextYear = { now: () => Date.UTC(2027, 4, 1) };
  const again = await openReady(host, idb, nextYear);
  expect(await again.readDraft("people/new")).toEqual({ name: "半张表" });
  expect(await again.readPreference("columns")).toEqual(["name"]);
  expect(again.getState().records?.settings.cycle.year).toBe(2027);
  await again.close();
});

test("counts that a crash left behind do not keep a rebuilt database from opening", async () => {
  await store.close();
  host.lastCounts = { people: 5, entries: 1 };
  const fresh = freshIdb();
  expect(await rebuildFromJournal(optionsOf(fresh))).toMatchObject({ ok: true, people: 12 });
  const again = await openReady(host, fresh);
  expect(peopleOf(again)).toHaveLength(12);
  await again.close();
});
