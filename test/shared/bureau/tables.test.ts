import { array, assert, integer, property, shuffledSubarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { drawItems } from "../../../shared/bureau/draw-sample.ts";
import { figuresOf, type PersonFigures } from "../../../shared/bureau/person-figures.ts";
import { comparePlan } from "../../../shared/bureau/plan-actual.ts";
import type { ReformPlan } from "../../../shared/bureau/reform-plan.ts";
import { countPeople, sumPosts } from "../../../shared/bureau/statistics.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { personWith, postingWith, titleWith } from "../../support/unit-file.ts";

/** Worked out once more in Python, by mulberry32 and the shuffle as draw-sample.ts describes them. */
const GOLDEN = ["u-35", "u-27", "u-08", "u-32", "u-31"];

const ON = dayOf(2026, 9, 1);

describe("a sample", () => {
  const items = Array.from({ length: 40 }, (_, index) => `u-${String(index).padStart(2, "0")}`);

  it("is the same from the same list and seed on every machine", () => {
    expect(drawItems(items, 5, 20_261_126)).toEqual(GOLDEN);
  });

  it("does not depend on the order of the list", () => {
    assert(
      property(
        shuffledSubarray(items, { minLength: 40 }),
        integer({ min: 0 }),
        (shuffled, seed) => {
          expect(drawItems(shuffled, 7, seed)).toEqual(drawItems(items, 7, seed));
        },
      ),
    );
  });

  it("has as many as were asked for, each once, and no more than there are", () => {
    assert(
      property(integer({ min: 1, max: 60 }), integer({ min: 0 }), (size, seed) => {
        const drawn = drawItems(items, size, seed);
        expect(new Set(drawn).size).toBe(Math.min(size, items.length));
      }),
    );
  });

  it("draws each about as often as any other", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed += 1) {
      for (const item of drawItems(items, 4, seed)) counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    const expected = (4_000 * 4) / items.length;
    for (const item of items) {
      expect(Math.abs((counts.get(item) ?? 0) - expected)).toBeLessThan(expected * 0.25);
    }
  });
});

describe("the figures of a person", () => {
  const figures = (given: Parameters<typeof personWith>[0], on = ON) =>
    figuresOf(readPerson(personWith(given)), on);

  it("count completed years, up to the day before a birthday and on it", () => {
    const birthDate = "1980-09-02";
    expect(figures({ birthDate }).age).toBe(45);
    expect(figures({ birthDate }, dayOf(2026, 9, 2)).age).toBe(46);
  });

  it("take a birthday on 29 February as completed on 1 March of a common year", () => {
    const birthDate = "1984-02-29";
    expect(figures({ birthDate }, dayOf(2025, 2, 28)).age).toBe(40);
    expect(figures({ birthDate }, dayOf(2025, 3, 1)).age).toBe(41);
  });

  it("know the highest title held on the day, and none obtained after it", () => {
    const titles = [
      titleWith({ id: "t1", level: "intermediate", name: "主治医师" }),
      titleWith({ id: "t2", level: "senior", name: "主任医师", obtainedOn: "2026-11-01" }),
    ];
    expect(figures({ titles })).toMatchObject({ title: "intermediate", titleName: "主治医师" });
    expect(figures({})).toMatchObject({ title: null, titleName: null, education: null });
  });

  it("count work in townships alone", () => {
    const postings = [
      postingWith({ from: "2004-09", to: "2014-08" }),
      postingWith({ from: "2014-09", setting: "county" }),
    ];
    expect(figures({ postings })).toMatchObject({ townshipYears: 10, townshipMonths: 0 });
  });
});

const FIGURES: PersonFigures = {
  sex: "female",
  age: 36,
  education: "bachelor",
  degree: "bachelor",
  school: null,
  title: "intermediate",
  titleName: "主治医师",
  titleObtainedOn: "2012-11-20",
  birthDate: "1990-01-01",
  townshipYears: 10,
  townshipMonths: 0,
};

describe("the tables of professional staff", () => {
  it("hold everybody in each table once, whatever the ages and years", () => {
    assert(
      property(array(integer({ min: 0, max: 90 }), { maxLength: 50 }), (numbers) => {
        const people = numbers.map((age) => ({
          ...FIGURES,
          age,
          townshipYears: age,
          series: null,
        }));
        const { age, education, series, township } = countPeople(people);
        for (const table of [age, education, series, township]) {
          expect(table.reduce((sum, row) => sum + row.people, 0)).toBe(numbers.length);
          expect(table.reduce((sum, row) => sum + row.intermediate, 0)).toBe(numbers.length);
        }
      }),
    );
  });

  it("put 35 and 36, and 9 and 10 years, into different bands", () => {
    const people = [35, 36].map((age) => ({ ...FIGURES, age, series: "health" as const }));
    const { age } = countPeople(people);
    expect(age.filter((row) => row.people > 0).map(({ key }) => key)).toEqual(["0-35", "36-40"]);
    const years = [9, 10].map((townshipYears) => ({
      ...FIGURES,
      townshipYears,
      series: "health" as const,
    }));
    const { township } = countPeople(years);
    expect(township.filter((row) => row.people > 0).map(({ key }) => key)).toEqual([
      "5-9",
      "10-19",
    ]);
  });

  it("leave units that do not know their approved posts out of what is free", () => {
    const [junior] = sumPosts([
      { group: "junior", approved: 5, filled: 3, special: 1 },
      { group: "junior", approved: null, filled: 9, special: 0 },
    ]);
    expect(junior).toEqual({
      group: "junior",
      unknownUnits: 1,
      approved: 5,
      filled: 12,
      special: 1,
      free: 2,
    });
  });
});

describe("the plan beside what came of it", () => {
  const plan: ReformPlan = {
    id: "plan",
    title: "规划",
    from: 2026,
    years: 3,
    lines: [{ series: "health", group: "junior", planned: [4, 5, 6] }],
    tasks: [],
    by: "李受理",
    at: "2026-12-01T00:00:00Z",
  };
  const actual = { putForward: 2, accepted: 1, passed: 1 };

  it("adds up the levels of a group, year by year, and shows what nobody planned", () => {
    const lines = comparePlan(plan, [
      { year: 2027, series: "health", level: "technician", ...actual },
      { year: 2027, series: "health", level: "assistant", ...actual },
      { year: 2026, series: "education", level: "senior", ...actual },
      { year: 2030, series: "statistics", level: "senior", ...actual },
    ]);
    expect(lines.map(({ series, group }) => `${series} ${group}`)).toEqual([
      "health junior",
      "education senior",
    ]);
    expect(lines[0]?.years).toEqual([
      { year: 2026, planned: 4, putForward: 0, accepted: 0, passed: 0 },
      { year: 2027, planned: 5, putForward: 4, accepted: 2, passed: 2 },
      { year: 2028, planned: 6, putForward: 0, accepted: 0, passed: 0 },
    ]);
    expect(lines[1]?.years[0]).toMatchObject({ planned: 0, putForward: 2 });
  });
});
