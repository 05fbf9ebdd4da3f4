import { beforeEach, expect, test } from "vitest";
import type { Idb } from "../../../renderer/store/database/database.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import type { Store, StoreState } from "../../../renderer/store/types.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

const { unit, people } = inventUnit(12);
const label = { key: "test" };

let host: StandInHost;
let idb: Idb;

beforeEach(() => {
  host = new StandInHost();
  idb = freshIdb();
});

async function open(): Promise<Store> {
  const result = await openStore(optionsFor(host, idb));
  if (!result.ok) throw new Error(result.code);
  await until(result.store, ({ phase }) => phase === "ready");
  return result.store;
}

async function until(store: Store, test_: (state: StoreState) => boolean): Promise<void> {
  if (test_(store.getState())) return;
  await new Promise<void>((resolve) => {
    const end = store.subscribe(() => {
      if (!test_(store.getState())) return;
      end();
      resolve();
    });
  });
}

function peopleOf(store: Store) {
  return [...(store.getState().records?.people.values() ?? [])];
}

test("an edit is in the records, the list, the history and the journal", async () => {
  const store = await open();
  const result = await store.commit({ label, unit, putPeople: people });
  expect(result.ok).toBe(true);
  expect(peopleOf(store).map(({ id }) => id)).toEqual(people.map(({ id }) => id));
  expect(store.getState().rows).toHaveLength(12);
  expect(await store.readHistory({ limit: 10 })).toMatchObject([
    { number: 1, kind: "edit", label },
  ]);
  expect(host.entries).toHaveLength(1);
  await until(store, ({ assessed }) => assessed.byPerson.size === 12);
  await store.close();
});

test("records, undo and redo survive a restart", async () => {
  const store = await open();
  await store.commit({ label, unit, putPeople: people });
  const [first] = peopleOf(store);
  await store.commit({ label, removePeople: [first?.id ?? ""] });
  const after = peopleOf(store);
  await store.close();

  const again = await open();
  expect(peopleOf(again)).toEqual(after);
  expect((await again.undo()).ok).toBe(true);
  expect(peopleOf(again).find(({ id }) => id === first?.id)).toEqual(first);
  await again.close();

  const third = await open();
  expect(third.getState().redoable?.number).toBe(2);
  expect((await third.redo()).ok).toBe(true);
  expect(peopleOf(third)).toEqual(after);
  await third.close();
});
