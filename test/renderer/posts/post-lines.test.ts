import { describe, expect, it } from "vitest";
import { postLines, readApproved } from "../../../renderer/posts/post-lines.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import type { PersonAssessments } from "../../../shared/policy/evaluate.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import type { Requirement } from "../../../shared/policy/requirement.ts";
import type { Person } from "../../../shared/records/person.ts";
import { personWith, titleWith, UNIT } from "../../support/unit-file.ts";

const ON = dayOf(2026, 9, 1);

function holder(id: string, post: "regular" | "special", to: string | null = null): Person {
  return personWith({
    id,
    titles: [titleWith()],
    appointments: [{ titleId: "t1", from: "2015-01", to, post }],
  });
}

function requirement(id: "quota.vacancy" | "sanction.none", status: Requirement["status"]) {
  return { id, status, clause: "", metOn: null } as Requirement;
}

function asks(
  personId: string,
  given: Partial<Assessment>,
  requirements: readonly Requirement[],
): PersonAssessments {
  const assessment: Assessment = {
    pathway: "regular",
    line: "provincial",
    series: "health",
    level: "intermediate",
    decision: "ineligible",
    quota: "counts",
    eligibleOn: null,
    requirements,
    ...given,
  };
  return { personId, assessments: [assessment] };
}

function intermediate(
  people: readonly Person[],
  assessed: readonly PersonAssessments[],
  posts = 2,
) {
  const unit = {
    ...UNIT,
    posts: { junior: null, intermediate: posts, associateSenior: 0, senior: 0 },
  };
  return postLines(unit, people.map(readPerson), ON, assessed)[1];
}

describe("the posts of a group", () => {
  it("show who fills them, and special posts leave the regular ones free", () => {
    const line = intermediate(
      [holder("a", "regular"), holder("b", "special"), holder("c", "regular", "2026-08-31")],
      [],
    );
    expect(line).toMatchObject({ approved: 2, filled: ["a"], special: ["b"], free: 1 });
  });

  it("say that more are filled than approved", () => {
    expect(intermediate([holder("a", "regular"), holder("b", "regular")], [], 1)?.free).toBe(-1);
  });

  it("are not counted free where the approved number is not known", () => {
    const lines = postLines({ ...UNIT, posts: null }, [], ON, []);
    expect(lines.map(({ free, short }) => [free, short])).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    );
  });
});

describe("what this year's candidates need", () => {
  const met = requirement("sanction.none", "met");
  const full = requirement("quota.vacancy", "unmet");

  it("counts who lacks nothing but a free post", () => {
    const line = intermediate(
      [],
      [
        asks("a", {}, [met, full]),
        asks("b", {}, [met, requirement("quota.vacancy", "met")]),
        asks("c", {}, [requirement("sanction.none", "unmet"), full]),
        asks("d", {}, [requirement("sanction.none", "unknown"), full]),
      ],
      1,
    );
    expect(line).toMatchObject({ needing: ["a", "b"], short: 1 });
  });

  it("leaves out who has a way that needs no post", () => {
    const line = intermediate(
      [],
      [
        asks("a", {}, [met, full]),
        asks("a", { pathway: "townshipTenure", quota: "exempt" }, [met]),
      ],
      0,
    );
    expect(line).toMatchObject({ needing: [], exempt: ["a"], short: 0 });
  });

  it("leaves out conversions and posts without a level", () => {
    const line = intermediate(
      [],
      [
        asks("a", { pathway: "conversion", quota: "exempt" }, [met]),
        asks("b", { pathway: "directHire", quota: "exempt", level: null }, [met]),
      ],
    );
    expect(line).toMatchObject({ needing: [], exempt: [] });
  });

  it("is not covered by posts that are filled beyond the approved number", () => {
    const line = intermediate(
      [holder("a", "regular"), holder("b", "regular")],
      [asks("c", {}, [met, full])],
      1,
    );
    expect(line).toMatchObject({ free: -1, short: 1 });
  });
});

describe("approved posts in the form", () => {
  const texts = { junior: "12", intermediate: " 8 ", associateSenior: "", senior: "０" };

  it("read empty as not known and full-width digits as digits", () => {
    expect(readApproved(texts)).toEqual({
      junior: 12,
      intermediate: 8,
      associateSenior: null,
      senior: 0,
    });
  });

  it("are refused where a field is no whole number", () => {
    for (const junior of ["-1", "1.5", "十", "1000000"]) {
      expect(readApproved({ ...texts, junior })).toBeNull();
    }
  });
});
