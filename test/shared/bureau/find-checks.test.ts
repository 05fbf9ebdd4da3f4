import { describe, expect, it } from "vitest";
import {
  type CheckedCandidacy,
  type CheckedPackage,
  countCompeting,
  findCandidacyChecks,
  findPackageChecks,
  findPersonChecks,
} from "../../../shared/bureau/find-checks.ts";

function candidacy(given: Partial<CheckedCandidacy> = {}): CheckedCandidacy {
  return {
    packageId: "k-1",
    unitId: "u-001",
    unitName: "甲镇卫生院",
    personKey: "one",
    isIdentified: true,
    personId: "p-001",
    name: "张示例",
    key: "p-001 regular",
    pathway: "regular",
    line: "grassroots",
    series: "health",
    level: "associateSenior",
    quota: "counts",
    decision: "eligible",
    ownDecision: "eligible",
    ...given,
  };
}

const ELSEWHERE = { unitId: "u-002", unitName: "乙镇卫生院", packageId: "k-2" };

function codesOf(...candidacies: readonly CheckedCandidacy[]): readonly string[] {
  return findPersonChecks(candidacies).map(({ code }) => code);
}

describe("checks of people across units", () => {
  it("find nothing in one candidacy", () => {
    expect(codesOf(candidacy())).toEqual([]);
  });

  it("find one ID number in two units, and the same thing asked for twice", () => {
    expect(codesOf(candidacy(), candidacy(ELSEWHERE))).toEqual([
      "person-in-two-units",
      "put-forward-twice",
    ]);
    expect(codesOf(candidacy(), candidacy({ ...ELSEWHERE, level: "senior" }))).toEqual([
      "person-in-two-units",
    ]);
  });

  it("find both lines in one year, in one unit or in two", () => {
    const other = { line: "provincial" } as const;
    expect(codesOf(candidacy(), candidacy(other))).toEqual(["two-lines"]);
    expect(codesOf(candidacy(), candidacy({ ...ELSEWHERE, ...other }))).toContain("two-lines");
  });

  it("do not take the exchange of a certificate for an application on the other line", () => {
    const conversion = candidacy({ pathway: "conversion", line: "provincial" });
    expect(codesOf(candidacy(), conversion)).toEqual([]);
  });

  it("do not compare people without an ID number", () => {
    const unknown = candidacy({ isIdentified: false });
    expect(codesOf(unknown, candidacy({ ...ELSEWHERE, isIdentified: false }))).not.toContain(
      "person-in-two-units",
    );
  });

  it("name every place", () => {
    const [check] = findPersonChecks([candidacy(), candidacy(ELSEWHERE)]);
    expect(check?.text).toBe("张示例（同一身份证号）在2个单位申报：甲镇卫生院、乙镇卫生院");
    expect(check?.places.map(({ packageId }) => packageId)).toEqual(["k-1", "k-2"]);
  });
});

describe("checks of one candidacy", () => {
  it("tell a decision of ours that differs, and one that is not 'eligible'", () => {
    const codes = (given: Partial<CheckedCandidacy>) =>
      findCandidacyChecks(candidacy(given)).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ ownDecision: null })).toEqual([]);
    expect(codes({ ownDecision: "ineligible" })).toEqual(["assessment-differs"]);
    expect(codes({ decision: "undetermined", ownDecision: "undetermined" })).toEqual([
      "not-eligible",
    ]);
  });
});

const POSTS = { approved: 3, filled: 1 };

function sent(given: Partial<CheckedPackage> = {}): CheckedPackage {
  return {
    packageId: "k-1",
    unitName: "甲镇卫生院",
    isPackKnown: true,
    posts: { junior: POSTS, intermediate: POSTS, associateSenior: POSTS, senior: POSTS },
    competing: { junior: 0, intermediate: 0, associateSenior: 2, senior: 0 },
    catalogue: null,
    isSaidInCatalogue: true,
    ...given,
  };
}

describe("checks of a unit", () => {
  const codes = (given: Partial<CheckedPackage>) =>
    findPackageChecks(sent(given)).map(({ code }) => code);

  it("allow as many candidates as posts are free, and not one more", () => {
    expect(codes({})).toEqual([]);
    const competing = { junior: 0, intermediate: 0, associateSenior: 3, senior: 0 };
    expect(codes({ competing })).toEqual(["quota-exceeded"]);
    const unknown = { ...sent().posts, associateSenior: { approved: null, filled: 9 } };
    expect(codes({ competing, posts: unknown })).toEqual([]);
  });

  it("count those who take up a post by the group of the level applied for", () => {
    expect(
      countCompeting([
        { quota: "counts", level: "technician" },
        { quota: "counts", level: "assistant" },
        { quota: "exempt", level: "senior" },
        { quota: "counts", level: null },
      ]),
    ).toEqual({ junior: 2, intermediate: 0, associateSenior: 0, senior: 0 });
  });

  it("hold what the unit says against the county's catalogue", () => {
    const posts = { junior: 3, intermediate: 3, associateSenior: 5, senior: null };
    expect(codes({ catalogue: { name: "甲镇中心卫生院", posts } })).toEqual([
      "posts-differ",
      "unit-differs",
    ]);
    expect(codes({ catalogue: "absent" })).toEqual(["unit-not-in-catalogue"]);
    expect(codes({ catalogue: "absent", isSaidInCatalogue: false })).toEqual([]);
  });

  it("say where nothing could be assessed anew", () => {
    expect(codes({ isPackKnown: false })).toEqual(["pack-unknown"]);
  });
});
