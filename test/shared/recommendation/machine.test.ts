import {
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStart } from "../../../shared/calendar/text.ts";
import type { RoundContext } from "../../../shared/recommendation/context.ts";
import { missingFor, missingForPackage } from "../../../shared/recommendation/missing-for.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import {
  isAllowed,
  ROUND_STEPS,
  type RoundStep,
  STEPS,
  stepsFrom,
} from "../../../shared/recommendation/states.ts";
import { addSubmission } from "../../../shared/recommendation/submissions.ts";
import {
  canTakeBack,
  findTakeBackMatters,
  followReceipts,
  needsReasonToTakeBack,
  standingSteps,
  type StepResult,
  takeBack,
  takeStep,
} from "../../../shared/recommendation/take-step.ts";
import {
  ballotWith,
  codesOf,
  contextWith,
  doctorWith,
  NOTE,
  NOTICE,
  recommendedWith,
  REVIEWERS,
  roundWith,
  SIGNED,
  submissionWith,
} from "./rounds.ts";

const BALLOTS = ["b-1", "b-2", "b-3"].map((id) => ballotWith(id, { "c-001": 90 }));

/** Nothing is missing anywhere but receipts and results. */
function readyWith(given: Partial<Round> = {}): RoundContext {
  const publicity = { ...NOTICE, certifiedBy: "王审核", certifiedAt: "2026-09-15T02:00:00Z" };
  return contextWith({
    round: roundWith({ reviewers: [...REVIEWERS], ballots: BALLOTS, publicity, ...given }),
    candidacies: [recommendedWith()],
    today: "2026-09-15",
  });
}

/** The context after some steps; one that is refused is a fault of the test and throws. */
function take(context: RoundContext, ...steps: readonly RoundStep[]): RoundContext {
  let { round } = context;
  for (const step of steps) {
    const result = takeStep(step, withRound(context, round), NOTE);
    if (!result.ok) throw new Error(`${step}: ${codesOf(result.missing).join()}`);
    ({ round } = result);
  }
  return withRound(context, round);
}

function withRound(context: RoundContext, round: Round): RoundContext {
  return { ...context, round };
}

const TO_CONFIRMING = ["enrol", "check", "review", "publish", "confirm"] as const;

describe("a step", () => {
  it("is written into the log with who, when and why", () => {
    const { round } = take(readyWith(), "enrol");
    expect(round.state).toBe("enrolling");
    expect(round.steps).toEqual([
      { step: "enrol", from: "preparing", to: "enrolling", ...NOTE, revision: null },
    ]);
  });

  it("is refused out of turn, and without a reason where one is asked", () => {
    const context = readyWith();
    const early = takeStep("publish", context, NOTE);
    expect(early.ok ? [] : codesOf(early.missing)).toEqual(["step.state"]);
    const silent = takeStep("abandon", context, { ...SIGNED, note: " " });
    expect(silent.ok ? [] : codesOf(silent.missing)).toEqual(["step.note"]);
    expect(take(context, "abandon").round.state).toBe("archived");
  });

  it("hangs the notice with the names of those recommended", () => {
    const { round } = take(readyWith(), "enrol", "check", "review", "publish");
    expect(round.publicity?.candidacyIds).toEqual(["c-001"]);
  });
});

