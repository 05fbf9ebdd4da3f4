import { useCallback, useEffect, useRef, useState } from "react";
import type { OutboxEvent } from "../../shared/bridge/outbox-methods.ts";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { useBridge } from "../bridge.ts";

export type Listing = OutputOf<"outbox.list">;

export interface OutboxView {
  /** Null while it is read for the first time. */
  readonly listing: Listing | null;
  /** Why it could not be read. */
  readonly fault: string | null;
  readonly refresh: () => Promise<void>;
}

/** The outbox, kept up with what Node tells of it. */
export function useOutbox(): OutboxView {
  const bridge = useBridge();
  const [listing, setListing] = useState<Listing | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef(0);
  const refresh = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    const answer = await bridge.call("outbox.list", {});
    // Of several readings under way the last one counts.
    if (latest.current !== own) return;
    setFault(answer.ok ? null : answer.error.message);
    if (answer.ok) setListing(answer.output);
  }, [bridge]);
  useEffect(() => {
    void refresh();
    return bridge.on("outbox", (event) => {
      setListing((known) => known && withProgress(known, event));
      if (event.step !== "uploading") void refresh();
    });
  }, [bridge, refresh]);
  return { listing, fault, refresh };
}

/** An upload's progress alone needs no reading. */
function withProgress(listing: Listing, { packageId, step, done }: OutboxEvent): Listing {
  return {
    ...listing,
    items: listing.items.map((item) =>
      item.packageId === packageId && step === "uploading"
        ? { ...item, step, sentBytes: done }
        : item,
    ),
  };
}
