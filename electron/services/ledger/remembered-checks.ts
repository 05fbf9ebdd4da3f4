import type { DeskCheck } from "../../../shared/bureau/desk-check.ts";
import type { CountyCatalogue, DeskContext } from "./desk-context.ts";
import { findDeskChecks } from "./find-desk-checks.ts";

/** The checks of each year, worked out anew only where packages, packs or the catalogue changed. */
export interface RememberedChecks {
  readonly of: (year: number) => Promise<readonly DeskCheck[]>;
  readonly forget: () => void;
}

interface Remembered {
  readonly catalogue: CountyCatalogue | null;
  readonly checks: readonly DeskCheck[];
}

export function rememberChecks(context: DeskContext): RememberedChecks {
  const years = new Map<number, Remembered>();
  return {
    of: async (year) => {
      const catalogue = await context.catalogueOf(year);
      const known = years.get(year);
      if (known?.catalogue === catalogue) return known.checks;
      const checks = await findDeskChecks(context, year);
      years.set(year, { catalogue, checks });
      return checks;
    },
    forget: () => years.clear(),
  };
}
