import { addYears, civilOf } from "../../shared/calendar/day.ts";
import { formatDay, parseStart, precisionOf } from "../../shared/calendar/text.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { packInEffect } from "../../shared/policy/pack-shelf.ts";
import type { Settings } from "../store/types.ts";

/** A round's dates moved to another year with their month and date; what is no date stays. */
export function moveCycle(cycle: Settings["cycle"], year: number): Settings["cycle"] {
  const move = (written: string) => {
    const day = precisionOf(written) === "day" ? parseStart(written) : null;
    return day === null ? written : formatDay(addYears(day, year - cycle.year));
  };
  return { year, applyOn: move(cycle.applyOn), cutOff: move(cycle.cutOff) };
}

export type CycleFault = "year" | "applyOn" | "applyOnYear" | "cutOff" | "cutOffYear" | "pack";

/** What is wrong with a round's dates; empty: nothing. */
export function checkCycle(
  { year, applyOn, cutOff }: Settings["cycle"],
  packs: readonly Pack[],
): readonly CycleFault[] {
  if (!Number.isInteger(year) || year < 2020 || year > 2100) return ["year"];
  const faults: CycleFault[] = [];
  const apply = precisionOf(applyOn) === "day" ? parseStart(applyOn) : null;
  const end = precisionOf(cutOff) === "day" ? parseStart(cutOff) : null;
  if (apply === null) faults.push("applyOn");
  else if (civilOf(apply).year !== year) faults.push("applyOnYear");
  else if (packInEffect(packs, apply) === null) faults.push("pack");
  if (end === null) faults.push("cutOff");
  // Bureaus count to the end of the round's year or of the year before.
  else if (![year - 1, year].includes(civilOf(end).year)) faults.push("cutOffYear");
  return faults;
}
