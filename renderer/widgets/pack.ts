import { parseStart } from "../../shared/calendar/text.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { packInEffect, SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import { useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";

const selectApplyOn = ({ records }: StoreState) => records?.settings.cycle.applyOn ?? null;

/** The pack in force on the cycle's day of application. */
export function usePack(): Pack {
  const applyOn = useStoreState(selectApplyOn);
  const day = applyOn === null ? null : parseStart(applyOn);
  return (day === null ? null : packInEffect(SHIPPED_PACKS, day)) ?? SHANDONG_2020;
}
