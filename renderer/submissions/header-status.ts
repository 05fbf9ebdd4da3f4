import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import { percentOf } from "./item-words.ts";
import type { SubmissionsKey } from "./messages.ts";

/** What the head of the window says of sending; null where there is nothing to say. */
export interface HeaderStatus {
  readonly key: SubmissionsKey;
  readonly params?: Readonly<Record<string, number>>;
}

/** How many receipts there are in all: more than were seen is news. */
export function countReceipts(items: readonly OutboxItem[]): number {
  return items.reduce((sum, { receipts }) => sum + receipts.length, 0);
}

/** The one thing that a clerk should know first. */
export function headerStatusOf(
  items: readonly OutboxItem[],
  seenReceipts: number,
): HeaderStatus | null {
  const open = items.filter(({ isReplaced }) => !isReplaced);
  if (countReceipts(items) > seenReceipts) return { key: "head.newReceipt" };
  const latest = open.toSorted((a, b) => b.year - a.year || b.revision - a.revision)[0];
  if (latest?.step === "returned") return { key: "head.returned" };
  if (open.some(({ fault }) => fault !== null)) return { key: "head.stuck" };
  const uploading = open.find(({ step }) => step === "uploading");
  if (uploading !== undefined) {
    return { key: "head.uploading", params: { percent: percentOf(uploading) ?? 0 } };
  }
  const waiting = open.filter(({ step }) => step === "waiting" || step === "paused").length;
  if (waiting > 0) return { key: "head.waiting", params: { count: waiting } };
  return open.some(({ step }) => step === "uploaded") ? { key: "head.uploaded" } : null;
}
