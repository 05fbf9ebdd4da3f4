import { parseStart } from "../calendar/text.ts";
import type { RoundContext } from "./context.ts";
import { isRecommended } from "./context.ts";
import type { Matter } from "./matter.ts";
import { missingFor } from "./missing-for.ts";
import type { Round, TakenStep } from "./round.ts";
import { ROUND_STATES, type RoundStep, STEPS, stepsFrom } from "./states.ts";
import { latestSubmission, openSubmission } from "./submissions.ts";

/** Taking a step, and taking it back: nothing else moves a round from one state to another. */

/** Who takes a step and when; a reason where one is noted. */
export interface StepNote {
  readonly by: string;
  /** `2026-09-02T01:15:30Z`. */
  readonly at: string;
  readonly note: string | null;
}

export type StepResult =
  | { readonly ok: true; readonly round: Round }
  | { readonly ok: false; readonly missing: readonly Matter[] };

/** Takes a step where nothing is missing. */
export function takeStep(step: RoundStep, context: RoundContext, note: StepNote): StepResult {
  const { round } = context;
  const isNoteMissing = STEPS[step].needsNote && (note.note ?? "").trim() === "";
  const missing: readonly Matter[] = [
    ...missingFor(step, context),
    ...(isNoteMissing ? [{ code: "step.note", details: { step } } as const] : []),
  ];
  if (missing.length > 0) return { ok: false, missing };
  const { to, taker } = STEPS[step];
  const revision = taker === "bureau" ? (latestSubmission(round)?.revision ?? null) : null;
  const taken: TakenStep = { step, from: round.state, to, ...note, revision };
  const moved = { ...applyStep(step, context), state: to, steps: [...round.steps, taken] };
  return { ok: true, round: moved };
}

/** What a step changes besides the state. */
function applyStep(step: RoundStep, { round, candidacies }: RoundContext): Round {
  if (step === "republish") return takeDown(round);
  const { publicity } = round;
  if (step !== "publish" || publicity === null) return round;
  const candidacyIds = candidacies.filter(isRecommended).map(({ id }) => id);
  return { ...round, publicity: { ...publicity, candidacyIds } };
}

/** The notice that hung is kept aside; another has to be planned. */
function takeDown(round: Round): Round {
  const { publicity, pastPublicities } = round;
  if (publicity === null) return round;
  return { ...round, publicity: null, pastPublicities: [...pastPublicities, publicity] };
}

/** The steps that stand, oldest first: those taken back are left out. */
export function standingSteps({ steps }: Pick<Round, "steps">): readonly TakenStep[] {
  const standing: TakenStep[] = [];
  for (const step of steps) {
    if (step.step === "takeBack") standing.pop();
    else standing.push(step);
  }
  return standing;
}

/** What keeps the last step from being taken back; empty where nothing does. */
export function findTakeBackMatters(round: Round): readonly Matter[] {
  const last = standingSteps(round).at(-1);
  if (last === undefined || last.step === "takeBack") return [{ code: "step.first", details: {} }];
  if (STEPS[last.step].taker === "bureau") return [{ code: "step.bureau", details: {} }];
  const open = openSubmission(round);
  return open === undefined
    ? []
    : [{ code: "package.built", details: { revision: open.revision } }];
}

/** True where the last step can be taken back. */
export function canTakeBack(round: Round): boolean {
  return findTakeBackMatters(round).length === 0;
}

/** True where taking the last step back needs a reason: a notice hangs, marks were given, or the year was closed. */
export function needsReasonToTakeBack(round: Round, today: number): boolean {
  const last = standingSteps(round).at(-1)?.step;
  if (last === "publish") return hasBegun(round, today);
  if (last === "review") return round.ballots.length > 0;
  return last === "archive" || last === "abandon";
}

function hasBegun({ publicity }: Round, today: number): boolean {
  const from = publicity === null ? null : parseStart(publicity.from);
  return from !== null && from <= today;
}

/** Takes the last step back. A notice that hangs is taken down with it and has to hang anew. */
export function takeBack(round: Round, today: number, note: StepNote): StepResult {
  const isNoteMissing = needsReasonToTakeBack(round, today) && (note.note ?? "").trim() === "";
  const missing: readonly Matter[] = [
    ...findTakeBackMatters(round),
    ...(isNoteMissing ? [{ code: "step.note", details: { step: "takeBack" } } as const] : []),
  ];
  const last = standingSteps(round).at(-1);
  if (missing.length > 0 || last === undefined) return { ok: false, missing };
  const taken: TakenStep = {
    step: "takeBack",
    from: round.state,
    to: last.from,
    ...note,
    revision: null,
  };
  const undone = undoStep(last, round, today);
  return { ok: true, round: { ...undone, state: last.from, steps: [...round.steps, taken] } };
}

function undoStep({ step }: TakenStep, round: Round, today: number): Round {
  const { publicity, pastPublicities } = round;
  if (step === "republish") {
    return {
      ...round,
      publicity: pastPublicities.at(-1) ?? null,
      pastPublicities: pastPublicities.slice(0, -1),
    };
  }
  if (step !== "publish" || publicity === null) return round;
  if (hasBegun(round, today)) return takeDown(round);
  return { ...round, publicity: { ...publicity, candidacyIds: [] } };
}

/** Follows the bureau's receipts: takes every step that they stand for. `by`: who read them. */
export function followReceipts(context: RoundContext, note: StepNote): Round {
  let { round } = context;
  // Receipts lead into each state at most once.
  for (let moves = 0; moves < ROUND_STATES.length; moves += 1) {
    const moved = followOnce({ ...context, round }, note);
    if (moved === null) return round;
    round = moved;
  }
  return round;
}

function followOnce(context: RoundContext, note: StepNote): Round | null {
  for (const step of stepsFrom(context.round.state)) {
    if (STEPS[step].taker !== "bureau") continue;
    const result = takeStep(step, context, note);
    if (result.ok) return result.round;
  }
  return null;
}
