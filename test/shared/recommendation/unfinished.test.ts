import { describe, expect, it } from "vitest";
import { unfinishedMatters } from "../../../shared/recommendation/unfinished.ts";
import { codesOf, NOTICE, recommendedWith, roundWith, SIGNED, submissionWith } from "./rounds.ts";

const OBJECTION = {
  id: "o-1",
  receivedOn: "2026-09-09",
  from: null,
  candidacyId: null,
  text: "程序不公开",
  handling: null,
  outcome: null,
  closedOn: null,
};

describe("the previous year brings to mind", () => {
  it("nothing where it is closed and every objection was decided", () => {
    expect(unfinishedMatters(roundWith({ state: "archived" }), [recommendedWith()])).toEqual([]);
  });

  it("an objection not decided, even where the year is closed", () => {
    const publicity = { ...NOTICE, objections: [OBJECTION] };
    const closed = roundWith({ state: "archived", publicity });
    expect(codesOf(unfinishedMatters(closed, []))).toEqual(["objection.open"]);
  });

  it("an appeal that nobody has decided", () => {
    const appeal = {
      id: "s-1",
      receivedOn: "2026-09-09",
      text: "请复核得分",
      handling: null,
      outcome: null,
      closedOn: null,
      ...SIGNED,
    };
    const candidacies = [recommendedWith({ appeals: [appeal] })];
    expect(codesOf(unfinishedMatters(roundWith({ state: "archived" }), candidacies))).toEqual([
      "appeal.open",
    ]);
    expect(codesOf(unfinishedMatters(roundWith(), candidacies))).toEqual([
      "round.open",
      "appeal.open",
    ]);
  });

  it("a receipt that has not come, unless a later one has overtaken it", () => {
    const open = roundWith({ state: "confirming", submissions: [submissionWith()] });
    expect(codesOf(unfinishedMatters(open, []))).toEqual(["round.open", "receipt.missing"]);
    const later = submissionWith({
      packageId: "019abcde-0000-7000-8000-000000000002",
      revision: 2,
      status: "received",
    });
    const overtaken = roundWith({ state: "submitted", submissions: [submissionWith(), later] });
    expect(codesOf(unfinishedMatters(overtaken, []))).toEqual(["round.open"]);
  });

  it("results that are not on file", () => {
    const known = { outcome: "failed", on: "2026-12-01", titleId: null, ...SIGNED } as const;
    const candidacies = [recommendedWith(), recommendedWith({ id: "c-2", result: known })];
    const accepted = roundWith({ state: "accepted" });
    expect(unfinishedMatters(accepted, candidacies)).toEqual([
      { code: "round.open", details: { year: 2026, state: "accepted" } },
      { code: "result.missing", details: { candidacyId: "c-001", personId: "p-001" } },
    ]);
    expect(codesOf(unfinishedMatters(roundWith({ state: "returned" }), candidacies))).toEqual([
      "round.open",
    ]);
  });
});
