import { formatDay } from "../calendar/text.ts";
import type { Series } from "../records/series.ts";
import type { Line, TitleLevel } from "../records/title.ts";
import { decide, type Verdict } from "./decide.ts";
import type { Decision } from "./outcome.ts";
import type { PathwayId, Quota } from "./pathways.ts";
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
  const { asked, decision, eligibleOn } = verdict;
  const sensitive = sensitivities(scene, verdict);
  return {
    pathway: asked.pathway,
    line: asked.line,
    series: asked.series,
    level: asked.level === null ? null : titleLevelAt(asked.level),
    decision,
    quota: asked.quota,
    eligibleOn: eligibleOn === null ? null : formatDay(eligibleOn),
    requirements: asked.requirements.map((_, index) => explainAt(scene, verdict, index)),
    ...(sensitive.length === 0 ? {} : { sensitive }),
  };
}

/** The requirement at a place of the verdict; worked out once where several pathways share it. */
function explainAt(scene: Scene, { asked, outcomes }: Verdict, index: number): Requirement {
  const required = asked.requirements[index];
  const outcome = outcomes[index];
  if (required === undefined || outcome === undefined) throw new RangeError(`no outcome ${index}`);
  const { rule, slot } = required;
  const known = slot < 0 ? undefined : scene.requirements[slot];
  if (known !== undefined) return known;
  const requirement = {
    id: rule.id,
    status: outcome.status,
    clause: rule.clause(scene, asked),
    ...rule.explain(scene, asked),
    metOn: outcome.metOn === null ? null : formatDay(outcome.metOn),
  } as Requirement;
  if (slot >= 0) scene.requirements[slot] = requirement;
  return requirement;
}
