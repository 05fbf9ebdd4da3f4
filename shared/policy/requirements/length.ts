import { lengthReachedOn } from "../../calendar/service-length.ts";
import { MET, type Outcome } from "../outcome.ts";
import type { Measure } from "../rule.ts";

/** Met where the length is reached by the last day counted; else unmet until the day on which it will be. */
export function decideLength({ periods, years, lastDay }: Measure): Outcome {
  const reachedOn = lengthReachedOn(periods, years);
  return reachedOn <= lastDay ? MET : reachedOn;
}