describe("the whole round", () => {
  it("goes from opening to the archive, the bureau's steps by receipts alone", () => {
    const confirming = take(readyWith(), ...TO_CONFIRMING);
    expect(missingForPackage(confirming)).toEqual([]);
    expect(codesOf(missingFor("submit", confirming))).toEqual(["receipt.missing"]);
    const built = addSubmission(confirming.round, submissionWith());
    expect(followReceipts({ ...confirming, round: built }, NOTE)).toBe(built);
    const accepted = followReceipts(
      { ...confirming, round: { ...built, submissions: [submissionWith({ status: "accepted" })] } },
      NOTE,
    );
    expect(accepted.state).toBe("accepted");
    expect(accepted.steps.slice(-2)).toMatchObject([
      { step: "submit", revision: 1 },
      { step: "accept", revision: 1 },
    ]);
    const recording = take({ ...confirming, round: accepted }, "record");
    expect(codesOf(missingFor("archive", recording))).toEqual(["result.missing"]);
    const result = { outcome: "passed", on: "2026-12-01", titleId: null, ...SIGNED } as const;
    const known = { ...recording, candidacies: [recommendedWith({ result })] };
    expect(take(known, "archive").round.state).toBe("archived");
  });

  it("comes back for correction, and is submitted again by a new revision only", () => {
    const confirming = take(readyWith(), ...TO_CONFIRMING);
    const first = submissionWith({ status: "returned", serial: 2 });
    const context = { ...confirming, round: { ...confirming.round, submissions: [first] } };
    const returned = followReceipts(context, NOTE);
    expect(returned.state).toBe("returned");
    expect(followReceipts({ ...context, round: returned }, NOTE)).toBe(returned);
    const second = submissionWith({
      packageId: "019abcde-0000-7000-8000-000000000002",
      revision: 2,
      status: "received",
    });
    const again = { ...context, round: { ...returned, submissions: [first, second] } };
    expect(followReceipts(again, NOTE).state).toBe("submitted");
  });

  it.each(["settleRequirement", "checkCandidate"] as const)(
    "takes a new word of the unit on a corrected record: %s",
    (action) => {
      expect(isAllowed(action, "returned")).toBe(true);
      expect(isAllowed(action, "submitted")).toBe(false);
    },
  );

  it("hangs anew where the correction changes who is recommended", () => {
    const confirming = take(readyWith(), ...TO_CONFIRMING);
    const submissions = [submissionWith({ status: "returned", serial: 2 })];
    const context = { ...confirming, round: { ...confirming.round, submissions } };
    const returned = { ...context, round: followReceipts(context, NOTE) };
    const again = take(returned, "republish");
    expect(again.round).toMatchObject({ state: "reviewing", publicity: null });
    expect(again.round.pastPublicities).toHaveLength(1);
    expect(codesOf(missingFor("publish", again))).toEqual(["publicity.missing"]);
    const back = takeBack(again.round, again.today, NOTE);
    expect(back.ok && { ...back.round, steps: [] }).toEqual({ ...returned.round, steps: [] });
  });

  it("follows the bureau that accepts what it had sent back", () => {
    const confirming = take(readyWith(), ...TO_CONFIRMING);
    const sent = (status: "returned" | "accepted") => [submissionWith({ status })];
    const context = {
      ...confirming,
      round: { ...confirming.round, submissions: sent("returned") },
    };
    const returned = followReceipts(context, NOTE);
    const accepted = { ...context, round: { ...returned, submissions: sent("accepted") } };
    expect(followReceipts(accepted, NOTE).state).toBe("accepted");
  });
});

describe("taking back", () => {
  it("needs something to take back, and leaves the bureau's steps alone", () => {
    expect(codesOf(findTakeBackMatters(roundWith()))).toEqual(["step.first"]);
    const confirming = take(readyWith(), ...TO_CONFIRMING);
    const submissions = [submissionWith({ status: "received" })];
    const context = { ...confirming, round: { ...confirming.round, submissions } };
    const submitted = followReceipts(context, NOTE);
    expect(codesOf(findTakeBackMatters(submitted))).toEqual(["step.bureau"]);
  });

  it("stops at a package that was built, and not at one that a later answer has overtaken", () => {
    const { round } = take(readyWith(), ...TO_CONFIRMING);
    const built = { ...round, submissions: [submissionWith()] };
    expect(codesOf(findTakeBackMatters(built))).toEqual(["package.built"]);
    const overtaken = [
      submissionWith(),
      submissionWith({ packageId: "019abcde-0000-7000-8000-000000000003", status: "returned" }),
    ];
    expect(canTakeBack({ ...round, submissions: overtaken })).toBe(true);
  });

  it("takes a hanging notice down, with a reason, and it has to hang anew", () => {
    const context = take(readyWith(), "enrol", "check", "review", "publish");
    expect(needsReasonToTakeBack(context.round, context.today)).toBe(true);
    const silent = takeBack(context.round, context.today, { ...SIGNED, note: null });
    expect(silent.ok ? [] : codesOf(silent.missing)).toEqual(["step.note"]);
    const taken = takeBack(context.round, context.today, NOTE);
    expect(taken.ok && taken.round).toMatchObject({
      state: "reviewing",
      publicity: null,
      pastPublicities: [{ candidacyIds: ["c-001"] }],
    });
  });

  it("leaves the plan of a notice that does not hang yet", () => {
    const context = take(readyWith(), "enrol", "check", "review", "publish");
    const before = parseStart("2026-09-06") ?? 0;
    expect(needsReasonToTakeBack(context.round, before)).toBe(false);
    const taken = takeBack(context.round, before, { ...SIGNED, note: null });
    expect(taken.ok && taken.round.publicity?.candidacyIds).toEqual([]);
    expect(taken.ok && taken.round.pastPublicities).toEqual([]);
  });

  it("needs a reason where marks were given or the year was closed", () => {
    const reviewing = take(readyWith(), "enrol", "check", "review").round;
    expect(needsReasonToTakeBack(reviewing, 0)).toBe(true);
    expect(needsReasonToTakeBack({ ...reviewing, ballots: [] }, 0)).toBe(false);
    expect(needsReasonToTakeBack(take(readyWith(), "abandon").round, 0)).toBe(true);
  });
});

