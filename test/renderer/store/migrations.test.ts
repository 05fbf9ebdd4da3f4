import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { HistoryRow, Idb } from "../../../renderer/store/database/database.ts";
import type { Migration } from "../../../renderer/store/database/migration.ts";
import { MIGRATIONS } from "../../../renderer/store/database/migrations.ts";
import { rebuildFromJournal } from "../../../renderer/store/backup/rebuild.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { dumpAll } from "./dump.ts";
import { contentOf, openReady, peopleOf, written } from "./opened.ts";
import { makeCandidacy, makeRound } from "./rounds.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

interface Fixture {
  readonly version: number;
  readonly content: object;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** Each made by its version and never made again. */
const fixtures = [1, 2].map(
  (version) =>
    JSON.parse(
      readFileSync(
        new URL(`../../fixtures/store/version-${version}.json`, import.meta.url),
        "utf8",
      ),
    ) as Fixture,
);

const { unit, people } = inventUnit(4);
const label = { key: "test" };

/** A version that only this test knows: names get a sign. */
const NEXT: Migration = {
  version: MIGRATIONS.length + 1,
  stores: { extra: "key" },
  upgradeRecord(table, record) {
    if (table === "training") return { ...(record as object), organizer: "主办方" };
    if (table !== "people") return record;
    const { name, ...rest } = record as { name: string };
    return { ...rest, name: `${name}新` };
  },
};
const WITH_NEXT = [...MIGRATIONS, NEXT];

test("migrations are numbered from 1 without gaps, and every version has its frozen fixture", () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  expect(fixtures.map(({ version }) => version)).toEqual([1, 2]);
  expect(MIGRATIONS).toHaveLength(fixtures.length);
});

test("an older database is backed up, brought up to date, and its history with it", async () => {
  const host = new StandInHost();
  const idb = freshIdb();
  const old = await openReady(host, idb);
  written(await old.commit({ label, unit, putPeople: people }));
  written(await old.commit({ label, removePeople: [people[0]?.id ?? ""] }));
  await old.close();

  const store = await openReady(host, idb, { migrations: WITH_NEXT });
  expect(peopleOf(store).map(({ name }) => name)).toEqual(
    people.slice(1).map(({ name }) => `${name}新`),
  );
  const [backup] = host.backups.kept.values();
  expect(backup).toMatchObject({
    isFinished: true,
    info: { reason: "upgrade", schemaVersion: MIGRATIONS.length, people: 3, head: 2 },
  });
  expect(peopleOf(store)[0]?.training.every(({ organizer }) => organizer === "主办方")).toBe(true);
  written(await store.undo());
  expect(
    peopleOf(store)
      .at(-1)
      ?.training.every(({ organizer }) => organizer === "主办方"),
  ).toBe(true);
  expect(peopleOf(store).at(-1)?.name).toBe(`${people[0]?.name ?? ""}新`);

  // The backup of the older version is restored in the words of the newer one.
  const restored = await store.restoreBackup(backup?.info.id ?? "");
  expect(restored.ok).toBe(true);
  expect(peopleOf(store).map(({ name }) => name)).toEqual(
    people.slice(1).map(({ name }) => `${name}新`),
  );
  await store.close();
});

test("without a backup nothing is brought up to date", async () => {
  const host = new StandInHost();
  const idb = freshIdb();
  const old = await openReady(host, idb);
  written(await old.commit({ label, unit, putPeople: people }));
  await old.close();
  const before = await dumpAll(idb);
  host.failing.add("backups.append");
  const options = { ...optionsFor(host, idb), migrations: WITH_NEXT };
  expect(await openStore(options)).toMatchObject({
    code: "database-failed",
    details: { step: "backup" },
  });
  expect(await dumpAll(idb)).toEqual(before);
});

test("data of a newer version is not opened and not touched; the versions are named", async () => {
  const host = new StandInHost();
  const idb = freshIdb();
  const newer = await openReady(host, idb, { migrations: WITH_NEXT });
  written(await newer.commit({ label, unit, putPeople: people }));
  await newer.close();
  const before = await dumpAll(idb);
  expect(await openStore(optionsFor(host, idb))).toMatchObject({
    code: "newer-data",
    details: { version: MIGRATIONS.length, onDisk: MIGRATIONS.length + 1 },
  });
  expect(await dumpAll(idb)).toEqual(before);
});

