import type { Day } from "../../shared/calendar/day.ts";
import { formatDay, parseStart, precisionOf } from "../../shared/calendar/text.ts";
import { type Cycle, cycleOf } from "../../shared/policy/cycle.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { packInEffect, SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import { refused, wrongUsage } from "./io.ts";

/** What several commands take on the command line. */

const FIRST_YEAR = 1_900;
const LAST_YEAR = 2_100;

/** The options that say which round is meant. */
export const CYCLE_OPTIONS = {
  year: { type: "number", demandOption: true, requiresArg: true, describe: "申报年度，如 2026" },
  "apply-on": {
    type: "string",
    requiresArg: true,
    describe: "申报日期，如 2026-09-01；不写为当年9月1日",
  },
  "cut-off": {
    type: "string",
    requiresArg: true,
    describe: "任职年限截止日；不写为当年12月31日",
  },
} as const;

export interface CycleArguments {
  readonly year: number;
  readonly "apply-on"?: string | undefined;
  readonly "cut-off"?: string | undefined;
}

/** A day given as an option; anything but an existing YYYY-MM-DD is wrong usage. */
export function readDayOption(name: string, text: string): Day {
  const day = parseStart(text);
  if (day === null || precisionOf(text) !== "day") {
    throw wrongUsage(`--${name} 应写成 2026-09-01 这样的日期，现为“${text}”`);
  }
  return day;
}

/** The round that the options name. */
export function readCycle(given: CycleArguments): Cycle {
  const { year } = given;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw wrongUsage(`--year 应为${FIRST_YEAR}至${LAST_YEAR}之间的年份，现为“${year}”`);
  }
  const applyOn = given["apply-on"];
  const cutOff = given["cut-off"];
  return cycleOf(year, {
    ...(applyOn === undefined ? {} : { applyOn: readDayOption("apply-on", applyOn) }),
    ...(cutOff === undefined ? {} : { cutOff: readDayOption("cut-off", cutOff) }),
  });
}

/** The pack in effect on a day; a day without one is refused. */
export function packOn(day: Day): Pack {
  const pack = packInEffect(SHIPPED_PACKS, day);
  if (pack !== null) return pack;
  const known = SHIPPED_PACKS.map(
    ({ id, effectiveFrom, effectiveTo }) => `${id}（${effectiveFrom}起至${effectiveTo ?? "今"}）`,
  );
  throw refused(`${formatDay(day)}没有生效的政策包；现有：${known.join("、")}`);
}
