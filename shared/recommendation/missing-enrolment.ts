import { parseStart } from "../calendar/text.ts";
import { isInEffect } from "../policy/pack.ts";
import { answerTo, isActive, isPassed, namesOf, type RoundContext } from "./context.ts";
import { findCheckMatters } from "./eligibility.ts";
import { findEnrolmentMatters } from "./enrolment.ts";
import type { Matter } from "./matter.ts";
import { unknownPosts } from "./missing-review.ts";

/** What is missing before 报名, 审核 and 评议 begin. */

/** Before 报名: days that make sense, and a pack in effect on the day of application. */
export function missingForEnrolment({ round, pack }: RoundContext): readonly Matter[] {
  const { applyOn, cutOff, year, packId } = round;
  const on = parseStart(applyOn);
  const matters: Matter[] = [];
  // Bureaus count to the end of the round's year or of the year before.
  const isCounted = [year - 1, year].some((one) => cutOff.startsWith(`${one}-`));
  if (!applyOn.startsWith(`${year}-`) || !isCounted) {
    matters.push({ code: "cycle.year", details: { applyOn, cutOff, year } });
  }
  if (pack === null || on === null || !isInEffect(pack, on)) {
    matters.push({ code: "cycle.pack", details: { packId, applyOn } });
  }
  return matters;
}

/** Before 审核: somebody applies, each confirmed it, and nobody on both lines. */
export function missingForCheck(context: RoundContext): readonly Matter[] {
  const active = context.candidacies.filter(isActive);
  if (active.length === 0) return [{ code: "candidates.none", details: {} }];
  return [
    ...active
      .filter(({ confirmation }) => confirmation === null)
      .map((one): Matter => ({ code: "confirmation.missing", details: namesOf(one) })),
    ...findConflicts(context),
  ];
}

/** Those who may not stand beside each other, or whose person is not on file any more. */
export function findConflicts({ candidacies, people, round }: RoundContext): readonly Matter[] {
  const active = candidacies.filter(isActive);
  return active.flatMap((one, index): readonly Matter[] => {
    const person = people.get(one.personId);
    if (person === undefined) return [{ code: "person.unknown", details: namesOf(one) }];
    // Each pair is told once, at the later of the two.
    return findEnrolmentMatters(one, active.slice(0, index), round, person.applications);
  });
}

/** Before 评议: everybody is checked, every pass has its grounds, and somebody passed. */
export function missingForReview(context: RoundContext): readonly Matter[] {
  const { candidacies, answers } = context;
  const active = candidacies.filter(isActive);
  const checks = active.flatMap((one): readonly Matter[] =>
    one.check === null
      ? [{ code: "check.missing", details: namesOf(one) }]
      : findCheckMatters(one, one.check, answers),
  );
  const nobody: readonly Matter[] = active.some(isPassed)
    ? []
    : [{ code: "candidates.nonePassed", details: {} }];
  return [...checks, ...(checks.length === 0 ? nobody : []), ...missingForCheck(context)];
}

/** What does not hold a step up, but has to be looked at. */
export function findMattersToLookAt(context: RoundContext): readonly Matter[] {
  const { candidacies, answers } = context;
  const changed = candidacies.filter(isActive).flatMap((one): readonly Matter[] => {
    const answer = answerTo(one, answers);
    if (answer === null) return [{ code: "answer.missing", details: namesOf(one) }];
    const isChanged = one.check !== null && answer.decision !== one.decision;
    return isChanged ? [{ code: "decision.changed", details: namesOf(one) }] : [];
  });
  return [...changed, ...unknownPosts(context)];
}
