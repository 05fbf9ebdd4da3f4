import { describe, expect, it } from "vitest";
import type { Sanction } from "../../../../shared/records/sanction.ts";
import { assessmentsOf, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith } from "../../../support/unit-file.ts";

function sanctioned(sanctions: Sanction[], management?: Partial<ReturnType<typeof postingWith>>) {
  const posts = [postingWith()];
  if (management !== undefined) posts.push(postingWith({ management: true, ...management }));
  return personWith({ postings: posts, sanctions });
}

const during = { from: "2026-03-01", to: "2027-02-28" } as const;

function outcome(...args: Parameters<typeof sanctioned>): string {
  return outcomeFor(sanctioned(...args), "sanction.none");
}

describe("sanction.none", () => {
  it.each([
    ["warning", "met"],
    ["demerit", "unmet@2027-03-01"],
    ["majorDemerit", "unmet@2027-03-01"],
    ["demotion", "unmet@2027-03-01"],
    ["dismissal", "unmet@2027-03-01"],
  ] as const)("%s for someone who manages nothing: %s", (kind, answer) => {
    expect(outcome([{ kind, ...during }])).toBe(answer);
  });

  it.each([
    ["running on the day", {}, "unmet@2027-03-01"],
    ["begun that day", { from: "2026-09-01" }, "unmet@2027-03-01"],
    ["begun the day after", { from: "2026-09-02" }, "met"],
    ["ended the day before", { to: "2026-08-31" }, "met"],
    ["not professional", { professional: false }, "unmet@2027-03-01"],
  ])("a warning bars who has a managing post %s: %s", (_, management, answer) => {
    expect(outcome([{ kind: "warning", ...during }], management)).toBe(answer);
  });

  it.each([
    ["from the day of application on", { from: "2026-09-01" }, "unmet@2027-03-01"],
    ["from the day after", { from: "2026-09-02" }, "met"],
    ["to the day of application", { to: "2026-09-01" }, "unmet@2026-09-02"],
    ["to the day before", { to: "2026-08-31" }, "met"],
    ["to the end of the month", { to: "2026-09" }, "unmet@2026-10-01"],
    ["without an end", { to: null }, "unmet"],
  ])("a demerit %s: %s", (_, given, answer) => {
    expect(outcome([{ kind: "demerit", ...during, ...given }])).toBe(answer);
  });

  it("waits for the last barring one, and for good where one has no end", () => {
    const long = { kind: "demerit", from: "2026-01-01", to: "2028-01-31" } as const;
    const short = { kind: "majorDemerit", ...during } as const;
    expect(outcome([long, short])).toBe("unmet@2028-02-01");
    expect(outcome([short, long])).toBe("unmet@2028-02-01");
    expect(outcome([short, { ...long, to: null }, short])).toBe("unmet");
    const mildWithoutEnd = { kind: "warning", from: "2026-01-01", to: null } as const;
    expect(outcome([mildWithoutEnd, short])).toBe("unmet@2027-03-01");
  });

  it("shows what runs on the day and whether it bars", () => {
    const { expected, found } = requirementIn(
      assessmentsOf(
        sanctioned([
          { kind: "warning", from: "2026-01", to: null },
          { kind: "demerit", from: "2026-03", to: "2027-02" },
          { kind: "demerit", from: "2020-03", to: "2021-02" },
        ]),
      ),
      "sanction.none",
    );
    expect(expected).toEqual({ on: "2026-09-01" });
    expect(found.sanctions).toEqual([
      { kind: "warning", from: "2026-01-01", to: null, bars: false },
      { kind: "demerit", from: "2026-03-01", to: "2027-02-28", bars: true },
    ]);
  });
});
