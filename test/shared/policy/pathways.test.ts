import { describe, expect, it } from "vitest";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Education } from "../../../shared/records/education.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Series } from "../../../shared/records/series.ts";
import { type Asking, answerTo, assessmentsOf, questionsOf } from "../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../support/unit-file.ts";

function educated(level: Education["level"], given: Partial<Person> = {}): Person {
  const education = [{ level, degree: null, graduatedOn: "2010-07" }] as const;
  return personWith({ education: [...education], postings: [postingWith()], ...given });
}

function inSeries(series: Series, given: Partial<Person> = {}): Person {
  return educated("bachelor", { postings: [postingWith({ series })], ...given });
}

/** Levels asked on the regular pathway's provincial line. */
function levelsAsked(person: Person, asking: Asking = {}): readonly (string | null)[] {
  return assessmentsOf(person, asking)
    .filter(({ pathway, line }) => pathway === "regular" && line === "provincial")
    .map(({ level }) => level);
}

describe("the series asked", () => {
  const series = (person: Person) => assessmentsOf(person)[0]?.series;

  it("is the active posting's that began last, of equals the first listed", () => {
    const health = postingWith({ from: "2010-01" });
    const education = postingWith({ from: "2012-01", series: "education" });
    expect(series(educated("bachelor", { postings: [health, education] }))).toBe("education");
    expect(series(educated("bachelor", { postings: [education, health] }))).toBe("education");
    const same = { ...health, series: "agriculture" } as const;
    expect(series(educated("bachelor", { postings: [health, same] }))).toBe("health");
    const ended = { ...education, to: "2026-08-31" };
    expect(series(educated("bachelor", { postings: [health, ended] }))).toBe("health");
    const idle = { ...education, professional: false };
    expect(series(educated("bachelor", { postings: [health, idle] }))).toBe("health");
  });

  it("is the latest title's where no posting is active, of equals the first listed", () => {
    const titles = [
      titleWith({ id: "a", series: "education", obtainedOn: "2010-01-01" }),
      titleWith({ id: "b", series: "engineering", obtainedOn: "2015-01-01" }),
      titleWith({ id: "c", series: "agriculture", obtainedOn: "2015-01-01" }),
      titleWith({ id: "d", series: "statistics", obtainedOn: "2026-09-02" }),
    ];
    const ended = [postingWith({ to: "2020-12" })];
    expect(series(educated("bachelor", { postings: ended, titles }))).toBe("engineering");
  });

  it("is other where there is neither", () => {
    expect(series(educated("bachelor", { postings: [] }))).toBe("other");
  });
});

describe("the levels asked", () => {
  it.each([
    ["health", ["assistant"]],
    ["education", ["technician", "assistant"]],
    ["agriculture", ["technician", "assistant"]],
    ["engineering", ["technician", "assistant"]],
    ["statistics", ["assistant", "intermediate"]],
    ["other", ["assistant"]],
  ] as const)("of a bachelor without a title in %s: %s", (series, levels) => {
    expect(levelsAsked(inSeries(series))).toEqual(levels);
  });

  it("skip a level that education alone does not open", () => {
    expect(levelsAsked(educated("doctor"))).toEqual(["assistant", "intermediate"]);
    expect(levelsAsked(educated("master"))).toEqual(["assistant"]);
    const secondary = { ...inSeries("education"), education: educated("secondary").education };
    expect(levelsAsked(secondary)).toEqual(["technician"]);
  });

  it("reach up to senior where the pack opens it by education alone", () => {
    const rung = { education: "doctor", from: null, years: 1, assumption: "试验" } as const;
    const ladders = { health: { ...SHANDONG_2020.ladders.health, senior: [rung] } };
    const pack = { ...SHANDONG_2020, ladders };
    expect(levelsAsked(educated("doctor"), { pack })).toEqual([
      "assistant",
      "intermediate",
      "senior",
    ]);
    expect(levelsAsked(educated("master"), { pack })).toEqual(["assistant"]);
  });

  it.each([
    ["technician", ["assistant"]],
    ["assistant", ["intermediate"]],
    ["intermediate", ["associateSenior"]],
    ["associateSenior", ["senior"]],
    ["senior", []],
  ] as const)("above a standing %s title: %s", (level, levels) => {
    expect(levelsAsked(educated("bachelor", { titles: [titleWith({ level })] }))).toEqual(levels);
  });

  it("count from the highest standing title of the series on either line", () => {
    const titles = [
      titleWith({ id: "a", level: "associateSenior", line: "grassroots" }),
      titleWith({ id: "b", level: "assistant" }),
      titleWith({ id: "c", level: "senior", series: "education" }),
      titleWith({ id: "d", level: "senior", obtainedOn: "2026-09-02" }),
    ];
    expect(levelsAsked(educated("bachelor", { titles }))).toEqual(["senior"]);
    const county = [postingWith({ setting: "county" })];
    expect(levelsAsked(educated("bachelor", { titles, postings: county }))).toEqual([
      "intermediate",
    ]);
  });

  it("count a title obtained on the day of application, beside one obtained later", () => {
    const titles = [
      titleWith({ id: "a", level: "intermediate", obtainedOn: "2026-09-01" }),
      titleWith({ id: "b", level: "associateSenior", obtainedOn: "2026-09-02" }),
    ];
    expect(levelsAsked(educated("bachelor", { titles }))).toEqual(["associateSenior"]);
  });
});

