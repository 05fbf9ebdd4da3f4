import { formatBeijing, formatInstant } from "../../../shared/calendar/instant.ts";
import type { Settings } from "../types.ts";

/** The settings before anything was set: the present year's round, nobody named. */
export function defaultSettings(now: number): Settings {
  const year = Number(formatBeijing(formatInstant(now)).slice(0, 4));
  return {
    cycle: { year, applyOn: `${year}-09-01`, cutOff: `${year}-12-31` },
    operators: [],
    operatorId: null,
  };
}
