import { describe, expect, it } from "vitest";
import { readPerson } from "../../../../shared/policy/facts.ts";
import { evaluate } from "../../../../shared/policy/evaluate.ts";
import { cycleOf } from "../../../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../../../shared/policy/packs/shandong-2020.ts";
import { postHolders } from "../../../../shared/policy/unit-facts.ts";
import type { Appointment } from "../../../../shared/records/appointment.ts";
import type { TitleLevel } from "../../../../shared/records/title.ts";
import { assessmentsOf, day, outcomeFor, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../../support/unit-file.ts";

const APPLICANT = personWith({ postings: [postingWith()], titles: [titleWith()] });

function holder(id: string, level: TitleLevel, given: Partial<Appointment> = {}) {
  return personWith({
    id,
    titles: [titleWith({ level })],
    appointments: [{ titleId: "t1", from: "2015-01", to: null, post: "regular", ...given }],
  });
}

/** The associate-senior vacancy, of two approved posts. */
function vacancy(...colleagues: ReturnType<typeof holder>[]): string {
  return outcomeFor(APPLICANT, "quota.vacancy", { colleagues });
}

describe("quota.vacancy", () => {
  it("needs one free regular post", () => {
    expect(vacancy()).toBe("met");
    expect(vacancy(holder("a", "associateSenior"))).toBe("met");
    expect(vacancy(holder("a", "associateSenior"), holder("b", "associateSenior"))).toBe("unmet");
  });

  it.each([
    ["on a special post", { post: "special" }, "met"],
    ["ended the day before", { to: "2026-08-31" }, "met"],
    ["ended that day", { to: "2026-09-01" }, "unmet"],
    ["begun that day", { from: "2026-09-01" }, "unmet"],
    ["begun the day after", { from: "2026-09-02" }, "met"],
  ] as const)("an appointment %s: %s", (_, given, answer) => {
    expect(vacancy(holder("a", "associateSenior"), holder("b", "associateSenior", given))).toBe(
      answer,
    );
  });

  it("counts a person once, and other groups not at all", () => {
    const one = holder("a", "associateSenior");
    const twice = { ...one, appointments: [...one.appointments, ...one.appointments] };
    expect(vacancy(twice, holder("b", "intermediate"), holder("c", "senior"))).toBe("met");
  });

  it("lets technicians and assistants share the junior posts", () => {
    const beginner = personWith({
      education: [{ level: "bachelor", degree: null, graduatedOn: "2020-07" }],
      postings: [postingWith()],
    });
    const asking = (junior: number) => ({
      unit: { posts: { junior, intermediate: 0, associateSenior: 0, senior: 0 } },
      colleagues: [holder("a", "technician"), holder("b", "assistant")],
    });
    expect(outcomeFor(beginner, "quota.vacancy", asking(2))).toBe("unmet");
    expect(outcomeFor(beginner, "quota.vacancy", asking(3))).toBe("met");
  });

  it("is unknown where the approved posts are not known", () => {
    const posts = { junior: 1, intermediate: 1, associateSenior: null, senior: 1 };
    expect(outcomeFor(APPLICANT, "quota.vacancy", { unit: { posts } })).toBe("unknown");
    expect(outcomeFor(APPLICANT, "quota.vacancy", { unit: { posts: null } })).toBe("unknown");
  });

  it("shows approved, filled, special and free", () => {
    const colleagues = [
      holder("a", "associateSenior"),
      holder("b", "associateSenior"),
      holder("c", "associateSenior"),
      holder("d", "associateSenior", { post: "special" }),
    ];
    const { expected, found } = requirementIn(
      assessmentsOf(APPLICANT, { colleagues }),
      "quota.vacancy",
    );
    expect(expected).toEqual({ group: "associateSenior", free: 1, on: "2026-09-01" });
    expect(found).toEqual({ approved: 2, filled: 3, special: 1, free: -1 });
  });

  it("takes given figures in place of the people on file", () => {
    const use = { approved: 2, filled: 2, special: 0 };
    const posts = { junior: use, intermediate: use, associateSenior: use, senior: use };
    const [answers] = evaluate(unitFileWith([APPLICANT]), cycleOf(2026), SHANDONG_2020, { posts });
    expect(requirementIn(answers?.assessments ?? [], "quota.vacancy").status).toBe("unmet");
  });
});

describe("the holders of posts", () => {
  it("are named by group and kind of post", () => {
    const people = [
      holder("a", "assistant"),
      holder("b", "technician"),
      holder("c", "senior", { post: "special" }),
    ].map(readPerson);
    const holders = postHolders(people, day("2026-09-01"));
    expect(holders.junior).toEqual({ regular: ["a", "b"], special: [] });
    expect(holders.senior).toEqual({ regular: [], special: ["c"] });
    expect(holders.intermediate).toEqual({ regular: [], special: [] });
  });
});
