import { join } from "node:path";
import { z } from "zod";
import type { Pack } from "../../../shared/policy/pack.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { readFreeBytes } from "../health/free-space.ts";
import { folderPackages } from "../packages/folder-packages.ts";
import type { PackageStore } from "../packages/package-store.ts";
import { backUpDaily, type BackupPlace, restoreLast } from "./back-up.ts";
import type { CatalogueLookup, DeskContext } from "./desk-context.ts";
import type { LedgerRefusal } from "./ledger.ts";
import { openLedger } from "./open-ledger.ts";
import { type RememberedChecks, rememberChecks } from "./remembered-checks.ts";
import { ledgerSeals } from "./seals.ts";
import { shelfSource } from "./shelf-source.ts";
import { type LedgerSync, openSync, type Synced } from "./sync.ts";

/** A bureau's ledger at work. */

export interface DeskLedgerSetting {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
  /** `postgres://…`; null for the one in the data folder. */
  readonly address: string | null;
  readonly packs: () => Promise<readonly Pack[]>;
  readonly catalogueOf: CatalogueLookup;
  readonly now: () => number;
  /** Below this much free space nothing is written. */
  readonly floorBytes: number;
}

export interface DeskLedger {
  readonly ok: true;
  readonly context: DeskContext;
  readonly sync: LedgerSync;
  readonly checks: RememberedChecks;
  readonly backups: BackupPlace;
  /** Where packages are put; it remembers what is there. */
  readonly packages: PackageStore;
  readonly close: () => Promise<void>;
}

/**
 * Opens the ledger of a bureau, its tables up to date. One that was damaged is empty afterwards but for the
 * last backup; `sync.run` fills it from the packages.
 */
export async function openDeskLedger(
  setting: DeskLedgerSetting,
): Promise<DeskLedger | LedgerRefusal> {
  const { dataFolder, keys, address, packs, catalogueOf, now, floorBytes } = setting;
  const opened = await openLedger({ dataFolder, address });
  if (!opened.ok) return opened;
  const { ledger } = opened;
  const seals = ledgerSeals(keys);
  const backups = { folder: join(dataFolder, "ledger", "backups"), sealer: keys.sealer, ledger };
  const hasRoom = async () => {
    const freeBytes = await readFreeBytes(dataFolder);
    return freeBytes === null || freeBytes >= floorBytes;
  };
  try {
    await fillOnce(backups);
    if (await hasRoom()) await backUpDaily(backups, now());
  } catch (error) {
    await ledger.close();
    throw error;
  }
  // On a server other desks have packages that this machine does not.
  const source = shelfSource(dataFolder, keys, { isWhole: address === null });
  const context: DeskContext = { ledger, seals, packs, catalogueOf };
  const checks = rememberChecks(context);
  const sync = openSync({ ledger, seals, source, packs, hasRoom });
  return {
    ok: true,
    context,
    checks,
    sync: forgetting(sync, checks, { isShared: address !== null }),
    backups,
    packages: folderPackages(dataFolder, keys.sealer),
    close: ledger.close,
  };
}

/** What others put into a shared ledger is not seen here: there nothing is remembered from one call to the next. */
function forgetting(
  sync: LedgerSync,
  checks: RememberedChecks,
  { isShared }: { readonly isShared: boolean },
): LedgerSync {
  const forgetChanged = (synced: Synced): Synced => {
    if (isShared || synced.read + synced.removed > 0) checks.forget();
    return synced;
  };
  return {
    run: async (onProgress) => forgetChanged(await sync.run(onProgress)),
    runOnce: async (onProgress) => forgetChanged(await sync.runOnce(onProgress)),
    put: async (...given) => {
      await sync.put(...given);
      checks.forget();
    },
  };
}

/** Puts the last backup into tables that were just made, once, whatever happens in between. */
async function fillOnce(backups: BackupPlace): Promise<void> {
  const { ledger } = backups;
  const row = z.object({ value: z.string() });
  const [filled] = await ledger.query(
    "SELECT value FROM ledger_state WHERE name = 'filled'",
    [],
    row,
  );
  if (filled !== undefined) return;
  const restored = await restoreLast(backups);
  await ledger.run(
    "INSERT INTO ledger_state (name, value) VALUES ('filled', $1) ON CONFLICT DO NOTHING",
    [restored?.name ?? "none"],
  );
}
