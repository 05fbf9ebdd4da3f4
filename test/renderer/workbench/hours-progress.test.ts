import { describe, expect, it } from "vitest";
import { hoursProgress, percentOf } from "../../../renderer/workbench/hours-progress.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import { duties } from "../../../shared/policy/duties.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../shared/records/person.ts";
import { personWith, postingWith, UNIT } from "../../support/unit-file.ts";

const TODAY = dayOf(2026, 11, 25);

function course(id: string, category: "public" | "professional", hours: number, year = 2026) {
  return { id, year, hours, category, inSpecialty: true, title: "培训", organizer: "县局" };
}

function progressOf(people: readonly Person[]) {
  const facts = people.map(readPerson);
  return hoursProgress(facts, duties(UNIT, facts, TODAY, SHANDONG_2020), TODAY);
}

describe("this year's hours", () => {
  it("tell who has them, who is short, and leave out who is not asked", () => {
    const done = [course("x", "public", 30), course("y", "professional", 60)];
    const progress = progressOf([
      personWith({ id: "p-1", postings: [postingWith()], training: done }),
      personWith({ id: "p-2", postings: [postingWith()], training: [course("x", "public", 90)] }),
      personWith({ id: "p-3", postings: [postingWith()] }),
      personWith({ id: "p-4", postings: [postingWith({ kind: "leave" })] }),
      personWith({ id: "p-5", postings: [postingWith({ to: "2026-10" })] }),
    ]);
    expect(progress).toEqual({
      year: 2026,
      asked: ["p-1", "p-2", "p-3"],
      enough: ["p-1"],
      short: ["p-2", "p-3"],
    });
  });

  it("do not take hours of another year", () => {
    const last = [course("x", "public", 30, 2025), course("y", "professional", 60, 2025)];
    const person = personWith({ id: "p-1", postings: [postingWith()], training: last });
    expect(progressOf([person]).short).toEqual(["p-1"]);
  });
});

describe("a share in percent", () => {
  it("is whole only where nobody is missing, and none only where nobody is there", () => {
    expect(percentOf(999, 1_000)).toBe(99);
    expect(percentOf(1, 1_000)).toBe(1);
    expect(percentOf(1_000, 1_000)).toBe(100);
    expect(percentOf(0, 1_000)).toBe(0);
    expect(percentOf(1, 2)).toBe(50);
    expect(percentOf(0, 0)).toBe(0);
  });
});
