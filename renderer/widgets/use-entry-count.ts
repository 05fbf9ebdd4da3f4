import { useEffect, useState } from "react";
import { useStore, useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";

/** Every change gives new records. */
const selectRecords = ({ records }: StoreState) => records;

/** The number of the last entry in the history; null until it is known. */
export function useEntryCount(): number | null {
  const store = useStore();
  const records = useStoreState(selectRecords);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      // An entry that does not open counts as none: the health page then says that something is missing.
      const [newest] = await store.readHistory({ limit: 1 }).catch(() => []);
      if (isCurrent) setCount(newest?.number ?? 0);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [store, records]);
  return count;
}
