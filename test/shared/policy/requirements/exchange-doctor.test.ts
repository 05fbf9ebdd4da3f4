import { describe, expect, it } from "vitest";
import type { Education } from "../../../../shared/records/education.ts";
import type { Posting } from "../../../../shared/records/posting.ts";
import { assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

const COUNTY = { setting: "county", from: "2010-08", to: "2025-02" } as const;
const EXCHANGE = { kind: "exchange", from: "2025-03" } as const;

function exchanged(...postings: Partial<Posting>[]) {
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "2004-07" }],
    postings: postings.map(postingWith),
    titles: [titleWith()],
  });
}

function origin(...postings: Partial<Posting>[]): string {
  return outcomeFor(exchanged(...postings), "exchange.origin");
}

describe("exchange.origin", () => {
  it.each([
    ["county", "met"],
    ["above", "met"],
    ["outside", "unmet"],
    ["grassroots", "unmet"],
    ["township", "unmet"],
  ] as const)("coming from setting %s: %s", (setting, answer) => {
    expect(origin({ ...COUNTY, setting }, EXCHANGE)).toBe(answer);
  });

  it("needs an exchange that is active in the township", () => {
    expect(origin(COUNTY, { ...EXCHANGE, to: "2026-08" })).toBe("unmet");
    expect(origin(COUNTY, { ...EXCHANGE, from: "2026-09-02" })).toBe("unmet");
    expect(origin(COUNTY, { ...EXCHANGE, setting: "grassroots" })).toBe("unmet");
    expect(origin(COUNTY, { ...EXCHANGE, professional: false })).toBe("unmet");
    expect(origin(COUNTY, { ...EXCHANGE, to: "2026-08" }, {})).toBe("unmet");
    expect(origin(COUNTY, { ...EXCHANGE, to: "2026-08" }, { from: "2026-09" })).toBe("unmet");
  });

  it("needs the other posting to have begun earlier, be it still running or not professional", () => {
    expect(origin({ ...COUNTY, from: "2025-03", to: null }, EXCHANGE)).toBe("unmet");
    expect(origin({ ...COUNTY, from: "2025-02-28", to: null }, EXCHANGE)).toBe("met");
    expect(origin({ ...COUNTY, professional: false }, EXCHANGE)).toBe("met");
  });

  it("takes any exchange that has such an origin", () => {
    const early = { ...EXCHANGE, from: "2009-01" };
    expect(origin(early, COUNTY, EXCHANGE)).toBe("met");
    const { found } = requirementIn(
      assessmentsOf(exchanged(early, COUNTY, EXCHANGE)),
      "exchange.origin",
    );
    expect(found.posting?.from).toBe("2025-03");
    expect(found.origin?.from).toBe("2010-08");
  });

  it("is asked of whoever was ever exchanged, from the intermediate level up", () => {
    const asked = (...postings: Partial<Posting>[]) =>
      assessmentsOf(exchanged(...postings)).filter(({ pathway }) => pathway === "exchange").length;
    expect(asked(COUNTY, { ...EXCHANGE, to: "2025-06" })).toBe(2);
    expect(asked(COUNTY, {})).toBe(0);
    const beginner = { ...exchanged(COUNTY, EXCHANGE), titles: [] };
    expect(assessmentsOf(beginner).some(({ pathway }) => pathway === "exchange")).toBe(false);
  });
});

const DOCTOR = { level: "doctor", degree: "doctor", graduatedOn: "2020-06-30" } as const;

function graduate(education: Education[], outstanding?: boolean) {
  return personWith({
    education,
    postings: [postingWith()],
    statements: outstanding === undefined ? {} : { outstandingTownshipWork: outstanding },
  });
}

describe("the doctor's pathway", () => {
  it("needs the degree on the day of application, not the level of education", () => {
    const asked = (education: Education) => outcomeFor(graduate([education]), "doctor.degree");
    expect(asked(DOCTOR)).toBe("met");
    expect(asked({ ...DOCTOR, level: "master" })).toBe("met");
    expect(asked({ ...DOCTOR, graduatedOn: "2026-09-01" })).toBe("met");
    expect(asked({ ...DOCTOR, graduatedOn: "2026-09-02" })).toBe("unmet");
    const noDegree = graduate([{ ...DOCTOR, degree: null }]);
    expect(assessmentsOf(noDegree).some(({ pathway }) => pathway === "doctor")).toBe(false);
  });

  it.each([
    [true, "met"],
    [false, "unmet"],
    [undefined, "unknown"],
  ])("the unit's word %s: %s", (outstanding, answer) => {
    expect(outcomeFor(graduate([DOCTOR], outstanding), "doctor.outstanding")).toBe(answer);
  });

  it("shows graduation and word", () => {
    const assessments = assessmentsOf(graduate([DOCTOR]));
    expect(requirementIn(assessments, "doctor.degree")).toMatchObject({
      expected: { on: "2026-09-01" },
      found: { graduatedOn: "2020-06-30" },
    });
    expect(requirementIn(assessments, "doctor.outstanding")).toMatchObject({
      expected: true,
      found: null,
    });
  });

  it("is closed to who holds a standing senior title of the series", () => {
    const asked = (line: "provincial" | "grassroots", posting = postingWith()) => {
      const senior = titleWith({ level: "senior", line });
      const person = { ...graduate([DOCTOR]), titles: [senior], postings: [posting] };
      return assessmentsOf(person).some(({ pathway }) => pathway === "doctor");
    };
    expect(asked("provincial")).toBe(false);
    expect(asked("grassroots")).toBe(false);
    expect(asked("grassroots", postingWith({ setting: "county" }))).toBe(true);
  });
});
