import { describe, expect, it } from "vitest";
import { SHANDONG_2020 } from "../../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../../shared/records/person.ts";
import { type Asking, assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

type Entry = Person["training"][number];

/** One year's hours, public and professional. */
function hours(year: number, publicHours: number, professional: number): Entry[] {
  const base = { year, inSpecialty: false } as const;
  return [
    { ...base, id: `g${year}`, hours: publicHours, category: "public" },
    { ...base, id: `z${year}`, hours: professional, category: "professional" },
  ];
}

function fullYears(...years: number[]): Entry[] {
  return years.flatMap((year) => hours(year, 30, 60));
}

function trained(training: Entry[], given: Partial<Person> = {}): Person {
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "2004-07" }],
    postings: [postingWith()],
    titles: [titleWith()],
    training,
    ...given,
  });
}

function annual(person: Person, asking: Asking = {}): string {
  return outcomeFor(person, "training.annual", asking);
}

const FIVE = fullYears(2021, 2022, 2023, 2024, 2025);

describe("training.annual", () => {
  it.each([
    ["30 and 60", 30, 60, "met"],
    ["29.5 and 60.5", 29.5, 60.5, "unmet"],
    ["30 and 59.5", 30, 59.5, "unmet"],
    ["35 and 59", 35, 59, "unmet"],
    ["29 and 70", 29, 70, "unmet"],
    ["40 and 60", 40, 60, "met"],
    ["0 and 90", 0, 90, "unmet"],
  ])("a year of %s hours: %s", (_, publicHours, professional, outcome) => {
    const training = [
      ...fullYears(2021, 2022, 2024, 2025),
      ...hours(2023, publicHours, professional),
    ];
    expect(annual(trained(training))).toBe(outcome);
  });

  it("asks the total beside the parts", () => {
    const parameters = {
      ...SHANDONG_2020.parameters,
      "training.totalHours": { value: 95, assumption: "试验" },
    };
    const pack = { ...SHANDONG_2020, parameters };
    const asked = (training: Entry[]) => annual(trained(training), { pack });
    const four = fullYears(2021, 2022, 2023, 2024).map((entry) => ({
      ...entry,
      hours: entry.hours + 5,
    }));
    expect(asked([...four, ...hours(2025, 30, 60)])).toBe("unmet");
    expect(asked([...four, ...hours(2025, 30, 65)])).toBe("met");
    expect(asked([...four, ...hours(2025, 35, 60)])).toBe("met");
  });

  it("adds tenths of hours exactly", () => {
    const tenths = Array.from({ length: 300 }, (_, index): Entry => ({
      id: `a${index}`,
      year: 2025,
      hours: 0.1,
      category: "public",
      inSpecialty: false,
    }));
    const training = [...fullYears(2021, 2022, 2023, 2024), ...hours(2025, 0, 60), ...tenths];
    expect(annual(trained(training))).toBe("met");
  });

  it("does not carry hours over from another year", () => {
    const training = [...fullYears(2021, 2022, 2023), ...hours(2024, 60, 120)];
    expect(annual(trained(training))).toBe("unmet");
  });

  it("looks at the five years before the cycle's and no earlier, nor at its own", () => {
    expect(annual(trained(FIVE))).toBe("met");
    expect(annual(trained(FIVE.slice(2)))).toBe("unmet");
    expect(annual(trained(FIVE.slice(0, -2)))).toBe("unmet");
    expect(annual(trained(FIVE), { year: 2027 })).toBe("unmet");
  });

  it("looks no further back than 2020", () => {
    const training = fullYears(2020, 2021);
    expect(annual(trained(training), { year: 2022 })).toBe("met");
    expect(annual(trained(fullYears(2021)), { year: 2022 })).toBe("unmet");
    expect(annual(trained([]), { year: 2020 })).toBe("met");
  });

  it("begins the year after the latest title of the series", () => {
    const titles = (year: number) => [
      titleWith(),
      titleWith({ id: "t2", obtainedOn: `${year}-11-20` }),
    ];
    expect(annual(trained(fullYears(2024, 2025), { titles: titles(2023) }))).toBe("met");
    expect(annual(trained(fullYears(2025), { titles: titles(2023) }))).toBe("unmet");
    expect(annual(trained([], { titles: titles(2025) }))).toBe("met");
  });

  it("does not mind titles of another series or obtained later", () => {
    const other = titleWith({ id: "t2", series: "education", obtainedOn: "2025-01-01" });
    const later = titleWith({ id: "t3", obtainedOn: "2026-09-02" });
    expect(annual(trained([], { titles: [titleWith(), other, later] }))).toBe("unmet");
    const today = titleWith({ id: "t3", obtainedOn: "2026-09-01" });
    expect(annual(trained([], { titles: [titleWith(), today] }))).toBe("met");
  });

  it("counts a lapsed title as obtained", () => {
    const lapsed = titleWith({ line: "grassroots", obtainedOn: "2025-01-01" });
    const postings = [postingWith({ setting: "county" })];
    expect(annual(trained([], { titles: [lapsed], postings }))).toBe("met");
  });

  it("begins the year after the first posting where there is no title", () => {
    const since = (from: string) => ({ titles: [], postings: [postingWith({ from })] });
    expect(annual(trained(fullYears(2025), since("2024-08")))).toBe("met");
    expect(annual(trained([], since("2025-12-31")))).toBe("met");
    expect(annual(trained([], since("2024-12-31")))).toBe("unmet");
    const earlierElsewhere = postingWith({ from: "2023-01", to: "2023-06", professional: false });
    const postings = [postingWith({ from: "2024-08" }), earlierElsewhere];
    expect(annual(trained(fullYears(2025), { titles: [], postings }))).toBe("unmet");
    const inOrder = { titles: [], postings: postings.toReversed() };
    expect(annual(trained(fullYears(2025), inOrder))).toBe("unmet");
    expect(annual(trained(fullYears(2024, 2025), inOrder))).toBe("met");
  });

  it("is met where there is neither title nor posting", () => {
    const education = [{ level: "doctor", degree: "doctor", graduatedOn: "2020-06" }] as const;
    const nobody = personWith({ education: [...education] });
    expect(outcomeFor(nobody, "training.annual", {}, "doctor")).toBe("met");
  });

  it("shows every year of the window with what is short", () => {
    const training = [...fullYears(2021, 2022, 2024), ...hours(2023, 20, 75)];
    const { expected, found } = requirementIn(assessmentsOf(trained(training)), "training.annual");
    expect(expected).toEqual({
      years: [2021, 2022, 2023, 2024, 2025],
      total: 90,
      public: 30,
      professional: 60,
    });
    expect(found.years[2]).toEqual({
      year: 2023,
      total: 95,
      public: 20,
      professional: 75,
      isEnough: false,
    });
    expect(found.years.map(({ isEnough }) => isEnough)).toEqual([true, true, false, true, false]);
    expect(found.years[4]?.total).toBe(0);
  });
});

