import type { ShelvedPack } from "../../shared/bridge/statements-methods.ts";
import { parseStart } from "../../shared/calendar/text.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { packInEffect, SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import { useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";

const selectApplyOn = ({ records }: StoreState) => records?.settings.cycle.applyOn ?? null;
const selectPacks = ({ packs }: StoreState) => packs;

/** What can be decided by: the bureau's packs before those that ship with the program. */
export function usePacks(): readonly Pack[] {
  return useStoreState(selectPacks);
}

/** The pack in force on the cycle's day of application. */
export function usePack(): Pack {
  const packs = usePacks();
  const applyOn = useStoreState(selectApplyOn);
  const day = applyOn === null ? null : parseStart(applyOn);
  return (day === null ? null : packInEffect(packs, day)) ?? SHANDONG_2020;
}

/** What can be decided by, the latest of the bureau first, those that ship last. */
export function packsInOrder(packs: readonly ShelvedPack[]): readonly Pack[] {
  const own = packs.filter(({ origin }) => origin !== "shipped").map(({ pack }) => pack);
  return [...own.toReversed(), ...SHIPPED_PACKS];
}
