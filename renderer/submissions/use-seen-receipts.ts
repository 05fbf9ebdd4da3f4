import { useEffect } from "react";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import { usePreference } from "../widgets/use-preference.ts";
import { countReceipts } from "./header-status.ts";

/** How many receipts the clerk has seen, and a function that changes it. */
export function useSeenReceipts(): [number, (count: number) => void] {
  return usePreference("submissions:seenReceipts", 0);
}

/** The receipts that are on the page count as seen. */
export function useMarkSeen(items: readonly OutboxItem[] | null): void {
  const [seen, setSeen] = useSeenReceipts();
  const count = items === null ? seen : countReceipts(items);
  useEffect(() => {
    if (count > seen) setSeen(count);
  }, [count, seen, setSeen]);
}
