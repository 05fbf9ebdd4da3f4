import { useCallback, useEffect, useState } from "react";
import { useStore } from "../store/context.ts";

/** A choice that is kept, like columns or an order: the value and a function that changes it. */
export function usePreference<T>(key: string, fallback: T): [T, (value: T) => void] {
  const store = useStore();
  const [kept, setKept] = useState<{ readonly key: string; readonly value: T } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void store.readPreference(key).then((value) => {
      if (isCurrent && value !== undefined && value !== null) setKept({ key, value: value as T });
    });
    return () => {
      isCurrent = false;
    };
  }, [store, key]);
  const keep = useCallback(
    (value: T) => {
      setKept({ key, value });
      void store.keepPreference(key, value);
    },
    [store, key],
  );
  return [kept !== null && kept.key === key ? kept.value : fallback, keep];
}
