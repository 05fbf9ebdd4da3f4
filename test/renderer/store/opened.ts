import type { Idb } from "../../../renderer/store/database/database.ts";
import type { StoreOptions } from "../../../renderer/store/engine/open-result.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import type { EditResult, HistoryEntry, Store, StoreState } from "../../../renderer/store/types.ts";
import type { Person } from "../../../shared/records/person.ts";
import { optionsFor, type StandInHost } from "./stand-in-host.ts";

/** Opens the store and waits until everything is read. */
export async function openReady(
  host: StandInHost,
  idb: Idb,
  more: Partial<StoreOptions> = {},
): Promise<Store> {
  const result = await openStore({ ...optionsFor(host, idb), ...more });
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  await until(result.store, ({ phase, stopped }) => phase === "ready" || stopped !== null);
  return result.store;
}

/** Waits for a state. */
export async function until(store: Store, isSo: (state: StoreState) => boolean): Promise<void> {
  if (isSo(store.getState())) return;
  await new Promise<void>((resolve) => {
    const end = store.subscribe(() => {
      if (!isSo(store.getState())) return;
      end();
      resolve();
    });
  });
}

/** The entry of an edit that must have been written. */
export function written(result: EditResult): HistoryEntry {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result).slice(0, 300)}`);
  return result.entry;
}

/** The people on file, in their order. */
export function peopleOf(store: Store): readonly Person[] {
  return [...(store.getState().records?.people.values() ?? [])];
}

/** Everything on file as plain data. */
export function contentOf(store: Store): unknown {
  const { records } = store.getState();
  return {
    unit: records?.unit,
    settings: records?.settings,
    people: sortById(records?.people),
    attachments: sortById(records?.attachments),
    rounds: sortById(records?.rounds),
    candidacies: sortById(records?.candidacies),
  };
}

function sortById<One extends { readonly id: string }>(
  map: ReadonlyMap<string, One> | undefined,
): readonly One[] {
  return [...(map?.values() ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
