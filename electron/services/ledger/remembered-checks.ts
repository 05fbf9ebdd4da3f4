import type { DeskCheck } from "../../../shared/bureau/desk-check.ts";
import type { DeskContext } from "./desk-context.ts";
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
  /** Of the catalogue; null where there was none. */
  readonly mark: string | null;
  readonly checks: YearChecks;
}

export function rememberChecks(context: DeskContext): RememberedChecks {
  const years = new Map<number, Remembered>();
  return {
    of: async (year) => {
      const mark = (await context.catalogueOf(year))?.mark ?? null;
      const known = years.get(year);
      if (known?.mark === mark) return known.checks;
      const checks = await readYearChecks(context, year);
      years.set(year, { mark, checks });
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
