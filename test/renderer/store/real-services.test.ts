import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DesktopServices } from "../../../electron/services/desktop/desktop-services.ts";
import { rebuildFromJournal } from "../../../renderer/store/backup/rebuild.ts";
import type { Idb } from "../../../renderer/store/database/database.ts";
import type { StoreOptions } from "../../../renderer/store/engine/open-result.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import type { Store } from "../../../renderer/store/types.ts";
import type { Bridge } from "../../../shared/bridge/methods.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { callOk, openTestDesktop } from "../../electron/services/desktop/desktop.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { contentOf, until, written } from "./opened.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

/** The store over the services that it works with outside of tests: journal and backups on the disk. */

const FOLDER = temporaryFolder();
const { unit, people } = inventUnit(12);
const label = { key: "test" };
const ids = people.map(({ id }) => id);

let desktop: DesktopServices;
let runs = 0;
let folder: string;
let idb: Idb;
let store: Store;

function optionsOf(where: Idb): StoreOptions {
  const bridge: Bridge = {
    call: ((method, input, bytes) => desktop.call(method, input, bytes ?? null)) as Bridge["call"],
    on: () => () => {},
  };
  return { ...optionsFor(new StandInHost(), where), newId: () => crypto.randomUUID(), bridge };
}

async function open(where: Idb): Promise<Store> {
  const result = await openStore(optionsOf(where));
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  await until(result.store, ({ phase }) => phase === "ready");
  return result.store;
}

beforeEach(async () => {
  runs += 1;
  folder = join(FOLDER, `run-${runs}`);
  desktop = await openTestDesktop(folder);
  idb = freshIdb();
  store = await open(idb);
  written(await store.commit({ label, unit, putPeople: people }));
  written(await store.commit({ label, removePeople: ids.slice(0, 2) }));
});

afterEach(async () => {
  await store.close();
  await desktop.close();
});

function journalFiles(): string[] {
  return readdirSync(join(folder, "journal")).filter((name) => name.endsWith(".jsonl"));
}

test("a journal whose file is taken away while the program runs is written anew with the next edit", async () => {
  for (const name of journalFiles()) rmSync(join(folder, "journal", name));
  written(await store.commit({ label, removePeople: ids.slice(2, 3) }));
  expect(store.getState().stopped).toBeNull();
  const kept = contentOf(store);
  await store.close();
  const fresh = freshIdb();
  expect(await rebuildFromJournal(optionsOf(fresh))).toEqual({ ok: true, people: 9, entries: 3 });
  store = await open(fresh);
  expect(contentOf(store)).toEqual(kept);
});

test("the whole data folder of the journal may go: the database gives everything back", async () => {
  rmSync(join(folder, "journal"), { recursive: true });
  written(await store.commit({ label, removePeople: ids.slice(2, 3) }));
  await store.close();
  expect(await rebuildFromJournal(optionsOf(freshIdb()))).toMatchObject({ people: 9, entries: 3 });
});

test("backup, restore, wiped profile, rebuild and undo go together", async () => {
  const made = await store.makeBackup("asked");
  if (!made.ok) throw new Error(made.code);
  const atBackup = contentOf(store);
  written(await store.commit({ label, removePeople: ids.slice(2, 9) }));
  const later = contentOf(store);
  expect(await store.restoreBackup(made.backup.id)).toMatchObject({ ok: true });
  expect(contentOf(store)).toEqual(atBackup);
  await store.close();
  const fresh = freshIdb();
  expect(await openStore(optionsOf(fresh))).toMatchObject({ code: "wiped" });
  expect(await rebuildFromJournal(optionsOf(fresh))).toMatchObject({ ok: true, entries: 4 });
  store = await open(fresh);
  expect(contentOf(store)).toEqual(atBackup);
  written(await store.undo());
  expect(contentOf(store)).toEqual(later);
  await store.close();
  store = await open(fresh);
  written(await store.redo());
  expect(contentOf(store)).toEqual(atBackup);
});

test("of two browsers on one data folder the second to write is stopped, and neither's work is lost", async () => {
  const elsewhere = freshIdb();
  await rebuildFromJournal(optionsOf(elsewhere));
  const second = await open(elsewhere);
  written(await second.commit({ label, removePeople: ids.slice(2, 4) }));
  const theirs = contentOf(second);
  await second.close();
  expect(await store.commit({ label, removePeople: ids.slice(8) })).toMatchObject({
    code: "journal-failed",
  });
  const mine = contentOf(store);
  await store.close();
  expect(await openStore(optionsOf(idb))).toMatchObject({ code: "journal-damaged" });
  expect(await rebuildFromJournal(optionsOf(idb))).toMatchObject({ code: "forked" });
  const accepted = { isPartialAccepted: true };
  expect(await rebuildFromJournal(optionsOf(idb), accepted)).toMatchObject({
    ok: true,
    entries: 4,
  });
  store = await open(idb);
  expect(contentOf(store)).toEqual(theirs);
  const { output } = await callOk(desktop, "backups.list", {});
  expect(output.backups).toMatchObject([{ reason: "restore", head: 3, people: 6 }]);
  expect(await store.restoreBackup(output.backups[0]?.id ?? "")).toMatchObject({ ok: true });
  expect(contentOf(store)).toEqual(mine);
});

test("with the profile gone and the journal harmed before a backup, the backup goes on behind the harm", async () => {
  const made = await store.makeBackup("asked");
  if (!made.ok) throw new Error(made.code);
  written(await store.commit({ label, removePeople: ids.slice(2, 3) }));
  written(await store.commit({ label, removePeople: ids.slice(3, 4) }));
  const kept = contentOf(store);
  await store.close();
  await desktop.close();
  const [name = ""] = journalFiles();
  const path = join(folder, "journal", name);
  const bytes = readFileSync(path);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  desktop = await openTestDesktop(folder);
  const fresh = freshIdb();
  expect(await openStore(optionsOf(fresh))).toMatchObject({ code: "journal-damaged" });
  expect(await rebuildFromJournal(optionsOf(fresh))).toMatchObject({ code: "incomplete" });
  const { id: backupId } = made.backup;
  const rebuilt = await rebuildFromJournal(optionsOf(fresh), { backupId });
  expect(rebuilt).toEqual({ ok: true, people: 8, entries: 4 });
  store = await open(fresh);
  expect(contentOf(store)).toEqual(kept);
  const { output } = await callOk(desktop, "journal.state", {});
  expect(output).toMatchObject({ head: 4, fault: null });
});
