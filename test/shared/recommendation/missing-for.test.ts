import { describe, expect, it } from "vitest";
import type { Matter } from "../../../shared/recommendation/matter.ts";
import { missingFor, missingForPackage } from "../../../shared/recommendation/missing-for.ts";
import {
  candidacyWith,
  codesOf,
  type ContextGiven,
  contextWith,
  NOTICE,
  PAPERS,
  recommendedWith,
  roundWith,
  SIGNED,
  submissionWith,
} from "./rounds.ts";

function packing(given: ContextGiven = {}): readonly Matter[] {
  const publicity = { ...NOTICE, candidacyIds: ["c-001"] };
  const round = roundWith({ state: "confirming", publicity });
  return missingForPackage(contextWith({ round, candidacies: [recommendedWith()], ...given }));
}

describe("a package can be built", () => {
  it("of people who are recommended, checked, hung, with their papers, within the posts", () => {
    expect(packing()).toEqual([]);
    expect(codesOf(packing({ candidacies: [candidacyWith()] }))).toEqual(["recommended.none"]);
    expect(codesOf(packing({ pack: null }))).toEqual(["cycle.pack"]);
    expect(codesOf(packing({ candidacies: [recommendedWith({ check: null })] }))).toEqual([
      "outcome.unchecked",
    ]);
    expect(codesOf(packing({ candidacies: [recommendedWith({ level: "intermediate" })] }))).toEqual(
      ["answer.missing"],
    );
  });

  it("of nobody whom the notice did not name", () => {
    const round = roundWith({ state: "confirming", publicity: NOTICE });
    expect(codesOf(packing({ round }))).toEqual(["candidacy.unpublished"]);
  });

  it("of nobody whose papers are missing", () => {
    const attachments = PAPERS.slice(1).map((kind) => ({ personId: "p-001", kind }));
    expect(packing({ attachments }).map(({ code, details }) => [code, details])).toMatchObject([
      ["material.missing", { kind: "identity" }],
    ]);
  });

  it("of no more than posts are free, and of nobody on both lines", () => {
    const posts = { junior: 1, intermediate: 4, associateSenior: 0, senior: 1 };
    // The rules find nobody eligible without a free post: the unit's reason carries the candidate.
    const check = { isPassed: true, note: "岗位已报批", ...SIGNED };
    const candidacies = [recommendedWith({ check })];
    expect(codesOf(packing({ unit: { posts }, candidacies }))).toEqual(["quota.exceeded"]);
    const both = [recommendedWith(), candidacyWith({ id: "c-002", line: "grassroots" })];
    expect(codesOf(packing({ candidacies: both }))).toEqual(["line.both"]);
  });

  it("once every objection is decided", () => {
    const objection = {
      id: "o-1",
      receivedOn: "2026-09-09",
      from: null,
      candidacyId: null,
      text: "程序不公开",
      handling: null,
      outcome: null,
      closedOn: null,
    };
    const publicity = { ...NOTICE, candidacyIds: ["c-001"], objections: [objection] };
    const round = roundWith({ state: "confirming", publicity });
    expect(codesOf(packing({ round }))).toEqual(["objection.open"]);
  });
});

describe("the year can be ended without a package", () => {
  it("unless the bureau may have one that it has not answered", () => {
    const open = roundWith({ state: "confirming", submissions: [submissionWith()] });
    expect(codesOf(missingFor("abandon", contextWith({ round: open })))).toEqual(["package.built"]);
    const refused = [submissionWith({ status: "refused" })];
    const returned = roundWith({ state: "returned", submissions: refused });
    expect(missingFor("abandon", contextWith({ round: returned }))).toEqual([]);
  });
});

describe("without the pack", () => {
  it("no notice is hung", () => {
    const round = roundWith({ state: "reviewing" });
    expect(codesOf(missingFor("publish", contextWith({ round, pack: null })))).toEqual([
      "cycle.pack",
    ]);
  });
});
