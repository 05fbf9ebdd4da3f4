import type { Day } from "../calendar/day.ts";
import { combine, type Decision, latestMetOn, type Outcome } from "./outcome.ts";
import { type AskedPathway, askedPathways } from "./pathways.ts";
import type { Scene } from "./scene.ts";

/** The bare answer on one pathway: statuses and days, without figures. */
export interface Verdict {
  readonly asked: AskedPathway;
  readonly decision: Decision;
  /** The latest day among the unmet requirements; null where one has none or none is unmet. */
  readonly eligibleOn: Day | null;
  /** One for each of the asked requirements, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** Decides every pathway that concerns the person. */
export function decide(scene: Scene): readonly Verdict[] {
  return askedPathways(scene).map((asked) => {
    const outcomes = asked.requirements.map(({ rule, slot }) => {
      if (slot < 0) return rule.decide(scene, asked);
      const known = scene.outcomes[slot];
      if (known !== undefined) return known;
      const outcome = rule.decide(scene, asked);
      scene.outcomes[slot] = outcome;
      return outcome;
    });
    const decision = combine(outcomes);
    return {
      asked,
      decision,
      eligibleOn: decision === "ineligible" ? latestMetOn(outcomes) : null,
      outcomes,
    };
  });
}
