import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import type { DeskLedgerSetting } from "./open-desk-ledger.ts";

/** Where the desk's packs and the county's catalogue come from. */
export function packsOfBureau(
  _dataFolder: string,
): Pick<DeskLedgerSetting, "packs" | "catalogueOf"> {
  return {
    packs: () => Promise.resolve(SHIPPED_PACKS),
    catalogueOf: () => Promise.resolve(null),
  };
}
