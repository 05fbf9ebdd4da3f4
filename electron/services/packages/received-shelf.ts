import { join } from "node:path";
import { type LedgerEntry, ledgerEntrySchema } from "../../../shared/submission/ledger-entry.ts";
import type { Sealer } from "../keys/sealer.ts";
import type { Shelf } from "./shelf.ts";

/** Where a bureau keeps what it took in. */
export function receivedShelf(dataFolder: string, sealer: Sealer): Shelf<LedgerEntry> {
  const folder = join(dataFolder, "received");
  return { folder, sealer, label: "received", schema: ledgerEntrySchema };
}
