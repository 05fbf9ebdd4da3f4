import type { Day } from "../calendar/day.ts";
import { formatDay } from "../calendar/text.ts";
import type { Series } from "../records/series.ts";
import type { Line, TitleLevel } from "../records/title.ts";
import { decide, outcomeOf, type Verdict } from "./decide.ts";
import { type Decision, decisionOf, metOnOf, statusOf } from "./outcome.ts";
import type { AskedPathway, AskedRequirement } from "./pathways.ts";
import type { PathwayId, Quota } from "./pathway-names.ts";
import { titleLevelAt } from "./ranks.ts";
import type { Requirement } from "./requirement.ts";
import type { Scene } from "./scene.ts";
import { type Sensitivity, sensitivities } from "./sensitivity.ts";

/** The answer on one pathway with all its grounds. */
export interface Assessment {
  readonly pathway: PathwayId;
  readonly line: Line | null;
  readonly series: Series | null;
  readonly level: TitleLevel | null;
  readonly decision: Decision;
  readonly quota: Quota;
  readonly eligibleOn: string | null;
  readonly requirements: readonly Requirement[];
  /** Present only where another way of counting years would turn the decision. */
  readonly sensitive?: readonly Sensitivity[];
}

/** Decides and explains every pathway that concerns the person. */
export function assess(scene: Scene): readonly Assessment[] {
  return decide(scene).map((verdict) => explain(scene, verdict));
}

/** Adds to a verdict what each requirement expected and found. */
export function explain(scene: Scene, verdict: Verdict): Assessment {
  const { asked, worst } = verdict;
  const requirements = asked.requirements.map(
    (one) => scene.requirements.get(one.slot) ?? explainRequirement(scene, asked, one),
  );
  const assessment: Assessment = {
    pathway: asked.pathway,
    line: asked.line,
    series: asked.series,
    level: asked.level === null ? null : titleLevelAt(asked.level),
    decision: decisionOf(worst),
    quota: asked.quota,
    eligibleOn: showDay(metOnOf(worst)),
    requirements,
  };
  const sensitive = sensitivities(scene, verdict);
  return sensitive.length === 0 ? assessment : { ...assessment, sensitive };
}

function showDay(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

/** One requirement with its grounds, remembered for the other pathways that ask the same. */
function explainRequirement(scene: Scene, asked: AskedPathway, one: AskedRequirement): Requirement {
  const { rule, slot } = one;
  const outcome = outcomeOf(scene, asked, one);
  const { expected, found } = rule.explain(scene, asked);
  const requirement = {
    id: rule.id,
    status: statusOf(outcome),
    clause: rule.clause(scene, asked),
    expected,
    found,
    metOn: showDay(metOnOf(outcome)),
  } as Requirement;
  scene.requirements.set(slot, requirement);
  return requirement;
}