describe("training.specialty", () => {
  const inSpecialty = (year: number): Entry => ({
    id: `s${year}`,
    year,
    hours: 8,
    category: "professional",
    inSpecialty: true,
  });
  const specialty = (person: Person) => outcomeFor(person, "training.specialty");

  it.each([
    [2026, "met"],
    [2010, "met"],
    [2027, "unmet"],
  ])("an entry of %d: %s", (year, outcome) => {
    expect(specialty(trained([inSpecialty(year)]))).toBe(outcome);
  });

  it("needs an entry in one's own specialty", () => {
    expect(specialty(trained(FIVE))).toBe("unmet");
    expect(specialty(trained([inSpecialty(2027), inSpecialty(2024)]))).toBe("met");
    expect(specialty(trained([inSpecialty(2024), inSpecialty(2027)]))).toBe("met");
  });

  it("is asked for associate senior and senior alone", () => {
    const asked = (level: "assistant" | "intermediate" | "associateSenior") =>
      assessmentsOf(trained([], { titles: [titleWith({ level })] }))
        .filter(({ pathway }) => pathway === "regular")
        .map(({ requirements }) => requirements.some(({ id }) => id === "training.specialty"));
    expect(asked("assistant")).toEqual([false, false]);
    expect(asked("intermediate")).toEqual([true, true]);
    expect(asked("associateSenior")).toEqual([true, true]);
  });

  it("shows the latest year in whatever order the entries are listed", () => {
    const latest = (...years: number[]) =>
      requirementIn(assessmentsOf(trained(years.map(inSpecialty))), "training.specialty").found
        .year;
    expect(latest(2021, 2023, 2025)).toBe(2025);
    expect(latest(2025, 2023, 2021)).toBe(2025);
    expect(latest(2023, 2025, 2021)).toBe(2025);
  });

  it("shows the latest year that counts", () => {
    const person = trained([inSpecialty(2010), inSpecialty(2024), inSpecialty(2027)]);
    const { expected, found } = requirementIn(assessmentsOf(person), "training.specialty");
    expect(expected).toEqual({ by: 2026 });
    expect(found).toEqual({ year: 2024 });
    const none = requirementIn(assessmentsOf(trained([inSpecialty(2027)])), "training.specialty");
    expect(none.found).toEqual({ year: null });
  });
});
