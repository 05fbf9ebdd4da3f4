import { findInCatalogue } from "../../../shared/bureau/catalogue.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { readKnownPacks } from "../statements/known-packs.ts";
import { readPublished } from "../statements/published.ts";
import { LedgerFaultError } from "./ledger.ts";
import type { DeskLedgerSetting } from "./open-desk-ledger.ts";

/** Where the desk's packs and the county's catalogue come from: what this bureau has issued. */
export function sourcesOfBureau(
  dataFolder: string,
  keys: UnlockedKeys,
): Pick<DeskLedgerSetting, "packs" | "catalogueOf"> {
  return {
    packs: async () => {
      const known = await readKnownPacks(dataFolder, keys);
      if (!known.ok) throw new LedgerFaultError("sources-damaged", known.code);
      return known.packs;
    },
    catalogueOf: async (year) => {
      const read = await readPublished({ dataFolder, keys });
      if (!read.ok) throw new LedgerFaultError("sources-damaged", read.code);
      const newest = read.content.catalogues
        .filter((one) => one.year === year)
        .toSorted((a, b) => b.serial - a.serial)[0];
      if (newest === undefined) return null;
      return {
        mark: String(newest.serial),
        findUnit: (unit) => findInCatalogue(newest.units, unit),
      };
    },
  };
}
