import { describe, expect, it } from "vitest";
import type { AppraisalResult } from "../../../../shared/records/appraisal.ts";
import type { Person } from "../../../../shared/records/person.ts";
import { type Asking, assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

const GRASSROOTS = titleWith({
  id: "t2",
  level: "associateSenior",
  line: "grassroots",
  name: "副主任医师",
  obtainedOn: "2019-10-10",
});

function appointed(from: string, to: string | null = null) {
  return { titleId: "t2", from, to, post: "regular" } as const;
}

function fullYear(year: number, professional = 60): Person["training"] {
  const base = { year, inSpecialty: true } as const;
  return [
    { ...base, id: `g${year}`, hours: 30, category: "public" },
    { ...base, id: `z${year}`, hours: professional, category: "professional" },
  ];
}

/** A holder of a grassroots title since 2019, appointed from 2020 on, with everything in order. */
function holder(given: Partial<Person> = {}, appraisals: Record<number, AppraisalResult> = {}) {
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
  return personWith({
    postings: [postingWith()],
    titles: [titleWith(), GRASSROOTS],
    appointments: [appointed("2020-01-01")],
    appraisals: years.map((year) => ({ year, result: appraisals[year] ?? "qualified" })),
    training: years.flatMap((year) => fullYear(year)),
    ...given,
  });
}

describe("conversion.held", () => {
  const held = (person: Person) => outcomeFor(person, "conversion.held");

  it("needs a standing grassroots title and no provincial one of series and level", () => {
    expect(held(holder())).toBe("met");
    expect(held(holder({ postings: [postingWith({ setting: "county" })] }))).toBe("unmet");
    const both = [GRASSROOTS, titleWith({ id: "t3", level: "associateSenior" })];
    expect(held(holder({ titles: both }))).toBe("unmet");
    const later = titleWith({ id: "t3", level: "associateSenior", obtainedOn: "2026-09-02" });
    expect(held(holder({ titles: [GRASSROOTS, later] }))).toBe("met");
    const otherSeries = titleWith({ id: "t3", level: "associateSenior", series: "education" });
    expect(held(holder({ titles: [GRASSROOTS, otherSeries] }))).toBe("met");
    const otherLevel = titleWith({ id: "t3", level: "senior" });
    expect(held(holder({ titles: [GRASSROOTS, otherLevel] }))).toBe("met");
  });

  it("shows both titles and whether the grassroots one stands", () => {
    const titles = [GRASSROOTS, titleWith({ id: "t3", level: "associateSenior" })];
    const { expected, found } = requirementIn(assessmentsOf(holder({ titles })), "conversion.held");
    expect(expected).toEqual({ level: "associateSenior" });
    expect(found.isStanding).toBe(true);
    expect(found.grassroots?.obtainedOn).toBe("2019-10-10");
    expect(found.provincial?.line).toBe("provincial");
    const gone = holder({ postings: [postingWith({ setting: "above" })] });
    expect(requirementIn(assessmentsOf(gone), "conversion.held").found).toMatchObject({
      isStanding: false,
      provincial: null,
    });
  });

  it("shows the grassroots title of the series and level among others", () => {
    const line = "grassroots";
    const titles = [
      titleWith({ id: "t4", level: "associateSenior", line, series: "education" }),
      titleWith({ id: "t5", level: "intermediate", line }),
      titleWith({ id: "t6", level: "associateSenior" }),
      GRASSROOTS,
    ];
    const { found } = requirementIn(assessmentsOf(holder({ titles })), "conversion.held");
    expect(found.grassroots).toEqual({
      name: "副主任医师",
      level: "associateSenior",
      line: "grassroots",
      obtainedOn: "2019-10-10",
    });
  });

  it("is asked at the highest grassroots level of the series, lapsed or not", () => {
    const lower = titleWith({ id: "t0", line: "grassroots", obtainedOn: "2015-01-01" });
    const asked = (person: Person) =>
      assessmentsOf(person)
        .filter(({ pathway }) => pathway === "conversion")
        .map(({ line, level }) => `${line} ${level}`);
    expect(asked(holder({ titles: [lower, GRASSROOTS] }))).toEqual(["provincial associateSenior"]);
    expect(asked(holder({ titles: [GRASSROOTS, lower] }))).toEqual(["provincial associateSenior"]);
    expect(asked(holder({ titles: [titleWith({ id: "t2" })] }))).toEqual([]);
    const otherSeries = titleWith({ id: "t0", line: "grassroots", series: "education" });
    expect(asked(holder({ titles: [titleWith({ id: "t2" }), otherSeries] }))).toEqual([]);
    const future = { ...GRASSROOTS, obtainedOn: "2026-09-02" };
    expect(asked(holder({ titles: [lower, future] }))).toEqual(["provincial intermediate"]);
  });
});

describe("conversion.years", () => {
  const years = (appointments: Person["appointments"], asking: Asking = {}) =>
    outcomeFor(holder({ appointments }), "conversion.years", asking);

  it("needs five years up to the day of application, not to the cut-off", () => {
    expect(years([appointed("2021-09-02")])).toBe("met");
    expect(years([appointed("2021-09-03")])).toBe("unmet@2026-09-02");
    expect(years([appointed("2021-09-03")], { applyOn: "2026-09-02" })).toBe("met");
  });

  it("adds up several appointments, on special posts too", () => {
    // From 2020-01-01 five years are 1,827 days: 1,096 of them before the gap, 731 after it.
    const special = { ...appointed("2024-09-01"), post: "special" } as const;
    expect(years([appointed("2020-01-01", "2022-12-31"), special])).toBe("met");
    expect(years([appointed("2020-01-01", "2022-12-30"), special])).toBe("unmet@2026-09-02");
  });

  it("takes out study and leave and ends with the appointment", () => {
    const study = postingWith({ kind: "study", from: "2022-09", to: "2023-06" });
    const person = holder({
      postings: [postingWith(), study],
      appointments: [appointed("2021-09-02")],
    });
    expect(outcomeFor(person, "conversion.years")).toBe("unmet@2027-07-01");
    expect(years([appointed("2020-01", "2023-12")])).toBe("unmet");
  });

  it("counts appointments on grassroots titles of the series and level alone", () => {
    const titles = [
      GRASSROOTS,
      titleWith({ id: "a", level: "associateSenior" }),
      titleWith({ id: "b", line: "grassroots" }),
      titleWith({ id: "c", line: "grassroots", level: "associateSenior", series: "education" }),
    ];
    const appointments = ["a", "b", "c"].map((titleId) => ({ ...appointed("2000-01"), titleId }));
    expect(outcomeFor(holder({ titles, appointments }), "conversion.years")).toBe("unmet");
  });

  it("shows what is counted", () => {
    const { expected, found } = requirementIn(assessmentsOf(holder()), "conversion.years");
    expect(expected).toEqual({ years: 5, by: "2026-09-01", level: "associateSenior" });
    expect(found.length).toEqual({ from: "2020-01-01", years: 6, months: 8, days: 1 });
  });
});

describe("conversion.appraisals", () => {
  const appraisals = (given: Record<number, AppraisalResult>, person: Partial<Person> = {}) =>
    outcomeFor(holder(person, given), "conversion.appraisals");

  it.each([
    ["excellent", "met"],
    ["basicallyQualified", "unmet"],
    ["unqualified", "unmet"],
    ["ungraded", "unknown"],
  ] as const)("2023 as %s: %s", (result, answer) => {
    expect(appraisals({ 2023: result })).toBe(answer);
  });

  it("is unmet rather than unknown where both are at hand", () => {
    expect(appraisals({ 2022: "ungraded", 2024: "basicallyQualified" })).toBe("unmet");
  });

  it("looks at the last five calendar years inside the appointments", () => {
    expect(appraisals({ 2020: "unqualified" })).toBe("met");
    expect(appraisals({ 2021: "unqualified" })).toBe("unmet");
    const since = (from: string) => ({ appointments: [appointed(from)] });
    expect(appraisals({ 2022: "unqualified" }, since("2022-01-02"))).toBe("met");
    expect(appraisals({ 2022: "unqualified" }, since("2022-01-01"))).toBe("unmet");
  });

  it("reaches back over a gap, and joins appointments that touch", () => {
    const gap = { appointments: [appointed("2019-01", "2022-12-30"), appointed("2024-01")] };
    const asked = requirementIn(assessmentsOf(holder(gap)), "conversion.appraisals");
    expect(asked.expected).toEqual({ years: 5 });
    expect(asked.found.results.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2024, 2025]);
    const full = { appointments: [appointed("2019-01", "2022-12-31"), appointed("2024-01")] };
    const whole = requirementIn(assessmentsOf(holder(full)), "conversion.appraisals");
    expect(whole.found.results.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2024, 2025]);
    const touching = { appointments: [appointed("2023-07"), appointed("2022-07", "2023-06")] };
    const joined = requirementIn(assessmentsOf(holder(touching)), "conversion.appraisals");
    expect(joined.found.results.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
  });

  it("is met while no whole year is appointed, or none at all", () => {
    expect(appraisals({}, { appraisals: [], appointments: [appointed("2025-02")] })).toBe("met");
    expect(appraisals({}, { appraisals: [], appointments: [] })).toBe("met");
  });
});

describe("conversion.training", () => {
  const training = (given: Person["training"]) =>
    outcomeFor(holder({ training: given }), "conversion.training");

  it("asks the hours of those same years", () => {
    const years = [2021, 2022, 2023, 2024, 2025];
    expect(training(years.flatMap((year) => fullYear(year)))).toBe("met");
    expect(training([2022, 2023, 2024, 2025].flatMap((year) => fullYear(year)))).toBe("unmet");
    expect(training(years.flatMap((year) => fullYear(year, year === 2024 ? 59 : 60)))).toBe(
      "unmet",
    );
  });

  it("shows them year by year", () => {
    const { expected, found } = requirementIn(assessmentsOf(holder()), "conversion.training");
    expect(expected).toEqual({
      years: [2021, 2022, 2023, 2024, 2025],
      total: 90,
      public: 30,
      professional: 60,
    });
    expect(found.years).toHaveLength(5);
    expect(found.years[0]).toEqual({
      year: 2021,
      total: 90,
      public: 30,
      professional: 60,
      isEnough: true,
    });
  });
});
