import { describe, expect, it } from "vitest";
import { readPerson } from "../../../shared/policy/facts.ts";
import type { Person } from "../../../shared/records/person.ts";
import { day } from "../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../support/unit-file.ts";

describe("a person as the rules read one", () => {
  it("has nothing where nothing is on file", () => {
    const nobody = personWith();
    expect(readPerson(nobody)).toMatchObject({
      person: nobody,
      education: [],
      postings: [],
      wasExchanged: false,
      wasHiredDirectly: false,
      absences: [],
      townshipWork: [],
      professionalWork: [],
      titles: [],
      appointments: [],
      uncountedDays: [],
      specialtyYears: [],
      sanctions: [],
      applications: [],
      exams: [],
      statements: {},
    });
  });

  it("has periods that end on the day after the last one written", () => {
    const { postings, townshipWork, absences } = readPerson(
      personWith({
        postings: [
          postingWith({ from: "2010-01", to: "2015-06" }),
          postingWith({ kind: "leave", from: "2012-03-05", to: "2012-03-05" }),
        ],
      }),
    );
    expect(postings[0]).toMatchObject({ from: day("2010-01-01"), to: day("2015-07-01") });
    expect(absences).toEqual([
      expect.objectContaining({ from: day("2012-03-05"), to: day("2012-03-06") }),
    ]);
    expect(townshipWork).toEqual([
      { from: day("2010-01-01"), to: day("2012-03-05") },
      { from: day("2012-03-06"), to: day("2015-07-01") },
    ]);
  });

  const read = (given: Partial<Person>) => () => readPerson(personWith(given));

  it("is never read from records that a check would have refused", () => {
    expect(read({ postings: [postingWith({ from: "2026-02-30" })] })).toThrow(
      "unchecked record: 2026-02-30",
    );
    expect(read({ postings: [postingWith({ to: "2026-02-31" })] })).toThrow(
      "unchecked record: 2026-02-31",
    );
    expect(read({ titles: [titleWith({ obtainedOn: "" })] })).toThrow("unchecked record: ");
    const appointments = [{ titleId: "t9", from: "2020-01", to: null, post: "regular" }] as const;
    expect(read({ titles: [titleWith()], appointments: [...appointments] })).toThrow(
      "unchecked record: t9",
    );
  });
});
