import type { z } from "zod";
import { formatDay, parseStart } from "../calendar/text.ts";
import type { Cycle } from "../policy/cycle.ts";
import { record, year } from "../records/fields.ts";
import { day } from "./fields.ts";

/** 申报年度 as it is written in a package. */
export const writtenCycleSchema = record({ year: year(), applyOn: day(), cutOff: day() });
export type WrittenCycle = z.infer<typeof writtenCycleSchema>;

export function writeCycle({ year: number, applyOn, cutOff }: Cycle): WrittenCycle {
  return { year: number, applyOn: formatDay(applyOn), cutOff: formatDay(cutOff) };
}

/** The cycle that was written; its days must have been checked by the schema. */
export function readWrittenCycle({ year: number, applyOn, cutOff }: WrittenCycle): Cycle {
  return { year: number, applyOn: checkedDay(applyOn), cutOff: checkedDay(cutOff) };
}

function checkedDay(text: string): number {
  const parsed = parseStart(text);
  if (parsed === null) throw new RangeError(`no such day: ${text}`);
  return parsed;
}
