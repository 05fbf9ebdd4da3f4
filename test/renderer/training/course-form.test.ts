import { describe, expect, it } from "vitest";
import { checkCourseDraft, draftOf, emptyCourse } from "../../../renderer/training/course-form.ts";

const DRAFT = {
  year: 2026,
  hours: 30,
  category: "public",
  inSpecialty: false,
  title: " 医德医风 ",
  organizer: "",
} as const;

describe("the form of a course", () => {
  it("becomes a record without blanks at the ends and without empty fields", () => {
    expect(checkCourseDraft(DRAFT)).toEqual({
      course: { year: 2026, hours: 30, category: "public", inSpecialty: false, title: "医德医风" },
      errors: {},
    });
  });

  it("names every field that is missing", () => {
    const { course, errors } = checkCourseDraft(emptyCourse(2026));
    expect(course).toBeNull();
    expect(Object.keys(errors).toSorted()).toEqual(["category", "hours"]);
  });

  it("refuses hours that no year has", () => {
    expect(checkCourseDraft({ ...DRAFT, hours: 9_000 }).errors.hours).toBe("太大，不能大于8784");
    expect(checkCourseDraft({ ...DRAFT, hours: -1 }).errors.hours).toBe("太小，不能小于0");
  });

  it("comes back from an entry as it was typed", () => {
    const { course } = checkCourseDraft(DRAFT);
    if (course === null) throw new Error("refused");
    expect(checkCourseDraft(draftOf({ id: "x9", ...course })).course).toEqual(course);
  });
});
