import { useCallback, useEffect, useState } from "react";
import { useStore } from "../store/context.ts";
import type { Store } from "../store/types.ts";

type Heard = (key: string, value: unknown) => void;

/** Who shows preferences of a store: a choice made on one part of the screen holds on all at once. */
const hearers = new WeakMap<Store, Set<Heard>>();

function hear(store: Store, heard: Heard): () => void {
  const all = hearers.get(store) ?? new Set();
  hearers.set(store, all.add(heard));
  return () => all.delete(heard);
}

/** A choice that is kept, like columns or an order: the value and a function that changes it. */
export function usePreference<T>(key: string, fallback: T): [T, (value: T) => void] {
  const store = useStore();
  const [kept, setKept] = useState<{ readonly key: string; readonly value: T } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const end = hear(store, (changed, value) => {
      if (changed !== key) return;
      // What is chosen now is newer than what is still being read.
      isCurrent = false;
      setKept({ key, value: value as T });
    });
    void store.readPreference(key).then((value) => {
      if (isCurrent && value !== undefined && value !== null) setKept({ key, value: value as T });
    });
    return () => {
      isCurrent = false;
      end();
    };
  }, [store, key]);
  const keep = useCallback(
    (value: T) => {
      for (const heard of hearers.get(store) ?? []) heard(key, value);
      void store.keepPreference(key, value);
    },
    [store, key],
  );
  return [kept !== null && kept.key === key ? kept.value : fallback, keep];
}