describe("the pathways asked", () => {
  it("put both lines to every level, township years from the intermediate one up", () => {
    expect(questionsOf(assessmentsOf(educated("doctor")))).toEqual([
      "regular provincial health assistant",
      "regular grassroots health assistant",
      "regular provincial health intermediate",
      "regular grassroots health intermediate",
      "townshipTenure provincial health intermediate",
      "townshipTenure grassroots health intermediate",
    ]);
  });

  it("leave the grassroots line out for a series that has none", () => {
    const lines = assessmentsOf(inSeries("other")).map(({ line }) => line);
    expect(lines).toEqual(["provincial"]);
  });

  it("say which use up a post", () => {
    const doctor = { level: "doctor", degree: "doctor", graduatedOn: "2010-07" } as const;
    const person = educated("bachelor", {
      education: [doctor],
      postings: [
        postingWith({ setting: "county", from: "2011-01", to: "2014-12" }),
        postingWith({ kind: "exchange", from: "2015-01" }),
        postingWith({ kind: "directHire", from: "2015-01" }),
      ],
      titles: [titleWith(), titleWith({ id: "t2", line: "grassroots" })],
      exams: [{ series: "health", level: "intermediate", year: 2025, subjects: [] }],
    });
    const quotas = Object.fromEntries(
      assessmentsOf(person).map(({ pathway, quota }) => [pathway, quota]),
    );
    expect(quotas).toEqual({
      regular: "counts",
      townshipTenure: "exempt",
      exchange: "exempt",
      doctor: "counts",
      conversion: "exempt",
      directHireMobility: "exempt",
      examMargin: "counts",
    });
    const away = personWith({ postings: [postingWith({ setting: "county" })] });
    expect(answerTo(assessmentsOf(away), "directHire").quota).toBe("exempt");
  });

  it("ask of each line just what the notice asks of it", () => {
    const requirements = (question: string) =>
      answerTo(assessmentsOf(educated("bachelor", { titles: [titleWith()] })), question)
        .requirements.map(({ id }) => id)
        .toSorted();
    const ladder = [
      "appraisal.results",
      "ladder.education",
      "ladder.tenure",
      "line.held",
      "line.lockout",
      "line.sameYear",
      "sanction.none",
      "training.annual",
      "training.specialty",
    ];
    expect(requirements("regular provincial")).toEqual([...ladder, "quota.vacancy"].toSorted());
    expect(requirements("regular grassroots")).toEqual(
      [...ladder, "quota.vacancy", "employment.grassroots"].toSorted(),
    );
    expect(requirements("townshipTenure provincial")).toEqual(
      [...ladder, "employment.township", "township.years"].toSorted(),
    );
    expect(requirements("townshipTenure grassroots")).toEqual(
      [...ladder, "employment.township", "township.years", "employment.grassroots"].toSorted(),
    );
  });
});
