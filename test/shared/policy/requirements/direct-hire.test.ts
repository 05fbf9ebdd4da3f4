import { describe, expect, it } from "vitest";
import type { AppraisalResult } from "../../../../shared/records/appraisal.ts";
import type { Education } from "../../../../shared/records/education.ts";
import type { Person } from "../../../../shared/records/person.ts";
import type { Posting } from "../../../../shared/records/posting.ts";
import type { Title } from "../../../../shared/records/title.ts";
import { type Asking, assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

const COUNTY = postingWith({ setting: "county" });

function countyWorker(given: Partial<Person> = {}): Person {
  return personWith({ postings: [COUNTY], ...given });
}

function asksDirectHire(...postings: Partial<Posting>[]): boolean {
  const person = personWith({ postings: postings.map(postingWith) });
  return assessmentsOf(person).some(({ pathway }) => pathway === "directHire");
}

describe("directHire", () => {
  it("is asked of who works neither in the township nor at the grassroots", () => {
    expect(asksDirectHire({ setting: "county" })).toBe(true);
    expect(asksDirectHire({ setting: "township" })).toBe(false);
    expect(asksDirectHire({ setting: "grassroots" })).toBe(false);
    expect(asksDirectHire()).toBe(true);
    expect(asksDirectHire({ professional: false })).toBe(true);
    expect(asksDirectHire({ to: "2026-08-31" })).toBe(true);
  });

  it("shows that nobody of the grassroots applies", () => {
    const assessments = assessmentsOf(countyWorker());
    expect(requirementIn(assessments, "directHire.origin")).toMatchObject({
      status: "met",
      expected: { on: "2026-09-01" },
      found: { posting: null },
    });
  });

  const byEducation = (education: Education) =>
    outcomeFor(countyWorker({ education: [education] }), "directHire.qualification");
  const byTitle = (given: Partial<Title>) =>
    outcomeFor(countyWorker({ titles: [titleWith(given)] }), "directHire.qualification");

  it.each([
    ["bachelor", "unmet"],
    ["master", "met"],
    ["doctor", "met"],
  ] as const)("qualifies by education %s: %s", (level, answer) => {
    expect(byEducation({ level, degree: null, graduatedOn: "2026-09-01" })).toBe(answer);
  });

  it("does not take an education to come", () => {
    expect(byEducation({ level: "doctor", degree: null, graduatedOn: "2026-09-02" })).toBe("unmet");
  });

  it.each([
    ["intermediate", "unmet"],
    ["associateSenior", "met"],
    ["senior", "met"],
  ] as const)("qualifies by a provincial title of level %s: %s", (level, answer) => {
    expect(byTitle({ level })).toBe(answer);
  });

  it("takes titles of any series, but no grassroots one and none to come", () => {
    const level = "associateSenior";
    expect(byTitle({ level, series: "education" })).toBe("met");
    expect(byTitle({ level, line: "grassroots" })).toBe("unmet");
    expect(byTitle({ level, obtainedOn: "2026-09-02" })).toBe("unmet");
    expect(byTitle({ level, obtainedOn: "2026-09-01" })).toBe("met");
  });

  it("shows education and the highest qualifying title, of equals the first listed", () => {
    const titles = [
      titleWith({ level: "associateSenior" }),
      titleWith({ id: "t2", level: "senior" }),
      titleWith({ id: "t3", level: "associateSenior" }),
      titleWith({ id: "t4", level: "senior", series: "education", name: "正高级教师" }),
    ];
    const education: Education[] = [{ level: "bachelor", degree: null, graduatedOn: "2004-07" }];
    const { expected, found } = requirementIn(
      assessmentsOf(countyWorker({ titles, education })),
      "directHire.qualification",
    );
    expect(expected).toEqual({ education: "master", title: "associateSenior", on: "2026-09-01" });
    expect(found.education).toBe("bachelor");
    expect(found.title).toMatchObject({ level: "senior", name: "主治医师" });
    const none = requirementIn(assessmentsOf(countyWorker()), "directHire.qualification").found;
    expect(none).toEqual({ education: null, title: null });
  });

  it.each([
    [true, "met"],
    [false, "unmet"],
    [undefined, "unknown"],
  ])("volunteering %s: %s", (volunteers, answer) => {
    const statements = volunteers === undefined ? {} : { volunteersForTownship: volunteers };
    const person = countyWorker({ statements });
    expect(outcomeFor(person, "directHire.volunteer")).toBe(answer);
    const { expected, found } = requirementIn(assessmentsOf(person), "directHire.volunteer");
    expect(expected).toBe(true);
    expect(found).toBe(volunteers ?? null);
  });
});

function hired(postings: Partial<Posting>[], appraisals: Record<number, AppraisalResult> = {}) {
  return personWith({
    postings: postings.map((posting) => postingWith({ kind: "directHire", ...posting })),
    appraisals: Object.entries(appraisals).map(([year, result]) => ({
      year: Number(year),
      result,
    })),
  });
}

describe("directHireMobility", () => {
  const served = (postings: Partial<Posting>[], asking: Asking = {}) =>
    outcomeFor(hired(postings), "directHire.served", asking);

  it("is asked of whoever was ever hired directly", () => {
    const asked = (posting: Partial<Posting>) =>
      assessmentsOf(personWith({ postings: [postingWith(posting)] })).some(
        ({ pathway }) => pathway === "directHireMobility",
      );
    expect(asked({ kind: "directHire", to: "2010-01" })).toBe(true);
    expect(asked({})).toBe(false);
  });

  it("needs five township years up to the day of application", () => {
    expect(served([{ from: "2021-09-02" }])).toBe("met");
    expect(served([{ from: "2021-09-03" }])).toBe("unmet@2026-09-02");
    expect(served([{ from: "2021-09-03" }], { applyOn: "2026-09-02" })).toBe("met");
    expect(served([{ from: "2010-01", to: "2014-12" }])).toBe("met");
    expect(served([{ from: "2010-01", to: "2014-12-30" }])).toBe("unmet");
  });

  it("counts direct hire in the township alone, less study and leave", () => {
    expect(served([{ from: "2010-01", setting: "grassroots" }])).toBe("unmet");
    expect(served([{ from: "2025-01" }, { from: "2010-01", to: "2024-12", kind: "regular" }])).toBe(
      "unmet@2029-12-31",
    );
    expect(served([{ from: "2010-01", professional: false }])).toBe("met");
    const leave = { kind: "leave", from: "2024-01", to: "2024-12" } as const;
    expect(served([{ from: "2021-09-01" }, leave])).toBe("unmet@2027-09-01");
  });

  it("asks the appraisals of the last five whole years of it", () => {
    const good: Record<number, AppraisalResult> = {
      2021: "qualified",
      2022: "qualified",
      2023: "excellent",
      2024: "qualified",
      2025: "qualified",
    };
    const asked = (given: Record<number, AppraisalResult>, from = "2019-01") =>
      outcomeFor(hired([{ from }], given), "directHire.appraisals");
    expect(asked(good)).toBe("met");
    expect(asked({ ...good, 2022: "basicallyQualified" })).toBe("unmet");
    expect(asked({ ...good, 2022: "ungraded" })).toBe("unknown");
    expect(asked({})).toBe("unknown");
    expect(asked({}, "2025-02")).toBe("met");
    expect(asked({ ...good, 2021: "unqualified" }, "2021-01-02")).toBe("met");
  });

  it("shows length and results", () => {
    const assessments = assessmentsOf(hired([{ from: "2024-01" }], { 2024: "qualified" }));
    expect(requirementIn(assessments, "directHire.served")).toMatchObject({
      expected: { years: 5, by: "2026-09-01" },
      found: { length: { from: "2024-01-01", years: 2, months: 8, days: 1 } },
    });
    expect(requirementIn(assessments, "directHire.appraisals")).toMatchObject({
      expected: { years: 5 },
      found: {
        results: [
          { year: 2024, result: "qualified" },
          { year: 2025, result: null },
        ],
      },
    });
  });
});
