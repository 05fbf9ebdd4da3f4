import type { Assessment } from "../../shared/policy/assessment.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { answerTo } from "../../shared/recommendation/context.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

/** What the rules say of a candidacy today; null while it is worked out, or where they are not asked any more. */
export function answerOf(
  { answers }: Pick<RoundScene, "answers">,
  candidacy: Candidacy,
): Assessment | null {
  return answers === null ? null : answerTo(candidacy, answers);
}

/** True where the rules answer otherwise today than when the candidacy was checked. */
export function isChangedSince(scene: Pick<RoundScene, "answers">, candidacy: Candidacy): boolean {
  if (scene.answers === null || candidacy.check === null) return false;
  return answerOf(scene, candidacy)?.decision !== candidacy.decision;
}