const mostly = integer({ min: 0, max: 9 }).map((chance) => chance > 0);

/** Contexts in which now this, now that is missing. */
const contexts = record({
  isConfirmed: mostly,
  isChecked: mostly,
  isDecided: mostly,
  hasBallots: mostly,
  hasNotice: mostly,
  isCertified: mostly,
  isOnFile: mostly,
  status: constantFrom(undefined, null, "received", "returned", "accepted", "refused"),
  today: constantFrom("2026-09-02", "2026-09-10", "2026-09-15", "2026-09-20"),
}).map((given) => {
  const whole = recommendedWith();
  const certified = { certifiedBy: "王审核", certifiedAt: "2026-09-15T02:00:00Z" };
  return contextWith({
    round: roundWith({
      reviewers: [...REVIEWERS],
      ballots: given.hasBallots ? BALLOTS : [],
      publicity: given.hasNotice ? { ...NOTICE, ...(given.isCertified ? certified : {}) } : null,
      submissions:
        given.status === undefined ? [] : [submissionWith({ status: given.status, serial: null })],
    }),
    candidacies: [
      {
        ...whole,
        confirmation: given.isConfirmed ? whole.confirmation : null,
        check: given.isChecked ? whole.check : null,
        outcome: given.isDecided ? whole.outcome : null,
      },
    ],
    people: given.isOnFile ? [doctorWith()] : [doctorWith({ id: "p-002" })],
    today: given.today,
  });
});
/** `advance` is the first way out of the state at hand, so that tries get far too. */
const moves = array(
  oneof(
    { weight: 3, arbitrary: constant("advance" as const) },
    { weight: 1, arbitrary: constantFrom(...ROUND_STEPS, "takeBack" as const) },
  ),
  { maxLength: 24 },
);

function stepOf(move: RoundStep | "advance", { state }: Round): RoundStep {
  return move === "advance" ? (stepsFrom(state)[0] ?? "enrol") : move;
}

describe("whatever is tried in whatever order", () => {
  it("no step is taken that starts elsewhere or for which something is missing", () => {
    const reached = new Set<string>();
    assert(
      property(contexts, moves, (context, tried) => {
        let { round } = context;
        for (const move of tried) {
          reached.add(round.state);
          round =
            move === "takeBack"
              ? roundOr(round, takeBack(round, context.today, NOTE))
              : tryStep(stepOf(move, round), withRound(context, round));
        }
      }),
      { numRuns: 300 },
    );
    expect(reached.size).toBeGreaterThan(6);
  });

  it("taking back what was just taken gives the round as it was, but for the log", () => {
    let takenBack = 0;
    assert(
      property(contexts, moves, (context, tried) => {
        let { round } = context;
        for (const move of tried) {
          const step = move === "takeBack" ? "enrol" : stepOf(move, round);
          const taken = takeStep(step, withRound(context, round), NOTE);
          if (!taken.ok) continue;
          const before = round;
          ({ round } = taken);
          const isHanging = step === "publish" && needsReasonToTakeBack(round, context.today);
          const back = takeBack(round, context.today, NOTE);
          if (!back.ok || isHanging) continue;
          takenBack += 1;
          expect({ ...back.round, steps: [] }).toEqual({ ...before, steps: [] });
          expect(standingSteps(back.round)).toEqual(standingSteps(before));
        }
      }),
      { numRuns: 300 },
    );
    expect(takenBack).toBeGreaterThan(100);
  });
});

function roundOr(round: Round, result: StepResult): Round {
  return result.ok ? result.round : round;
}

/** Tries a step; it must be taken if and only if it leads out of the state and nothing is missing. */
function tryStep(step: RoundStep, context: RoundContext): Round {
  const { round } = context;
  const isOpen = stepsFrom(round.state).includes(step);
  const result = takeStep(step, context, NOTE);
  expect(result.ok).toBe(isOpen && missingFor(step, context).length === 0);
  if (result.ok) expect(result.round.state).toBe(STEPS[step].to);
  return roundOr(round, result);
}
