import { describe, expect, it } from "vitest";
import type { Application } from "../../../../shared/records/application.ts";
import type { Title } from "../../../../shared/records/title.ts";
import { MET, UNMET } from "../../../../shared/policy/outcome.ts";
import { TITLE_RANKS } from "../../../../shared/policy/ranks.ts";
import { lineHeld } from "../../../../shared/policy/requirements/line.ts";
import { assessmentsOf, outcomeFor, requirementIn, sceneOf } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

const COUNTY = postingWith({ setting: "county" });

function applicant(titles: Title[], applications: Application[] = [], posting = postingWith()) {
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "2004-07" }],
    postings: [posting],
    titles,
    applications,
  });
}

function applied(given: Partial<Application> = {}): Application {
  return {
    year: 2026,
    series: "health",
    level: "associateSenior",
    line: "provincial",
    outcome: "pending",
    ...given,
  };
}

describe("line.sameYear", () => {
  const onLine = (line: string, ...applications: Application[]) =>
    outcomeFor(applicant([titleWith()], applications), "line.sameYear", {}, `regular ${line}`);

  it("closes the other line for the year, and only that", () => {
    expect(onLine("grassroots", applied())).toBe("unmet@2027-01-01");
    expect(onLine("provincial", applied())).toBe("met");
    expect(onLine("provincial", applied({ line: "grassroots" }))).toBe("unmet@2027-01-01");
  });

  it.each([
    ["pending", "unmet@2027-01-01"],
    ["passed", "unmet@2027-01-01"],
    ["failed", "unmet@2027-01-01"],
    ["withdrawn", "met"],
  ] as const)("an application that is %s: %s", (outcome, answer) => {
    expect(onLine("grassroots", applied({ outcome }))).toBe(answer);
  });

  it("does not mind other years, but every series and level", () => {
    expect(onLine("grassroots", applied({ year: 2025 }), applied({ year: 2027 }))).toBe("met");
    expect(onLine("grassroots", applied({ series: "education", level: "senior" }))).toBe(
      "unmet@2027-01-01",
    );
  });

  it("names the applications that stand in the way", () => {
    const applications = [applied(), applied({ outcome: "withdrawn" })];
    const { expected, found } = requirementIn(
      assessmentsOf(applicant([titleWith()], applications)),
      "line.sameYear",
      "regular grassroots",
    );
    expect(expected).toEqual({ year: 2026, otherLine: "provincial" });
    expect(found.applications).toEqual([{ level: "associateSenior", outcome: "pending" }]);
  });
});

describe("line.lockout", () => {
  const associate = (obtainedOn: string, given: Partial<Title> = {}) =>
    titleWith({ id: "t2", level: "associateSenior", line: "grassroots", obtainedOn, ...given });
  /** The provincial line of somebody whose grassroots title has lapsed by leaving. */
  const locked = (...titles: Title[]) =>
    outcomeFor(
      applicant([titleWith(), ...titles], [], COUNTY),
      "line.lockout",
      {},
      "regular provincial health associateSenior",
    );

  it.each([
    ["2021-08-31", "met"],
    ["2021-09-01", "unmet@2026-09-02"],
    ["2022-10-10", "unmet@2027-10-11"],
    ["2024-02-28", "unmet@2029-03-01"],
    ["2024-02-29", "unmet@2029-03-01"],
    ["2026-09-01", "unmet@2031-09-02"],
    ["2026-09-02", "met"],
  ])("a title of the other line obtained on %s: %s", (obtainedOn, outcome) => {
    expect(locked(associate(obtainedOn))).toBe(outcome);
  });

  it("waits for the latest of several, whichever comes first", () => {
    const one = associate("2022-01-01");
    const two = associate("2023-01-01", { id: "t3" });
    expect(locked(one, two)).toBe("unmet@2028-01-02");
    expect(locked(two, one)).toBe("unmet@2028-01-02");
  });

  it("counts titles of any series, but only of the level and the other line", () => {
    expect(locked(associate("2025-01-01", { series: "education" }))).toBe("unmet@2030-01-02");
    expect(locked(associate("2025-01-01", { level: "intermediate" }))).toBe("met");
    const own = outcomeFor(
      applicant([titleWith(), associate("2025-01-01")], [], COUNTY),
      "line.lockout",
      {},
      "regular grassroots health associateSenior",
    );
    expect(own).toBe("met");
  });

  it("names title and first free day", () => {
    const { expected, found } = requirementIn(
      assessmentsOf(applicant([titleWith(), associate("2022-10-10")], [], COUNTY)),
      "line.lockout",
      "regular provincial",
    );
    expect(expected).toEqual({
      years: 5,
      otherLine: "grassroots",
      level: "associateSenior",
      on: "2026-09-01",
    });
    expect(found.titles).toEqual([
      {
        name: "主治医师",
        level: "associateSenior",
        line: "grassroots",
        obtainedOn: "2022-10-10",
        freeOn: "2027-10-11",
      },
    ]);
  });
});

describe("line.held", () => {
  const doctor = { level: "doctor", degree: "doctor", graduatedOn: "2010-06" } as const;

  it("is met where no title of series, level and line stands", () => {
    const person = { ...applicant([titleWith()]), education: [doctor] };
    expect(outcomeFor(person, "line.held", {}, "doctor provincial")).toBe("met");
    const { expected, found } = requirementIn(assessmentsOf(person), "line.held", "doctor");
    expect(expected).toEqual({ line: "provincial", level: "senior" });
    expect(found).toEqual({ title: null });
  });

  it("is unmet for the line, level and series of a standing title, which no pathway asks again", () => {
    const scene = sceneOf(applicant([titleWith({ level: "assistant" }), titleWith({ id: "t2" })]));
    const { intermediate, senior } = TITLE_RANKS;
    const asked = { line: "provincial", series: "health", level: intermediate } as const;
    expect(lineHeld.decide(scene, asked)).toBe(UNMET);
    expect(lineHeld.explain(scene, asked).found.title?.level).toBe("intermediate");
    expect(lineHeld.decide(scene, { ...asked, line: "grassroots" })).toBe(MET);
    expect(lineHeld.decide(scene, { ...asked, level: senior })).toBe(MET);
    const other = sceneOf(applicant([titleWith({ series: "education" })]));
    expect(lineHeld.decide(other, asked)).toBe(MET);
  });

  it("is met again once a grassroots title has lapsed", () => {
    const question = {
      line: "grassroots",
      series: "health",
      level: TITLE_RANKS.intermediate,
    } as const;
    const titles = [titleWith({ line: "grassroots" })];
    expect(lineHeld.decide(sceneOf(applicant(titles)), question)).toBe(UNMET);
    expect(lineHeld.decide(sceneOf(applicant(titles, [], COUNTY)), question)).toBe(MET);
  });
});
