import { useSyncExternalStore } from "react";
import type { Bridge } from "../../shared/bridge/methods.ts";
import { useBridge } from "../bridge.ts";
import { useStore } from "../store/context.ts";
import type { Store } from "../store/types.ts";
import { ListSession, type ListState } from "./list-session.ts";

/** One list for each time the store is open: locking forgets it with the records. */
const SESSIONS = new WeakMap<Store, ListSession>();

function sessionOf(store: Store, bridge: Bridge): ListSession {
  const known = SESSIONS.get(store);
  if (known !== undefined) return known;
  const session = new ListSession(async (bytes) => bridge.call("workbooks.read", {}, bytes));
  SESSIONS.set(store, session);
  return session;
}

/** The list being looked over, kept while one looks at other pages. */
export function useListSession(): { readonly session: ListSession; readonly state: ListState } {
  const session = sessionOf(useStore(), useBridge());
  return { session, state: useSyncExternalStore(session.subscribe, session.getState) };
}
