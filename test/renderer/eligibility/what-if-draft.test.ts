import { describe, expect, it } from "vitest";
import {
  changeOf,
  chooseKind,
  choosePosting,
  chooseTitle,
  openDraft,
} from "../../../renderer/eligibility/what-if-draft.ts";
import { CYCLE, nurse } from "./sample.ts";

const person = nurse({
  postings: [
    ...nurse().postings.map((posting) => ({ ...posting, to: "2019-12" })),
    ...nurse().postings.map((posting) => ({ ...posting, from: "2020-01" })),
  ],
});
const draft = openDraft(person, CYCLE, "health");

describe("the form of a supposition", () => {
  it("begins with the last posting and title on file and the year before the round", () => {
    expect(draft).toMatchObject({ index: 1, from: "2020-01", to: null, titleId: "t1", year: 2025 });
  });

  it("asks for what a change cannot do without", () => {
    expect(changeOf(draft)).toBe("whatIf.hoursNeeded");
    expect(changeOf({ ...draft, hours: 0 })).toBe("whatIf.hoursNeeded");
    expect(changeOf(chooseKind(draft, "title", person, CYCLE))).toBe("whatIf.dateNeeded");
    expect(changeOf({ ...draft, kind: "posting", from: null })).toBe("whatIf.dateNeeded");
    const nobody = openDraft(nurse({ titles: [], postings: [] }), CYCLE, "health");
    expect(changeOf({ ...nobody, kind: "titleDate" })).toBe("whatIf.dateNeeded");
  });

  it("takes the dates of the posting or title that is chosen", () => {
    expect(choosePosting(draft, 0, person)).toMatchObject({
      index: 0,
      from: "2010-01",
      to: "2019-12",
    });
    const title = chooseKind(draft, "titleDate", person, CYCLE);
    expect(changeOf(title)).toEqual({ kind: "titleDate", titleId: "t1", obtainedOn: "2018-06-30" });
    expect(chooseTitle(draft, "t1", person).obtainedOn).toBe("2018-06-30");
  });

  it("offers the year after the round for another round, and the one before it for records", () => {
    expect(chooseKind(draft, "year", person, CYCLE).year).toBe(2027);
    expect(chooseKind(draft, "appraisal", person, CYCLE).year).toBe(2025);
  });

  it("gives a change with only the fields of its kind", () => {
    expect(changeOf({ ...draft, hours: 30 })).toEqual({
      kind: "training",
      year: 2025,
      hours: 30,
      category: "professional",
      inSpecialty: false,
    });
    expect(changeOf({ ...draft, kind: "year", year: 2030 })).toEqual({
      kind: "year",
      year: 2030,
      isAssumed: true,
    });
  });
});
