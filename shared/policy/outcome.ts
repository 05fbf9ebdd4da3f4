import { type Day, FOREVER } from "../calendar/day.ts";
import { parseStart } from "../calendar/text.ts";

/** 条件的三种结果: a missing fact makes a requirement `unknown`, never `met` or `unmet`. */
export type Status = "met" | "unmet" | "unknown";

export type Decision = "eligible" | "ineligible" | "undetermined";

/**
 * What a requirement came to, as one number on a line that begins with met, goes on with unknown and
 * then with the days until which a requirement is unmet, and ends with unmet for good. So the
 * three-valued AND of policy.md, "the worst status and the latest date", is simply the largest.
 */
export type Outcome = number;

export const MET: Outcome = -FOREVER;
export const UNKNOWN: Outcome = MET + 1;
/** Unmet, and time does not mend it. Any day before it is the first on which the requirement will be met. */
export const UNMET: Outcome = FOREVER;

/** Met or unmet for good. */
export function metIf(isMet: boolean): Outcome {
  return isMet ? MET : UNMET;
}

/** What the unit vouches for: said yes, said no, or not said. */
export function metIfStated(statement: boolean | undefined): Outcome {
  return statement === undefined ? UNKNOWN : metIf(statement);
}

export function statusOf(outcome: Outcome): Status {
  if (outcome === MET) return "met";
  return outcome === UNKNOWN ? "unknown" : "unmet";
}

/** The decision on a pathway from the worst of its outcomes. */
export function decisionOf(worst: Outcome): Decision {
  if (worst === MET) return "eligible";
  return worst === UNKNOWN ? "undetermined" : "ineligible";
}

/** The day until which an outcome is unmet; null where it is not, or for good. */
export function metOnOf(outcome: Outcome): Day | null {
  return outcome === MET || outcome === UNKNOWN || outcome === UNMET ? null : outcome;
}

/** The outcome that a status and its day, `YYYY-MM-DD`, were said of. */
export function readOutcome(status: Status, metOn: string | null): Outcome {
  if (status === "met") return MET;
  if (status === "unknown") return UNKNOWN;
  return (metOn === null ? null : parseStart(metOn)) ?? UNMET;
}
