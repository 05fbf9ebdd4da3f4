import { type Day, FOREVER } from "../calendar/day.ts";
import { parseEnd, parseStart } from "../calendar/text.ts";
import { isInEffect, type Pack } from "./pack.ts";
import { SHANDONG_2020 } from "./packs/shandong-2020.ts";

/** The packs that ship with the program. */
export const SHIPPED_PACKS: readonly Pack[] = [SHANDONG_2020];

/** The first pack in effect on a day, so that a bureau's can stand before the province's; null for none. */
export function packInEffect(packs: readonly Pack[], on: Day): Pack | null {
  return packs.find((pack) => isInEffect(pack, on)) ?? null;
}

/** Pairs of packs of one publisher that are in effect on a common day, which a bureau has to mend. */
export function overlappingPacks(packs: readonly Pack[]): readonly (readonly [Pack, Pack])[] {
  return packs.flatMap((pack, index) =>
    packs
      .slice(index + 1)
      .filter((other) => other.publisher === pack.publisher && doOverlap(pack, other))
      .map((other) => [pack, other] as const),
  );
}

function doOverlap(one: Pack, other: Pack): boolean {
  return startOf(one) < endOf(other) && startOf(other) < endOf(one);
}

function startOf({ effectiveFrom }: Pack): Day {
  return parseStart(effectiveFrom) ?? -FOREVER;
}

function endOf({ effectiveTo }: Pack): Day {
  return parseEnd(effectiveTo) ?? FOREVER;
}
