import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { duties } from "../../../shared/policy/duties.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import type { Person } from "../../../shared/records/person.ts";
import { hoursAsked, lastYears, yearHours } from "../../../renderer/training/year-hours.ts";
import { personWith, postingWith, UNIT } from "../../support/unit-file.ts";

const TODAY = dayOf(2026, 11, 23);
const ASKED = hoursAsked(SHANDONG_2020);

function entry(year: number, hours: number, category: "public" | "professional") {
  return { id: `${year}-${category}-${hours}`, year, hours, category, inSpecialty: false };
}

function worker(training: Person["training"], given: Partial<Person> = {}): Person {
  return personWith({ postings: [postingWith()], training, ...given });
}

function stateOf(person: Person, year: number): string {
  return yearHours(person, year, ASKED, TODAY).state;
}

describe("a year of continuing education", () => {
  it("is met with 30 public and 60 professional hours", () => {
    const person = worker([entry(2025, 30, "public"), entry(2025, 60, "professional")]);
    expect(yearHours(person, 2025, ASKED, TODAY)).toMatchObject({ state: "met", missing: 0 });
  });

  it("is short of the public hours however many professional ones there are", () => {
    const person = worker([entry(2025, 12, "public"), entry(2025, 100, "professional")]);
    const hours = yearHours(person, 2025, ASKED, TODAY);
    expect(hours.state).toBe("short");
    expect(hours.missing).toBe(18);
    expect(hours.total).toEqual({ done: 112, missing: 0 });
    expect(hours.public).toEqual({ done: 12, missing: 18 });
  });

  it("adds tenths of hours up exactly", () => {
    const tenths = Array.from({ length: 3 }, (_, index) => ({
      ...entry(2025, 0.1, "public"),
      id: `x${index}`,
    }));
    expect(yearHours(worker(tenths), 2025, ASKED, TODAY).public.done).toBe(0.3);
  });

  it("is still running while it is the present one", () => {
    expect(stateOf(worker([]), 2026)).toBe("running");
    expect(stateOf(worker([]), 2025)).toBe("short");
  });

  it("asks nothing before the notice's first year and in years to come", () => {
    expect(stateOf(worker([]), 2019)).toBe("notAsked");
    expect(stateOf(worker([]), 2020)).toBe("short");
    expect(stateOf(worker([]), 2027)).toBe("notAsked");
  });

  it("asks nothing of the year in which somebody begins to work, once it is past", () => {
    const person = worker([], { postings: [postingWith({ from: "2024-03" })] });
    expect(stateOf(person, 2024)).toBe("notAsked");
    expect(stateOf(person, 2025)).toBe("short");
  });

  it("asks nothing of who works in no professional post", () => {
    const person = worker([], { postings: [postingWith({ professional: false })] });
    expect(stateOf(person, 2025)).toBe("notAsked");
    expect(stateOf(person, 2026)).toBe("notAsked");
  });

  it("asks past years of somebody without any posting on file", () => {
    expect(stateOf(worker([], { postings: [] }), 2025)).toBe("short");
  });

  it("lacks in the present year what the duties say is due", () => {
    const people = [
      worker([entry(2026, 12, "public")]),
      worker([entry(2026, 30, "public"), entry(2026, 60, "professional")], { id: "p-002" }),
      worker([], { id: "p-003", postings: [postingWith({ from: "2026-05" })] }),
      worker([], { id: "p-004", postings: [postingWith({ to: "2025-12-31" })] }),
    ];
    const due = duties(UNIT, people.map(readPerson), TODAY, SHANDONG_2020).flatMap((duty) =>
      duty.kind === "hoursMissing"
        ? [[duty.personId, duty.total, duty.public, duty.professional]]
        : [],
    );
    const lacking = people.flatMap((person) => {
      const {
        missing,
        total,
        public: publicPart,
        professional,
      } = yearHours(person, 2026, ASKED, TODAY);
      return missing === 0
        ? []
        : [[person.id, total.missing, publicPart.missing, professional.missing]];
    });
    expect(lacking).toEqual(due);
    expect(lacking).toHaveLength(2);
  });
});

describe("the years shown", () => {
  it("end with the present one", () => {
    expect(lastYears(TODAY, 3)).toEqual([2024, 2025, 2026]);
  });
});
