import { useEffect, useRef } from "react";
import { formatInstant } from "../../shared/calendar/instant.ts";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import { useBridge } from "../bridge.ts";
import { useRecords, useStore } from "../store/context.ts";
import type { Store } from "../store/types.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { useToday } from "../widgets/today.ts";
import { roundContextOf } from "./round-context.ts";
import { followOutbox } from "./round-sync.ts";
import type { Listing } from "./use-outbox.ts";

const NOTHING: readonly OutboxItem[] = [];

/** Rounds follow the bureau's receipts as they come, whichever page is open. Draws nothing. */
export function ReceiptFollower({ listing }: { readonly listing: Listing | null }) {
  const store = useStore();
  const bridge = useBridge();
  const today = useToday();
  const work = useRef(Promise.resolve());
  const followed = useRef("");
  const isOpen = useRecords() !== null;
  const items = listing?.items ?? NOTHING;
  // Bytes on their way are no news.
  const mark = items
    .map(({ packageId, receipts, isReplaced }) => `${packageId} ${receipts.length} ${isReplaced}`)
    .join();
  useEffect(() => {
    if (!isOpen || mark === followed.current) return;
    followed.current = mark;
    const follow = async () => {
      const clock = await bridge.call("app.info", {});
      if (clock.ok) await followAll(store, items, formatInstant(clock.output.now), today);
    };
    // One after the other: each begins from what the one before has saved.
    work.current = work.current.then(follow);
  }, [items, mark, isOpen, store, bridge, today]);
  return null;
}

async function followAll(
  store: Store,
  items: readonly OutboxItem[],
  at: string,
  today: number,
): Promise<void> {
  const { records, packs } = store.getState();
  const unit = records?.unit ?? null;
  if (records === null || unit === null) return;
  for (const round of records.rounds.values()) {
    const follow = (current: Round) =>
      followOutbox(roundContextOf(records, unit, current, { packs, today }), items, at);
    if (follow(round) === round) continue;
    const label = labelEdit("history.receiptsFollowed", { year: round.year });
    await store.commit(({ rounds }) => ({
      label,
      putRounds: [follow(rounds.get(round.id) ?? round)],
    }));
  }
}
