import type { Day } from "../calendar/day.ts";

/** 条件的三种结果: a missing fact makes a requirement `unknown`, never `met` or `unmet`. */
export type Status = "met" | "unmet" | "unknown";

/** What a requirement came to. */
export interface Outcome {
  readonly status: Status;
  /** When unmet: the first day on which it will be met if nothing else changes; null if time does not mend it. */
  readonly metOn: Day | null;
}

export const MET: Outcome = { status: "met", metOn: null };
export const UNKNOWN: Outcome = { status: "unknown", metOn: null };
export const UNMET: Outcome = { status: "unmet", metOn: null };

/** Met or unmet for good. */
export function metIf(isMet: boolean): Outcome {
  return isMet ? MET : UNMET;
}

/** Unmet until a day (null: time does not mend it). */
export function unmetUntil(metOn: Day | null): Outcome {
  return metOn === null ? UNMET : { status: "unmet", metOn };
}

/** What the unit vouches for: said yes, said no, or not said. */
export function metIfStated(statement: boolean | undefined): Outcome {
  return statement === undefined ? UNKNOWN : metIf(statement);
}

export type Decision = "eligible" | "ineligible" | "undetermined";

/** The three-valued AND: the worst status decides. */
export function combine(outcomes: readonly Outcome[]): Decision {
  let decision: Decision = "eligible";
  for (const { status } of outcomes) {
    if (status === "unmet") return "ineligible";
    if (status === "unknown") decision = "undetermined";
  }
  return decision;
}

/** The latest day among the unmet; null if one of them has none or none is unmet. */
export function latestMetOn(outcomes: readonly Outcome[]): Day | null {
  let latest: Day | null = null;
  for (const { status, metOn } of outcomes) {
    if (status !== "unmet") continue;
    if (metOn === null) return null;
    if (latest === null || metOn > latest) latest = metOn;
  }
  return latest;
}
