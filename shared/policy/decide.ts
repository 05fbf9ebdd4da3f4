import { MET, type Outcome } from "./outcome.ts";
import { type AskedPathway, askedPathways, type AskedRequirement } from "./pathways.ts";
import { NOT_ASKED, type Scene } from "./scene.ts";

/** The bare answer on one pathway: enough for `decisionOf` and `metOnOf`, without figures. */
export interface Verdict {
  readonly asked: AskedPathway;
  /** The worst of the requirements' outcomes. */
  readonly worst: Outcome;
}

/** Decides every pathway that concerns the person. */
export function decide(scene: Scene): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const asked of askedPathways(scene)) {
    let worst = MET;
    for (const requirement of asked.requirements) {
      const outcome = outcomeOf(scene, asked, requirement);
      if (outcome > worst) worst = outcome;
    }
    verdicts.push({ asked, worst });
  }
  return verdicts;
}

/** What a requirement comes to; worked out once for all pathways that ask the same. */
export function outcomeOf(
  scene: Scene,
  asked: AskedPathway,
  { rule, slot }: AskedRequirement,
): Outcome {
  const known = scene.outcomes[slot] ?? NOT_ASKED;
  if (known !== NOT_ASKED) return known;
  const outcome = rule.decide(scene, asked);
  if (slot >= 0) scene.outcomes[slot] = outcome;
  return outcome;
}
