import type { Assessment } from "../../shared/policy/assessment.ts";
import type { Requirement, RequirementId } from "../../shared/policy/requirement.ts";
import { roadKey } from "./road-map.ts";

/** The real answers beside the supposed ones. */

export type Difference =
  | "same"
  /** The decision is another. */
  | "decision"
  /** The decision stands, a date or a requirement has moved. */
  | "grounds"
  /** Asked on one side only. */
  | "gone"
  | "new";

export interface ComparedAnswer {
  readonly key: string;
  readonly real: Assessment | null;
  readonly supposed: Assessment | null;
  readonly difference: Difference;
  /** The requirements whose status, findings or date differ. */
  readonly changed: ReadonlySet<RequirementId>;
}

/** Pairs the answers by what they are about, the real order first. */
export function compareAnswers(
  real: readonly Assessment[],
  supposed: readonly Assessment[],
): readonly ComparedAnswer[] {
  const others = new Map(supposed.map((one) => [roadKey(one), one]));
  const pairs = real.map((one) => {
    const key = roadKey(one);
    const other = others.get(key) ?? null;
    others.delete(key);
    return compareOne(key, one, other);
  });
  return [...pairs, ...[...others].map(([key, one]) => compareOne(key, null, one))];
}

function compareOne(
  key: string,
  real: Assessment | null,
  supposed: Assessment | null,
): ComparedAnswer {
  const changed = changedRequirements(real?.requirements ?? [], supposed?.requirements ?? []);
  return { key, real, supposed, difference: differenceOf(real, supposed, changed), changed };
}

function differenceOf(
  real: Assessment | null,
  supposed: Assessment | null,
  changed: ReadonlySet<RequirementId>,
): Difference {
  if (supposed === null) return "gone";
  if (real === null) return "new";
  if (real.decision !== supposed.decision) return "decision";
  return real.eligibleOn === supposed.eligibleOn && changed.size === 0 ? "same" : "grounds";
}

function changedRequirements(
  real: readonly Requirement[],
  supposed: readonly Requirement[],
): ReadonlySet<RequirementId> {
  const before = new Map(real.map((one) => [one.id, groundsOf(one)]));
  return new Set(
    supposed.filter((one) => before.get(one.id) !== groundsOf(one)).map(({ id }) => id),
  );
}

/**
 * Findings are plain data, so their text tells whether they are the same. What is expected is left out:
 * in another year it differs everywhere, if only by its dates.
 */
function groundsOf({ status, found, metOn }: Requirement): string {
  return JSON.stringify([status, found, metOn]);
}
