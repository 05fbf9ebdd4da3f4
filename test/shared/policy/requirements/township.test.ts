import { describe, expect, it } from "vitest";
import type { Posting } from "../../../../shared/records/posting.ts";
import type { TitleLevel } from "../../../../shared/records/title.ts";
import { TITLE_RANKS } from "../../../../shared/policy/ranks.ts";
import { townshipYears } from "../../../../shared/policy/requirements/township.ts";
import { assessmentsOf, outcomeFor, requirementIn, sceneOf } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith } from "../../../support/unit-file.ts";

function workerOn(level: TitleLevel, ...postings: Partial<Posting>[]) {
  return personWith({
    education: [{ level: "bachelor", degree: null, graduatedOn: "1990-07" }],
    postings: postings.map(postingWith),
    titles: [titleWith({ level })],
  });
}

/** Township years of someone who holds the level below the one asked. */
function years(level: TitleLevel, ...postings: Partial<Posting>[]): string {
  return outcomeFor(
    workerOn(level, ...postings),
    "township.years",
    {},
    "townshipTenure provincial",
  );
}

describe("township.years", () => {
  it.each([
    ["assistant", "2017-01-01", "met"],
    ["assistant", "2017-01-02", "unmet@2027-01-01"],
    ["intermediate", "2007-01-01", "met"],
    ["intermediate", "2007-01-02", "unmet@2027-01-01"],
    ["associateSenior", "1997-01-01", "met"],
    ["associateSenior", "1997-01-02", "unmet@2027-01-01"],
  ] as const)("on top of %s, working from %s: %s", (level, from, outcome) => {
    expect(years(level, { from })).toBe(outcome);
  });

  it("is not asked below the intermediate level", () => {
    const asked = assessmentsOf(workerOn("technician", {}));
    expect(asked.some(({ pathway }) => pathway === "townshipTenure")).toBe(false);
  });

  it.each(["technician", "assistant"] as const)(
    "has no years to grant at the level %s",
    (level) => {
      const question = { line: "provincial", series: "health", level: TITLE_RANKS[level] } as const;
      expect(() => townshipYears.decide(sceneOf(workerOn("technician", {})), question)).toThrow(
        `nothing for township years at ${level}`,
      );
    },
  );

  it.each([
    ["in another grassroots unit", { setting: "grassroots" }, "unmet"],
    ["in a post that is not professional", { professional: false }, "unmet"],
    ["as a student", { kind: "study" }, "unmet"],
    ["on leave", { kind: "leave" }, "unmet"],
    ["lent to the township", { kind: "secondment" }, "met"],
    ["exchanged to the township", { kind: "exchange" }, "met"],
    ["by direct hire", { kind: "directHire" }, "met"],
    ["as the head", { management: true }, "met"],
    ["in another series", { series: "education" }, "met"],
  ] as const)("counts ten years %s: %s", (_, posting, outcome) => {
    const before = { from: "2000-01", to: "2009-12", ...posting };
    const person = workerOn("assistant", before, { from: "2026-12-30", setting: "county" });
    expect(outcomeFor(person, "township.years", {}, "townshipTenure provincial")).toBe(outcome);
  });

  it("adds up what is interrupted and counts an overlap once", () => {
    expect(years("assistant", { from: "2010-01", to: "2014-12" }, { from: "2022-01" })).toBe("met");
    expect(years("assistant", { from: "2010-01", to: "2014-12-30" }, { from: "2022-01" })).toBe(
      "unmet@2027-01-01",
    );
    expect(
      years("assistant", { from: "2018-01", to: "2020-12" }, { from: "2017-07", to: "2019-06" }),
    ).toBe("unmet");
    expect(
      years(
        "assistant",
        { from: "2018-01" },
        { from: "2017-07", to: "2019-06" },
        { from: "2019-01" },
      ),
    ).toBe("unmet@2027-06-30");
  });

  it("takes out study and leave, wherever they lie", () => {
    const study = { kind: "study", from: "2020-01", to: "2020-01" } as const;
    expect(years("assistant", { from: "2016-12" }, study)).toBe("met");
    expect(years("assistant", { from: "2017-01-01" }, study)).toBe("unmet@2027-01-31");
    const leaveBefore = { kind: "leave", from: "2016-01", to: "2016-12" } as const;
    expect(years("assistant", { from: "2017-01-01" }, leaveBefore)).toBe("met");
    const leaveLater = { kind: "leave", from: "2027-01", to: "2027-02" } as const;
    expect(years("assistant", { from: "2017-01-02" }, leaveLater)).toBe("unmet@2027-03-01");
    const forGood = { kind: "leave", from: "2027-01", to: null } as const;
    expect(years("assistant", { from: "2017-01-02" }, forGood)).toBe("unmet");
  });

  it("begins on 29 February and ends on the day before 1 March", () => {
    expect(years("assistant", { from: "2016-02-29", to: "2026-02-28" })).toBe("met");
    expect(years("assistant", { from: "2016-02-29", to: "2026-02-27" })).toBe("unmet");
  });

  it("shows the whole years and months with the first day", () => {
    const requirement = requirementIn(
      assessmentsOf(workerOn("intermediate", { from: "2004-08-15" })),
      "township.years",
    );
    expect(requirement.expected).toEqual({ years: 20, by: "2026-12-31" });
    expect(requirement.found.length).toEqual({
      from: "2004-08-15",
      years: 22,
      months: 4,
      days: 17,
    });
    expect(requirement.clause).toBe("鲁人社字〔2020〕42号 六");
  });
});
