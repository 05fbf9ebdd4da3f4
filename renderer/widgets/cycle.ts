import { useMemo } from "react";
import { parseStart } from "../../shared/calendar/text.ts";
import { type Cycle, cycleOf } from "../../shared/policy/cycle.ts";
import { useStoreState } from "../store/context.ts";
import type { Settings, StoreState } from "../store/types.ts";

/** The round of the settings as day numbers. */
export function cycleOfSettings({ year, applyOn, cutOff }: Settings["cycle"]): Cycle {
  const on = parseStart(applyOn);
  const until = parseStart(cutOff);
  return cycleOf(year, {
    ...(on === null ? {} : { applyOn: on }),
    ...(until === null ? {} : { cutOff: until }),
  });
}

const selectDecided = ({ records, assessed }: StoreState) =>
  records?.settings.cycle ?? (assessed.answers.size === 0 ? null : assessed.cycle);

/** The round that the answers at hand are for, as soon as there are any: before the records are read. */
export function useDecidedCycle(): Settings["cycle"] | null {
  return useStoreState(selectDecided);
}

const selectCycle = ({ records }: StoreState) => records?.settings.cycle ?? null;

/** The present round; null while the records are being read. The same object as long as the settings stay. */
export function useCycle(): Cycle | null {
  const written = useStoreState(selectCycle);
  return useMemo(() => (written === null ? null : cycleOfSettings(written)), [written]);
}
