import { describe, expect, it } from "vitest";
import type { Posting } from "../../../../shared/records/posting.ts";
import { assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith } from "../../../support/unit-file.ts";

function workerWith(...postings: Partial<Posting>[]) {
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "2004-07" }],
    postings: postings.map(postingWith),
  });
}

const DOCTOR = { level: "doctor", degree: "doctor", graduatedOn: "2004-07" } as const;

function township(...postings: Partial<Posting>[]): string {
  const person = { ...workerWith(...postings), education: [DOCTOR] };
  return outcomeFor(person, "employment.township", {}, "doctor provincial");
}

function grassroots(posting: Partial<Posting>, inCatalogue = true): string {
  const person = workerWith(posting);
  const asking = { unit: { inCatalogue } };
  return outcomeFor(person, "employment.grassroots", asking, "regular grassroots");
}

describe("employment.grassroots", () => {
  it.each([
    ["township", "met"],
    ["grassroots", "met"],
    ["county", "unmet"],
    ["above", "unmet"],
    ["outside", "unmet"],
  ] as const)("a posting in setting %s: %s", (setting, outcome) => {
    expect(grassroots({ setting })).toBe(outcome);
  });

  it("is unmet while the unit is outside the catalogue", () => {
    expect(grassroots({}, false)).toBe("unmet");
  });

  it("names the posting it found, and whether the unit is in the catalogue", () => {
    const shown = (inCatalogue: boolean, ...postings: Partial<Posting>[]) =>
      requirementIn(
        assessmentsOf(workerWith(...postings), { unit: { inCatalogue } }),
        "employment.grassroots",
      );
    const listed = shown(true, { setting: "county" }, { setting: "grassroots", from: "2020-03" });
    expect(listed.expected).toEqual({ on: "2026-09-01" });
    expect(listed.found).toEqual({
      posting: {
        employer: "示例镇卫生院",
        setting: "grassroots",
        kind: "regular",
        from: "2020-03",
      },
      inCatalogue: true,
    });
    expect(shown(false, { setting: "county" }).found).toEqual({
      posting: null,
      inCatalogue: false,
    });
  });
});

describe("employment.township", () => {
  it.each([
    ["township", "met"],
    ["grassroots", "unmet"],
    ["county", "unmet"],
  ] as const)("a posting in setting %s: %s", (setting, outcome) => {
    expect(township({ setting })).toBe(outcome);
  });

  it.each([
    ["that begins on the day", { from: "2026-09-01" }, "met"],
    ["that begins the day after", { from: "2026-09-02" }, "unmet"],
    ["that ends on the day", { to: "2026-09-01" }, "met"],
    ["that ended the day before", { to: "2026-08-31" }, "unmet"],
    ["that ends in the month", { to: "2026-09" }, "met"],
    ["that is not professional", { professional: false }, "unmet"],
    ["by secondment", { kind: "secondment" }, "met"],
    ["of study", { kind: "study" }, "unmet"],
    ["of leave", { kind: "leave" }, "unmet"],
  ] as const)("a posting %s: %s", (_, posting, outcome) => {
    expect(township(posting)).toBe(outcome);
  });

  it("is unmet while study or leave runs beside the posting", () => {
    expect(township({}, { kind: "study", from: "2026-09", to: "2027-06" })).toBe("unmet");
    expect(township({}, { kind: "leave", from: "2026-01", to: "2026-08-31" })).toBe("met");
    expect(township({}, { kind: "leave", from: "2026-09-02", to: null, professional: false })).toBe(
      "met",
    );
    expect(township({}, { kind: "leave", professional: false })).toBe("unmet");
  });

  it("names the posting it found and the day it asked for", () => {
    const person = { ...workerWith({ setting: "county" }, {}), education: [DOCTOR] };
    const requirement = requirementIn(assessmentsOf(person), "employment.township");
    expect(requirement.expected).toEqual({ on: "2026-09-01" });
    expect(requirement.found).toEqual({
      posting: {
        employer: "示例镇卫生院",
        setting: "township",
        kind: "regular",
        from: "2004-08",
      },
    });
  });
});
