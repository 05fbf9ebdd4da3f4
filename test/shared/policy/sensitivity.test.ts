import { describe, expect, it } from "vitest";
import { describeSensitivities } from "../../../shared/policy/sentences.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Posting } from "../../../shared/records/posting.ts";
import { type Asking, answerTo, assessmentsOf } from "../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../support/unit-file.ts";

/** In order for the intermediate level but for ten township years, counted by several conventions. */
function person(...postings: Partial<Posting>[]) {
  const years = [2021, 2022, 2023, 2024, 2025];
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "2000-07" }],
    postings: postings.map(postingWith),
    titles: [titleWith({ level: "assistant", obtainedOn: "2010-01-01" })],
    appointments: [{ titleId: "t1", from: "2010-01", to: null, post: "regular" }],
    appraisals: years.map((year) => ({ year, result: "qualified" })),
    training: years.flatMap((year) => [
      { id: `g${year}`, year, hours: 30, category: "public", inSpecialty: false } as const,
      { id: `z${year}`, year, hours: 60, category: "professional", inSpecialty: true } as const,
    ]),
  });
}

function told(asked: Person, question: string, asking: Asking = {}): string {
  const answer = answerTo(assessmentsOf(asked, asking), question);
  const others = (answer.sensitive ?? []).map((one) => `${one.convention}=${one.decision}`);
  return [answer.decision, ...others].join(" ");
}

function decisions(...postings: Partial<Posting>[]): string {
  return told(person(...postings), "townshipTenure provincial");
}

describe("口径敏感", () => {
  it.each([
    ["far above", "2004-08-15", "eligible"],
    ["far below", "2020-08-15", "ineligible"],
    ["ten years to the day", "2017-01-01", "eligible calendarYears=ineligible"],
    ["a day more", "2016-12-31", "eligible"],
    ["a day short", "2017-01-02", "ineligible thirtyDayMonths=eligible"],
    ["two days short", "2017-01-03", "ineligible"],
  ])("%s", (_, from, answer) => {
    expect(decisions({ from })).toBe(answer);
  });

  it("shows where whole months of each segment lose the odd days", () => {
    // 60 months and 10 days, then 59 months and 21 or 22 days: together just over ten years.
    const first = { from: "2010-01-01", to: "2015-01-10" };
    expect(decisions(first, { from: "2022-01-10" })).toBe(
      "eligible calendarYears=ineligible wholeMonths=ineligible",
    );
  });

  it("counts days over thirty as a month in the third convention", () => {
    // 60 months and 10 days, then 59 months and 20 days: short by days, yet 30 odd days make a month.
    const first = { from: "2010-01-01", to: "2015-01-10" };
    expect(decisions(first, { from: "2022-01-12" })).toBe("ineligible thirtyDayMonths=eligible");
  });

  it("adds up the years between the ends of every segment, however far that leads from the days", () => {
    // Five years from 2009 to 2014 and five from 2021 to 2026: by days nine years and three days.
    const two = [{ from: "2009-12-31", to: "2014-01-01" }, { from: "2021-12-31" }];
    expect(decisions(...two)).toBe("ineligible calendarYears=eligible");
    // Three years, three years and four: by days eight years and five days.
    const three = [
      { from: "2000-12-31", to: "2003-01-01" },
      { from: "2004-12-31", to: "2007-01-01" },
      { from: "2022-12-31" },
    ];
    expect(decisions(...three)).toBe("ineligible calendarYears=eligible");
  });

  it("leaves out what begins after the last day counted, and counts what begins on it", () => {
    const ten = { from: "2017-01-01", to: "2026-12-31" };
    expect(decisions(ten, { from: "2028-01-01" })).toBe("eligible calendarYears=ineligible");
    // 119 months and 29 days, and one more day on the cut-off: thirty odd days.
    const staff = person({ from: "2010-01-01", to: "2019-12-29" }, { from: "2026-09-01" });
    const onTheDay = { cutOff: "2026-09-01" };
    expect(told(staff, "townshipTenure provincial", onTheDay)).toBe(
      "ineligible thirtyDayMonths=eligible",
    );
    const theDayBefore = { cutOff: "2026-08-31" };
    expect(told(staff, "townshipTenure provincial", theDayBefore)).toBe("ineligible");
  });

  it("speaks of what is undetermined too", () => {
    const asked = person({ from: "2017-01-01" });
    const appraisals = asked.appraisals.filter(({ year }) => year !== 2024);
    expect(told({ ...asked, appraisals }, "townshipTenure provincial")).toBe(
      "undetermined calendarYears=ineligible",
    );
  });

  it("leaves a rung of 0 years reached under every convention", () => {
    const education = [{ level: "doctor", degree: "doctor", graduatedOn: "2026-06" } as const];
    const doctor = { ...person({ from: "2017-01-01" }), education, appointments: [] };
    expect(told(doctor, "townshipTenure provincial health intermediate")).toBe(
      "eligible calendarYears=ineligible",
    );
  });

  it("looks at the years of a conversion and of a direct hire", () => {
    const grassroots = titleWith({ line: "grassroots", obtainedOn: "2021-01-01" });
    const holder = {
      ...person({ from: "2021-12-31", kind: "directHire" }),
      titles: [grassroots],
      appointments: [{ titleId: "t1", from: "2021-12-31", to: null, post: "regular" } as const],
    };
    expect(told(holder, "conversion")).toBe("ineligible calendarYears=eligible");
    expect(told(holder, "directHireMobility")).toBe("ineligible calendarYears=eligible");
  });

  it("does not speak where something else decides", () => {
    const sanctioned = {
      ...person({ from: "2017-01-02" }),
      sanctions: [{ kind: "demerit", from: "2026-01", to: null } as const],
    };
    const answer = answerTo(assessmentsOf(sanctioned), "townshipTenure provincial");
    expect(answer.decision).toBe("ineligible");
    expect(answer.sensitive).toBeUndefined();
  });

  it("says which convention would turn the decision to what", () => {
    const answer = answerTo(assessmentsOf(person({ from: "2017-01-01" })), "townshipTenure");
    expect(describeSensitivities(answer)).toEqual([
      "口径敏感：如按年份相减计算年限，结论为“不能申报”",
    ]);
  });

  it("looks at every rung of the ladder", () => {
    const near = {
      ...person({ from: "2000-08" }),
      appointments: [{ titleId: "t1", from: "2023-01", to: null, post: "regular" } as const],
    };
    const answer = answerTo(assessmentsOf(near), "regular provincial");
    expect(answer.decision).toBe("eligible");
    expect(answer.sensitive).toEqual([{ convention: "calendarYears", decision: "ineligible" }]);
  });
});
