import { describe, expect, it } from "vitest";
import { SHANDONG_2020 } from "../../../../shared/policy/packs/shandong-2020.ts";
import type { Education } from "../../../../shared/records/education.ts";
import type { Person } from "../../../../shared/records/person.ts";
import { type Asking, assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

function graduate(level: Education["level"], graduatedOn = "2004-07"): Education {
  return { level, degree: null, graduatedOn };
}

const ASSISTANT = titleWith({ id: "t0", level: "assistant", obtainedOn: "2006-06-01" });

function appointed(from: string, to: string | null = null, titleId = "t1") {
  return { titleId, from, to, post: "regular" } as const;
}

/** Someone in a health centre with an intermediate title, appointed from some day on. */
function intermediate(given: Partial<Person> = {}): Person {
  return personWith({
    education: [graduate("bachelor")],
    postings: [postingWith()],
    titles: [titleWith()],
    appointments: [appointed("2022-01-01")],
    ...given,
  });
}

function tenure(person: Person, asking: Asking = {}): string {
  return outcomeFor(person, "ladder.tenure", asking, "regular provincial");
}

function education(person: Person, asking: Asking = {}): string {
  return outcomeFor(person, "ladder.education", asking, "regular provincial");
}

describe("ladder.education", () => {
  it.each([
    ["secondary", "unmet"],
    ["college", "met"],
    ["bachelor", "met"],
    ["doctor", "met"],
  ] as const)("%s for associate senior in health: %s", (level, outcome) => {
    expect(education(intermediate({ education: [graduate(level)] }))).toBe(outcome);
  });

  it("counts what is graduated on the day of application, not after", () => {
    const on = (day: string) => intermediate({ education: [graduate("college", day)] });
    expect(education(on("2026-09-01"))).toBe("met");
    expect(education(on("2026-09-02"))).toBe("unmet");
    expect(education(on("2026-09"))).toBe("met");
  });

  it("takes the highest of several", () => {
    const several = [graduate("secondary"), graduate("bachelor"), graduate("college")];
    const found = (list: Education[]) =>
      requirementIn(assessmentsOf(intermediate({ education: list })), "ladder.education").found;
    expect(found(several)).toEqual({ education: "bachelor" });
    expect(found(several.toReversed())).toEqual({ education: "bachelor" });
  });

  it("is unknown where the pack has no rungs, and so is the tenure", () => {
    const other = personWith({
      education: [graduate("bachelor")],
      postings: [postingWith({ series: "other" })],
    });
    expect(education(other)).toBe("unknown");
    expect(tenure(other)).toBe("unknown");
    expect(requirementIn(assessmentsOf(other), "ladder.tenure").found.hasRungs).toBe(false);
  });

  it("says the lowest education asked, wherever its rung is listed", () => {
    const basis = { from: "intermediate", years: 5, assumption: "试验" } as const;
    const rungs = (["bachelor", "college", "master"] as const).map((level) => ({
      ...basis,
      education: level,
    }));
    const pack = { ...SHANDONG_2020, ladders: { health: { associateSenior: rungs } } };
    const { expected } = requirementIn(assessmentsOf(intermediate(), { pack }), "ladder.education");
    expect(expected.education).toBe("college");
  });

  it("says the lowest education asked and the highest found", () => {
    const requirement = requirementIn(assessmentsOf(intermediate()), "ladder.education");
    expect(requirement.expected).toEqual({ education: "college", on: "2026-09-01" });
    expect(requirement.found).toEqual({ education: "bachelor" });
    expect(requirement.clause).toBe("人社部发〔2021〕51号（县局口径）");
  });
});

describe("ladder.tenure counted by appointment", () => {
  it.each([
    ["2022-01-01", "met"],
    ["2022-01-02", "unmet@2027-01-01"],
    ["2022-02", "unmet@2027-01-31"],
    ["2023-03-01", "unmet@2028-02-29"],
  ])("appointed from %s: %s", (from, outcome) => {
    expect(tenure(intermediate({ appointments: [appointed(from)] }))).toBe(outcome);
  });

  it("adds up appointments on titles of the level, and lays them end to end", () => {
    const several = [appointed("2018-01", "2019-12"), appointed("2024-01")];
    // 730 days, then on from 2024-01-01: five years are 1,826 days, the last of them 2026-12-31.
    expect(tenure(intermediate({ appointments: several }))).toBe("met");
    const shorter = [appointed("2018-01", "2019-12-30"), appointed("2024-01")];
    expect(tenure(intermediate({ appointments: shorter }))).toBe("unmet@2027-01-01");
  });

  it("is never reached where the appointments have ended", () => {
    const ended = [appointed("2018-01", "2019-12")];
    expect(tenure(intermediate({ appointments: ended }))).toBe("unmet");
    expect(tenure(intermediate({ appointments: [] }))).toBe("unmet");
  });

  it("counts only titles of the rung's level and series", () => {
    const titles = [titleWith(), ASSISTANT, titleWith({ id: "t2", series: "education" })];
    const others = [appointed("2010-01", null, "t0"), appointed("2010-01", null, "t2")];
    expect(tenure(intermediate({ titles, appointments: others }))).toBe("unmet");
  });

  it("takes out study, leave and years appraised unqualified", () => {
    const study = postingWith({ kind: "study", from: "2024-01", to: "2024-12" });
    const away = intermediate({ postings: [postingWith(), study] });
    expect(tenure(away)).toBe("unmet@2028-01-01");
    const unqualified = intermediate({ appraisals: [{ year: 2023, result: "unqualified" }] });
    expect(tenure(unqualified)).toBe("unmet@2027-12-31");
    const both = { ...away, appraisals: unqualified.appraisals };
    expect(tenure(both)).toBe("unmet@2028-12-31");
    const basic = intermediate({ appraisals: [{ year: 2023, result: "basicallyQualified" }] });
    expect(tenure(basic)).toBe("met");
  });

  it("counts up to the cut-off and no further", () => {
    const person = intermediate({ appointments: [appointed("2022-02")] });
    expect(tenure(person, { cutOff: "2027-01-31" })).toBe("met");
    expect(tenure(person, { cutOff: "2027-01-30" })).toBe("unmet@2027-01-31");
  });

  it("counts a grassroots title only while its holder works at the grassroots", () => {
    const titles = [
      ASSISTANT,
      titleWith({ line: "grassroots" }),
      titleWith({ id: "t2", level: "intermediate", obtainedOn: "2025-11-20" }),
    ];
    const person = intermediate({ titles });
    expect(tenure(person)).toBe("met");
    const moved = { ...person, postings: [postingWith({ setting: "county" })] };
    expect(tenure(moved)).toBe("unmet");
  });

  it("counts no appointment on a title that is obtained after the day of application", () => {
    const obtained = (obtainedOn: string) =>
      tenure(
        intermediate({
          titles: [titleWith(), titleWith({ id: "t2", obtainedOn })],
          appointments: [appointed("2010-01", null, "t2")],
        }),
      );
    expect(obtained("2026-09-01")).toBe("met");
    expect(obtained("2026-09-02")).toBe("unmet");
  });

  it("does not count a title obtained after the day of application", () => {
    const titles = [ASSISTANT, titleWith({ obtainedOn: "2026-09-02" })];
    const question = "regular provincial health intermediate";
    const person = intermediate({ titles, appointments: [appointed("2010-01", null, "t0")] });
    expect(outcomeFor(person, "ladder.tenure", {}, question)).toBe("met");
  });
});

describe("ladder.tenure counted by title", () => {
  function engineer(obtainedOn: string, given: Partial<Person> = {}): Person {
    return personWith({
      education: [graduate("bachelor")],
      postings: [postingWith({ series: "engineering" })],
      titles: [titleWith({ series: "engineering", obtainedOn })],
      ...given,
    });
  }

  it("begins the day after the title was obtained", () => {
    expect(tenure(engineer("2021-12-31"))).toBe("met");
    expect(tenure(engineer("2022-01-01"))).toBe("unmet@2027-01-01");
    expect(tenure(engineer("2024-02-29"))).toBe("unmet@2029-02-28");
  });

  it("begins with the earliest title of the level", () => {
    const earlier = titleWith({ id: "t2", series: "engineering", obtainedOn: "2020-01-01" });
    const later = titleWith({ series: "engineering", obtainedOn: "2024-01-01" });
    expect(tenure(engineer("", { titles: [later, earlier] }))).toBe("met");
    expect(tenure(engineer("", { titles: [earlier, later] }))).toBe("met");
  });

  it("does not begin with a title of another level or series", () => {
    const lower = titleWith({
      id: "t2",
      series: "engineering",
      level: "assistant",
      obtainedOn: "2010-01-01",
    });
    const other = titleWith({ id: "t3", obtainedOn: "2010-01-01" });
    const title = titleWith({ series: "engineering", obtainedOn: "2024-01-01" });
    expect(tenure(engineer("", { titles: [lower, other, title] }))).toBe("unmet@2029-01-01");
  });

  it("does not begin without a title of the level", () => {
    // The assistant's rung after two years as a technician is nothing for who never was one.
    const beginner = engineer("", {
      education: [graduate("bachelor", "2026-07")],
      postings: [postingWith({ series: "engineering", from: "2026-07" })],
      titles: [],
    });
    const question = "regular provincial engineering assistant";
    expect(outcomeFor(beginner, "ladder.tenure", {}, question)).toBe("unmet@2027-07-01");
  });
});

describe("ladder.tenure after graduation", () => {
  const question = "regular provincial health assistant";

  function beginner(level: Education["level"], graduatedOn: string, from: string): Person {
    return personWith({
      education: [graduate(level, graduatedOn)],
      postings: [postingWith({ from })],
    });
  }

  it("counts professional work from the day after graduation", () => {
    const asked = (person: Person) => outcomeFor(person, "ladder.tenure", {}, question);
    expect(asked(beginner("bachelor", "2025-12-31", "2020-01"))).toBe("met");
    expect(asked(beginner("bachelor", "2026-01-01", "2020-01"))).toBe("unmet@2027-01-01");
    expect(asked(beginner("bachelor", "2020-07", "2026-01-01"))).toBe("met");
    expect(asked(beginner("bachelor", "2020-07", "2026-01-02"))).toBe("unmet@2027-01-01");
    expect(asked(beginner("college", "2020-07", "2024-02"))).toBe("unmet@2027-01-31");
  });

  it("counts work anywhere, but only professional work", () => {
    const elsewhere = postingWith({ setting: "outside", from: "2020-08", to: "2022-12" });
    const person = beginner("bachelor", "2020-07", "2026-06");
    const asked = (postings: readonly (typeof elsewhere)[]) =>
      outcomeFor({ ...person, postings: [...postings, ...person.postings] }, "ladder.tenure");
    expect(asked([elsewhere])).toBe("met");
    expect(asked([{ ...elsewhere, professional: false }])).toBe("unmet@2027-05-31");
    expect(asked([{ ...elsewhere, kind: "study" }])).toBe("unmet@2027-05-31");
  });

  it("starts from the earliest graduation that meets the rung, in whatever order they are listed", () => {
    const asked = (...listed: Education[]) => {
      const person = personWith({
        education: listed,
        postings: [postingWith({ from: "2008-07" })],
      });
      return outcomeFor(person, "ladder.tenure", {}, question);
    };
    const bachelor = graduate("bachelor", "2022-06");
    const master = graduate("master", "2026-06");
    expect(asked(master, bachelor)).toBe("met");
    expect(asked(bachelor, master)).toBe("met");
    const secondary = graduate("secondary", "2010-07");
    const late = graduate("bachelor", "2026-01-01");
    expect(asked(secondary, late)).toBe("unmet@2027-01-01");
    expect(asked(late, secondary)).toBe("unmet@2027-01-01");
  });

  it("asks nothing on a rung of 0 years, without any posting too", () => {
    const doctor = personWith({ education: [graduate("doctor", "2026-06")] });
    const titles = [titleWith({ id: "t0", level: "assistant", obtainedOn: "2026-01-01" })];
    expect(tenure({ ...doctor, titles })).toBe("met");
    expect(tenure({ ...doctor, titles }, { cutOff: "2026-05-31" })).toBe("met");
  });
});

describe("the rung reported", () => {
  it("is the one reached first", () => {
    // A bachelor since 2004 with a college degree before it: five years beat seven.
    const requirement = requirementIn(assessmentsOf(intermediate()), "ladder.tenure");
    expect(requirement.expected).toEqual({
      education: "bachelor",
      from: "intermediate",
      years: 5,
      basis: "appointment",
      by: "2026-12-31",
    });
    expect(requirement.found).toEqual({
      length: { from: "2022-01-01", years: 5, months: 0, days: 0 },
      hasRungs: true,
    });
  });

  it("is the first listed where none can be reached", () => {
    const person = intermediate({ appointments: [] });
    const requirement = requirementIn(assessmentsOf(person), "ladder.tenure");
    expect(requirement.expected?.education).toBe("bachelor");
    expect(requirement.found.length).toEqual({ from: null, years: 0, months: 0, days: 0 });
  });

  it("is none where no education is met", () => {
    const person = intermediate({ education: [] });
    const requirement = requirementIn(assessmentsOf(person), "ladder.tenure");
    expect(requirement.status).toBe("unmet");
    expect(requirement.expected).toBeNull();
    expect(requirement.found.hasRungs).toBe(true);
  });

  it("decides how many appraisals are asked", () => {
    const count = (person: Person) =>
      requirementIn(assessmentsOf(person), "appraisal.results").found.results.length;
    expect(count(intermediate())).toBe(5);
    expect(count(intermediate({ education: [graduate("college")] }))).toBe(7);
    expect(count(intermediate({ education: [] }))).toBe(0);
  });

  it("is the graduate's of 0 years only from graduation on", () => {
    // The assistant's four years as a bachelor were full in 2012, the doctorate came in 2020: the former is reported.
    const person = intermediate({
      education: [graduate("bachelor"), graduate("doctor", "2020-06")],
      titles: [ASSISTANT],
      appointments: [appointed("2008-01", null, "t0")],
    });
    const question = "regular provincial health intermediate";
    const requirement = requirementIn(assessmentsOf(person), "ladder.tenure", question);
    expect(requirement.expected?.years).toBe(2);
    const late = { ...person, appointments: [appointed("2020-01", null, "t0")] };
    expect(requirementIn(assessmentsOf(late), "ladder.tenure", question).expected?.years).toBe(0);
  });

  it("is the graduate's of 0 years on the day of graduation, however late work begins", () => {
    // A master's two years as an assistant are full on 31 August 2020, after the graduation of June.
    const person = intermediate({
      education: [graduate("bachelor"), graduate("doctor", "2020-06")],
      postings: [postingWith({ from: "2024-01" })],
      titles: [ASSISTANT],
      appointments: [appointed("2018-09", null, "t0")],
    });
    const requirement = requirementIn(
      assessmentsOf(person),
      "ladder.tenure",
      "regular provincial health intermediate",
    );
    expect(requirement.expected?.years).toBe(0);
  });
});
