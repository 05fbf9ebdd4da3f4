import { addYears, type Day } from "../../shared/calendar/day.ts";
import { parseStart } from "../../shared/calendar/text.ts";
import type { Answer } from "../../shared/policy/answer.ts";
import type { Cycle } from "../../shared/policy/cycle.ts";
import type { RequirementId } from "../../shared/policy/requirement.ts";

/** Lengths that policy.md counts up to the cut-off; everything else is taken on the day of application. */
const BY_CUT_OFF: ReadonlySet<RequirementId> = new Set(["ladder.tenure", "township.years"]);

/** The cycle of another year on the same days of the year. */
export function cycleIn({ year, applyOn, cutOff }: Cycle, other: number): Cycle {
  return {
    year: other,
    applyOn: addYears(applyOn, other - year),
    cutOff: addYears(cutOff, other - year),
  };
}

/**
 * The first year in which the answer's own dates allow an application: this one where it is open, null
 * where no day is in sight or something is not known. A day after the round of its year waits for the next.
 */
export function openYear(
  { decision, eligibleOn, requirements }: Answer,
  cycle: Cycle,
): number | null {
  if (decision === "eligible") return cycle.year;
  if (eligibleOn === null) return null;
  let year = cycle.year + 1;
  for (const { id, status, metOn } of requirements) {
    if (status === "unknown") return null;
    const day = status === "unmet" && metOn !== null ? parseStart(metOn) : null;
    if (day === null) continue;
    while (lastDay(cycleIn(cycle, year), id) < day) year += 1;
  }
  return year;
}

function lastDay({ applyOn, cutOff }: Cycle, id: RequirementId): Day {
  return BY_CUT_OFF.has(id) ? cutOff : applyOn;
}
