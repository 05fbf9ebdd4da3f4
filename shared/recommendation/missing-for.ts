import type { Candidacy } from "./candidacy.ts";
import { answerTo, isRecommended, namesOf, type RoundContext } from "./context.ts";
import { foundationOf } from "./eligibility.ts";
import { missingMaterials } from "./materials.ts";
import type { Matter } from "./matter.ts";
import {
  findConflicts,
  missingForCheck,
  missingForEnrolment,
  missingForReview,
} from "./missing-enrolment.ts";
import { findExceededQuota, missingOfReview } from "./missing-review.ts";
import {
  findObjectionMatters,
  findOpenAppeals,
  findUnpublished,
  missingOfPlan,
  missingOfPublicity,
} from "./publicity.ts";
import type { Round } from "./round.ts";
import { type RoundState, type RoundStep, STEPS } from "./states.ts";
import { missingFirstReceipt, missingReceipt, openSubmission } from "./submissions.ts";

/** What is missing before a step of the round, each a code with what the screen needs to link it. */

/** What is missing before a step; empty where it can be taken. */
export function missingFor(step: RoundStep, context: RoundContext): readonly Matter[] {
  const { state } = context.round;
  if (!(STEPS[step].from as readonly RoundState[]).includes(state)) {
    return [{ code: "step.state", details: { step, state } }];
  }
  return MISSING[step](context);
}

const NOTHING: readonly Matter[] = [];

const MISSING: Readonly<Record<RoundStep, (context: RoundContext) => readonly Matter[]>> = {
  enrol: missingForEnrolment,
  check: missingForCheck,
  review: missingForReview,
  publish: missingForPublicity,
  confirm: (context) => [...missingOfPublicity(context), ...findUnpublished(context)],
  submit: ({ round }) => missingFirstReceipt(round),
  return: ({ round }) => missingReceipt(round, ["returned", "refused"]),
  republish: () => NOTHING,
  accept: ({ round }) => missingReceipt(round, ["accepted"]),
  record: () => NOTHING,
  archive: ({ candidacies }) => missingResults(candidacies),
  abandon: ({ round }) => missingForAbandoning(round),
};

/** Answers that the rules cannot give without the pack. */
function withPack(
  context: RoundContext,
  find: (pack: NonNullable<RoundContext["pack"]>) => readonly Matter[],
): readonly Matter[] {
  const { packId, applyOn } = context.round;
  return context.pack === null
    ? [{ code: "cycle.pack", details: { packId, applyOn } }]
    : find(context.pack);
}

function missingForPublicity(context: RoundContext): readonly Matter[] {
  return withPack(context, (pack) => [
    ...missingForReview(context),
    ...missingOfReview(context, pack),
    ...findOpenAppeals(context.candidacies),
    ...missingOfPlan(context.round, pack.parameters["publicity.workingDays"].value),
  ]);
}

/** What is missing before a package can be built: in 确认 and in 退回修改. */
export function missingForPackage(context: RoundContext): readonly Matter[] {
  const { round, candidacies } = context;
  if (!candidacies.some(isRecommended)) return [{ code: "recommended.none", details: {} }];
  return withPack(context, (pack) => [
    ...findConflicts(context),
    ...candidacies.filter(isRecommended).flatMap((one) => findUnfounded(one, context)),
    ...findObjectionMatters(round, candidacies),
    ...findOpenAppeals(candidacies),
    ...findUnpublished(context),
    ...findExceededQuota(context),
    ...missingMaterials(context, pack),
  ]);
}

/** Put forward, though the rules find otherwise today and nobody has said why. */
function findUnfounded(candidacy: Candidacy, { answers }: RoundContext): readonly Matter[] {
  const answer = answerTo(candidacy, answers);
  const details = namesOf(candidacy);
  if (answer === null) return [{ code: "answer.missing", details }];
  if (candidacy.check?.isPassed !== true) return [{ code: "outcome.unchecked", details }];
  const isFounded = answer.decision === "eligible" || foundationOf(candidacy) !== null;
  return isFounded ? [] : [{ code: "check.unfounded", details }];
}

/** Recommended people of whom nobody knows yet what came of it. */
export function missingResults(candidacies: readonly Candidacy[]): readonly Matter[] {
  return candidacies
    .filter((one) => isRecommended(one) && one.result === null)
    .map((one) => ({ code: "result.missing", details: namesOf(one) }));
}

function missingForAbandoning(round: Round): readonly Matter[] {
  const open = openSubmission(round);
  return open === undefined
    ? []
    : [{ code: "package.built", details: { revision: open.revision } }];
}
