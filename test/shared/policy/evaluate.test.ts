import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../shared/records/person.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";

/** Four of one staff, each with something that must not rub off on the next. */
const AT_WORK = personWith({
  id: "a",
  education: [{ level: "bachelor", degree: null, graduatedOn: "2004-07" }],
  postings: [postingWith({ kind: "directHire", from: "2017-01-01" })],
  titles: [titleWith({ level: "assistant" }), titleWith({ id: "t2", line: "grassroots" })],
  appointments: [{ titleId: "t2", from: "2021-12-31", to: null, post: "special" }],
});
const STUDYING = personWith({
  id: "b",
  education: AT_WORK.education,
  postings: [postingWith(), postingWith({ kind: "study", from: "2026-03", to: "2027-06" })],
  titles: [titleWith({ level: "assistant" })],
});
const ELSEWHERE = personWith({
  id: "c",
  postings: [
    postingWith({ setting: "county" }),
    postingWith({ kind: "directHire", to: "2010-12" }),
  ],
  titles: [titleWith({ id: "t3", line: "grassroots", obtainedOn: "2024-03-01" })],
});
const NOBODY = personWith({ id: "d" });
const STAFF = [AT_WORK, STUDYING, ELSEWHERE, NOBODY];

function answers(people: readonly Person[], isChosen?: (person: Person) => boolean) {
  const given = isChosen === undefined ? {} : { isChosen };
  return evaluate(unitFileWith(people), cycleOf(2026), SHANDONG_2020, given);
}

describe("the assessments of a unit", () => {
  it("are each person's own, whoever was assessed before", () => {
    const alone = new Map(
      STAFF.map(({ id }) => [id, answers(STAFF, (person) => person.id === id)[0]]),
    );
    for (const order of [STAFF, STAFF.toReversed(), [STUDYING, AT_WORK, NOBODY, ELSEWHERE]]) {
      expect(answers(order)).toEqual(order.map(({ id }) => alone.get(id)));
    }
  });

  it("are made for everybody, or for the people chosen alone", () => {
    const ids = (given: ReturnType<typeof answers>) => given.map(({ personId }) => personId);
    expect(ids(answers(STAFF))).toEqual(["a", "b", "c", "d"]);
    expect(ids(answers(STAFF, ({ id }) => id === "c" || id === "a"))).toEqual(["a", "c"]);
    expect(ids(answers(STAFF, () => false))).toEqual([]);
  });

  it("count the posts of the whole staff, chosen or not", () => {
    const holder = personWith({
      id: "e",
      titles: [titleWith({ id: "t5", level: "senior" })],
      appointments: [{ titleId: "t5", from: "2020-01", to: null, post: "regular" }],
    });
    const applicant = {
      ...AT_WORK,
      titles: [titleWith({ level: "associateSenior" })],
      appointments: [],
    };
    const vacancy = (people: readonly Person[]) =>
      answers(people, ({ id }) => id === "a")[0]?.assessments[0]?.requirements.find(
        ({ id }) => id === "quota.vacancy",
      )?.status;
    expect(vacancy([applicant])).toBe("met");
    expect(vacancy([applicant, holder])).toBe("unmet");
  });
});
