import { describe, expect, it } from "vitest";
import { findEnrolmentMatters, newCandidacy } from "../../../shared/recommendation/enrolment.ts";
import { findConflicts } from "../../../shared/recommendation/missing-enrolment.ts";
import { checkCandidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Person } from "../../../shared/records/person.ts";
import { candidacyWith, codesOf, contextWith, doctorWith, roundWith, SIGNED } from "./rounds.ts";

const ROUND = roundWith();
const WITHDRAWN = { on: "2026-09-02", reason: "本人放弃", ...SIGNED };

describe("a candidacy", () => {
  it("begins as the rules' answer, with nothing decided", () => {
    const [assessment] = contextWith().answers.get("p-001")?.assessments ?? [];
    if (assessment === undefined) throw new Error("nothing to apply for");
    const choice = { id: "c-9", personId: "p-001", assessment, chosenOn: "2026-09-01" };
    const candidacy = newCandidacy(ROUND, choice);
    expect(candidacy).toMatchObject({
      id: "c-9",
      roundId: "2026",
      pathway: "regular",
      level: "associateSenior",
      decision: "eligible",
      confirmation: null,
      check: null,
      outcome: null,
    });
    expect(checkCandidacy(candidacy).ok).toBe(true);
  });
});

describe("both lines in one year", () => {
  const GRASSROOTS = candidacyWith({ id: "c-002", line: "grassroots", level: "senior" });

  it("are refused with the clause, whatever the level", () => {
    expect(findEnrolmentMatters(GRASSROOTS, [candidacyWith()], ROUND, [])).toEqual([
      {
        code: "line.both",
        details: {
          candidacyId: "c-002",
          personId: "p-001",
          otherId: "c-001",
          clause: "鲁人社字〔2020〕42号 四",
        },
      },
    ]);
  });

  it("are nobody's who gave the one up, or who is somebody else", () => {
    const others = [
      candidacyWith({ withdrawal: WITHDRAWN }),
      candidacyWith({ id: "c-003", personId: "p-002" }),
    ];
    expect(findEnrolmentMatters(GRASSROOTS, others, ROUND, [])).toEqual([]);
    const withdrawn = { ...GRASSROOTS, withdrawal: WITHDRAWN };
    expect(findEnrolmentMatters(withdrawn, [candidacyWith()], ROUND, [])).toEqual([]);
  });

  it.each<[string, Person["applications"][number]["outcome"], number, readonly string[]]>([
    ["an application that runs", "pending", 2026, ["line.application"]],
    ["one that failed", "failed", 2026, ["line.application"]],
    ["one that was withdrawn", "withdrawn", 2026, []],
    ["one of another year", "pending", 2025, []],
  ])("are looked for in the application records too: %s", (_, outcome, year, expected) => {
    const application = {
      year,
      outcome,
      series: "health",
      level: "intermediate",
      line: "grassroots",
    } as const;
    const found = findEnrolmentMatters(candidacyWith(), [], ROUND, [application]);
    expect(codesOf(found)).toEqual(expected);
  });

  it("are no matter of a pathway without a line", () => {
    const post = candidacyWith({ pathway: "directHireMobility", line: null, level: null });
    const application = {
      year: 2026,
      outcome: "pending",
      series: "health",
      level: "intermediate",
      line: "grassroots",
    } as const;
    expect(findEnrolmentMatters(post, [candidacyWith()], ROUND, [application])).toEqual([]);
  });
});

describe("换发 of a title that is held", () => {
  const CONVERSION = candidacyWith({ id: "c-005", pathway: "conversion", level: "intermediate" });
  const GRASSROOTS = candidacyWith({ line: "grassroots" });

  it("leaves the choice of a line free, whichever is enrolled first", () => {
    expect(findEnrolmentMatters(CONVERSION, [GRASSROOTS], ROUND, [])).toEqual([]);
    expect(findEnrolmentMatters(GRASSROOTS, [CONVERSION], ROUND, [])).toEqual([]);
  });

  it("is not barred by an application in the other line", () => {
    const application = {
      year: 2026,
      outcome: "pending",
      series: "health",
      level: "associateSenior",
      line: "grassroots",
    } as const;
    expect(findEnrolmentMatters(CONVERSION, [], ROUND, [application])).toEqual([]);
  });
});

describe("one level", () => {
  it("is applied for on one pathway only", () => {
    const other = candidacyWith({ id: "c-002", pathway: "townshipTenure" });
    expect(codesOf(findEnrolmentMatters(other, [candidacyWith()], ROUND, []))).toEqual([
      "candidacy.twice",
    ]);
    const senior = candidacyWith({ id: "c-003", level: "senior" });
    expect(findEnrolmentMatters(senior, [candidacyWith()], ROUND, [])).toEqual([]);
    const elsewhere = candidacyWith({ id: "c-004", series: "statistics" });
    expect(findEnrolmentMatters(elsewhere, [candidacyWith()], ROUND, [])).toEqual([]);
  });

  it("is told once for each pair, and a person who is gone is named", () => {
    const candidacies = [
      candidacyWith(),
      candidacyWith({ id: "c-002", pathway: "townshipTenure" }),
      candidacyWith({ id: "c-003", personId: "p-gone" }),
    ];
    const matters = findConflicts(contextWith({ candidacies, people: [doctorWith()] }));
    expect(matters.map(({ code, details }) => [code, details])).toMatchObject([
      ["candidacy.twice", { candidacyId: "c-002", otherId: "c-001" }],
      ["person.unknown", { personId: "p-gone" }],
    ]);
  });
});
