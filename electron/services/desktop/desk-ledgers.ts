import { sourcesOfBureau } from "../ledger/bureau-sources.ts";
import type { LedgerRefusal } from "../ledger/ledger.ts";
import { type DeskLedger, openDeskLedger } from "../ledger/open-desk-ledger.ts";
import { inOrder } from "../files/in-order.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";

/** The bureau's ledger while its keys are open: opened when the desk first asks, closed when they are locked. */
export interface DeskLedgers {
  readonly open: (keys: UnlockedKeys) => Promise<DeskLedger | LedgerRefusal>;
  /** Closes the ledger of other keys than these. */
  readonly useKeys: (keys: UnlockedKeys | null) => void;
  readonly close: () => Promise<void>;
}

export interface LedgersSetting {
  readonly dataFolder: string;
  /** `postgres://…`; null for the one in the data folder. */
  readonly address: string | null;
  readonly now: () => number;
  readonly floorBytes: number;
}

/** Makes the place for a bureau's ledger; nothing is loaded before the desk asks. */
export function holdLedgers({ dataFolder, address, now, floorBytes }: LedgersSetting): DeskLedgers {
  const queue = inOrder();
  let held: { readonly keys: UnlockedKeys; readonly desk: DeskLedger } | null = null;
  const closeOthers = async (keys: UnlockedKeys | null) => {
    if (held === null || held.keys === keys) return;
    const { desk } = held;
    held = null;
    await desk.close();
  };
  return {
    open: (keys) =>
      queue(async () => {
        await closeOthers(keys);
        if (held !== null) return held.desk;
        const desk = await openDeskLedger({
          dataFolder,
          keys,
          address,
          now,
          floorBytes,
          ...sourcesOfBureau(dataFolder, keys),
        });
        if (desk.ok) held = { keys, desk };
        return desk;
      }),
    useKeys: (keys) => void queue(() => closeOthers(keys)),
    close: () => queue(() => closeOthers(null)),
  };
}
