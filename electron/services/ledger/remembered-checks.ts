import type { DeskCheck } from "../../../shared/bureau/desk-check.ts";
import type { CountyCatalogue, DeskContext } from "./desk-context.ts";
import { countSingleChecks, findSharedChecks, type SingleCounts } from "./find-desk-checks.ts";

/** The checks of each year, worked out anew only where packages, packs or the catalogue changed. */
export interface RememberedChecks {
  readonly of: (year: number) => Promise<YearChecks>;
  readonly forget: () => void;
}

/** What is to be looked at in a year: the few checks across units, and of the many others the counts. */
export interface YearChecks {
  readonly shared: readonly DeskCheck[];
  /** By the keyed hash of each package. */
  readonly single: ReadonlyMap<string, SingleCounts>;
}

interface Remembered {
  readonly catalogue: CountyCatalogue | null;
  readonly checks: YearChecks;
}

export function rememberChecks(context: DeskContext): RememberedChecks {
  const years = new Map<number, Remembered>();
  return {
    of: async (year) => {
      const catalogue = await context.catalogueOf(year);
      const known = years.get(year);
      if (known?.catalogue === catalogue) return known.checks;
      const checks = await readYearChecks(context, year);
      years.set(year, { catalogue, checks });
      return checks;
    },
    forget: () => years.clear(),
  };
}

/** The checks of a year as the inbox counts them; of one package where it is named. */
export async function readYearChecks(
  context: DeskContext,
  year: number,
  packageId: string | null = null,
): Promise<YearChecks> {
  return {
    shared: await findSharedChecks(context, year, packageId),
    single: await countSingleChecks(context, year),
  };
}
