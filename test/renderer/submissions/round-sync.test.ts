import { describe, expect, it } from "vitest";
import { followOutbox } from "../../../renderer/submissions/round-sync.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import { contextWith, recommendedWith, roundWith } from "../../shared/recommendation/rounds.ts";
import { itemWith, receiptWith, remarkWith } from "./items.ts";

const AT = "2026-09-16T02:41:00Z";

function follow(round: Round, ...items: readonly ReturnType<typeof itemWith>[]): Round {
  return followOutbox(contextWith({ round, candidacies: [recommendedWith()] }), items, AT);
}

const CONFIRMING = roundWith({ state: "confirming" });

describe("a round", () => {
  it("knows a package that was built while nobody noted it, and stays where it is", () => {
    const { state, submissions } = follow(CONFIRMING, itemWith());
    expect(state).toBe("confirming");
    expect(submissions).toMatchObject([{ revision: 1, status: null }]);
  });

  it("is submitted once a receipt has come, in the bureau's name", () => {
    const { state, steps } = follow(CONFIRMING, itemWith({ receipts: [receiptWith()] }));
    expect(state).toBe("submitted");
    expect(steps.at(-1)).toMatchObject({
      step: "submit",
      by: "示例县人力资源和社会保障局",
      at: AT,
      revision: 1,
    });
  });

  it("is returned and accepted by later answers, with the bureau's remarks", () => {
    const returned = receiptWith({ serial: 2, status: "returned", remarks: [remarkWith()] });
    const first = itemWith({ receipts: [receiptWith(), returned] });
    const back = follow(CONFIRMING, first);
    expect(back.state).toBe("returned");
    expect(back.submissions[0]?.remarks).toEqual([remarkWith()]);
    const second = itemWith({
      packageId: "019abcde-0000-7000-8000-000000000002",
      revision: 2,
      tagmanifest: "0b".repeat(32),
      receipts: [receiptWith(), receiptWith({ serial: 2, status: "accepted" })],
    });
    expect(follow(back, first, second).state).toBe("accepted");
  });

  it("is the same object where nothing is new, so that nothing is written", () => {
    const followed = follow(CONFIRMING, itemWith({ receipts: [receiptWith()] }));
    expect(follow(followed, itemWith({ receipts: [receiptWith()] }))).toBe(followed);
    expect(follow(CONFIRMING)).toBe(CONFIRMING);
  });

  it("passes over packages of other years and those that were replaced", () => {
    const receipts = [receiptWith()];
    expect(follow(CONFIRMING, itemWith({ year: 2025, receipts }))).toBe(CONFIRMING);
    expect(follow(CONFIRMING, itemWith({ isReplaced: true, receipts }))).toBe(CONFIRMING);
  });
});