test("what a newer version wrote is not read from the journal either, and can be gone back from", async () => {
  const host = new StandInHost();
  const idb = freshIdb();
  const old = await openReady(host, idb);
  written(await old.commit({ label, unit, putPeople: people }));
  await old.close();
  const newer = await openReady(host, idb, { migrations: WITH_NEXT });
  const [first] = people;
  written(await newer.commit({ label, removePeople: [first?.id ?? ""] }));
  written(await newer.undo());
  await newer.close();
  const all = [...host.entries];
  const before = await dumpAll(idb);
  const options = optionsFor(host, idb);
  expect(await openStore(options)).toMatchObject({ code: "newer-data" });

  const refused = await rebuildFromJournal(options);
  const details = { wholeUpTo: 1, entriesBefore: 3 };
  expect(refused).toMatchObject({ ok: false, code: "newer-entries", details });
  expect(host.entries).toEqual(all);
  expect(await dumpAll(idb)).toEqual(before);

  const [backup] = host.backups.kept.keys();
  const how = { backupId: backup ?? "", isPartialAccepted: true };
  expect(await rebuildFromJournal(options, how)).toMatchObject({ ok: true, people: people.length });
  const back = await openReady(host, idb);
  expect(peopleOf(back).map(({ name }) => name)).toEqual(people.map(({ name }) => name));
  written(await back.commit({ label, removePeople: [first?.id ?? ""] }));
  await back.close();
  // The newer entries and their database are where they were; this one's history goes on without them.
  expect(host.aside).toEqual(all.slice(1));
  expect(host.entries).toHaveLength(3);
  const after = await dumpAll(idb);
  for (const [table, rows] of before) {
    if (table.startsWith("jiceng-1/")) expect(after.get(table)).toEqual(rows);
  }

  const again = await openReady(host, idb, { migrations: WITH_NEXT });
  expect(peopleOf(again).map(({ name }) => name)).toEqual(
    people.slice(1).map(({ name }) => `${name}新`),
  );
  await again.close();
});

/** The fixture's bytes stand in base64. */
function reviveBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reviveBytes);
  if (typeof value !== "object" || value === null) return value;
  const { base64 } = value as { base64?: string };
  if (base64 !== undefined) return new Uint8Array(Buffer.from(base64, "base64"));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reviveBytes(item)]));
}

/** A database of a version with its rows as they lay there, and the journal beside it. */
async function layOut({ version, tables }: Fixture, idb: Idb, host: StandInHost): Promise<void> {
  const request = idb.factory.open("jiceng-1", version * 10);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.addEventListener("upgradeneeded", () => {
      for (const table of Object.keys(tables)) {
        const keyPath = table === "history" ? "number" : "key";
        const store = request.result.createObjectStore(table, { keyPath });
        if (table === "history") store.createIndex("people", "people", { multiEntry: true });
      }
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("failed")));
  });
  for (const [table, rows] of Object.entries(tables)) {
    const store = database.transaction(table, "readwrite").objectStore(table);
    for (const row of rows) store.put(reviveBytes(row));
    await new Promise((resolve) => store.transaction.addEventListener("complete", resolve));
  }
  database.close();
  const history = reviveBytes(tables["history"]) as readonly HistoryRow[];
  for (const { number, at, previous, hash, box } of history) {
    host.append({ number, at, previous, hash, sealed: Buffer.from(box).toString("base64") });
  }
}

test.each(fixtures)(
  "the frozen database of version $version opens as it was, history and drafts with it",
  async (fixture) => {
    const host = new StandInHost();
    const idb = freshIdb();
    await layOut(fixture, idb, host);
    const store = await openReady(host, idb);
    // Tables that a version did not know yet are empty.
    expect(contentOf(store)).toEqual({ rounds: [], candidacies: [], ...fixture.content });
    expect(store.getState().undoable?.label.key).toBe("fixture.second");
    expect(await store.readDraft("fixture")).toEqual({ text: "草稿" });
    const backups = [...host.backups.kept.values()].map(({ info }) => info);
    const isOld = fixture.version < MIGRATIONS.length;
    expect(backups).toMatchObject(
      isOld ? [{ reason: "upgrade", schemaVersion: fixture.version }] : [],
    );
    written(await store.undo());
    await store.close();
  },
);

test("a database of version 1 takes a round after the upgrade, and its backup is restored without one", async () => {
  const [first] = fixtures;
  if (first === undefined) throw new Error("no fixture");
  const host = new StandInHost();
  const idb = freshIdb();
  await layOut(first, idb, host);
  const store = await openReady(host, idb);
  const [someone] = peopleOf(store);
  const putCandidacies = [makeCandidacy("c-1", someone?.id ?? "", "2026")];
  written(await store.commit({ label, putRounds: [makeRound(2026)], putCandidacies }));
  await store.close();

  const again = await openReady(host, idb);
  const content = contentOf(again);
  expect(content).toMatchObject({ rounds: [{ id: "2026" }], candidacies: [{ id: "c-1" }] });
  const [backup] = host.backups.kept.values();
  expect((await again.restoreBackup(backup?.info.id ?? "")).ok).toBe(true);
  expect(contentOf(again)).toEqual({ rounds: [], candidacies: [], ...first.content });
  written(await again.undo());
  expect(contentOf(again)).toEqual(content);
  await again.close();
});
