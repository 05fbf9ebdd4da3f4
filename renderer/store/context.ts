import { createContext, useContext, useSyncExternalStore } from "react";
import type { PersonAssessments } from "../../shared/policy/evaluate.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Unit } from "../../shared/records/unit.ts";
import type { Assessed, Records, Store, StoreState } from "./types.ts";

/** The open store; null while locked. */
export const StoreContext = createContext<Store | null>(null);

/** The open store. Only pages behind the lock use it; elsewhere it is a bug. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("the store is used before it is open");
  return store;
}

/** A part of the store's state. The selector must give the same object for the same state. */
export function useStoreState<Part>(select: (state: StoreState) => Part): Part {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

const selectRecords = ({ records }: StoreState) => records;
const selectUnit = ({ records }: StoreState) => records?.unit ?? null;

/** All records; null while they are still being read. */
export function useRecords(): Records | null {
  return useStoreState(selectRecords);
}

/** The unit; null while the records are being read or before it is set up. */
export function useUnit(): Unit | null {
  return useStoreState(selectUnit);
}

/** One person; null where they are not on file. */
export function usePerson(id: string): Person | null {
  return useStoreState(({ records }) => records?.people.get(id) ?? null);
}

const selectAssessed = ({ assessed }: StoreState) => assessed;

/** The decisions of the present cycle, as far as they are worked out. */
export function useAssessments(): Assessed {
  return useStoreState(selectAssessed);
}

/** One person's decisions with all their grounds; null while they are being worked out. */
export function usePersonAssessments(id: string): PersonAssessments | null {
  return useStoreState(({ assessed }) => assessed.byPerson.get(id) ?? null);
}
