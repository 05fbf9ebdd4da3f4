import { describe, expect, it } from "vitest";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { Person } from "../../../shared/records/person.ts";
import { compareAnswers } from "../../../renderer/eligibility/compare.ts";
import {
  addChange,
  applyChanges,
  type Change,
  suppose,
  usedPosts,
} from "../../../renderer/eligibility/what-if.ts";
import { CYCLE, nurse, PACK, UNIT_FILE } from "./sample.ts";

const { unit } = UNIT_FILE;

function answersTo(person: Person, changes: readonly Change[]) {
  const supposed = applyChanges(person, CYCLE, PACK, changes);
  const posts = usedPosts(unit, UNIT_FILE.people, supposed.cycle.applyOn);
  return suppose(unit, supposed, PACK, posts);
}

function decisionOf(person: Person, changes: readonly Change[], line = "provincial") {
  const supposed = answersTo(person, changes);
  if (!supposed.ok) return supposed.reasons;
  return supposed.answers.find(
    (one) => one.pathway === "regular" && one.line === line && one.level === "associateSenior",
  )?.decision;
}

describe("a supposition", () => {
  it("without changes gives the answers of the round", () => {
    for (const person of UNIT_FILE.people.slice(0, 30)) {
      const real = evaluate(UNIT_FILE, CYCLE, PACK, { isChosen: ({ id }) => id === person.id });
      expect(answersTo(person, [])).toMatchObject({ ok: true, answers: real[0]?.assessments });
    }
  });

  it("leaves the person's records as they are", () => {
    const person = nurse();
    const before = structuredClone(person);
    answersTo(person, [
      { kind: "posting", index: 0, from: "2020-01", to: null },
      { kind: "titleDate", titleId: "t1", obtainedOn: "2024-01-01" },
      { kind: "training", year: 2025, hours: 90, category: "public", inSpecialty: true },
      { kind: "appraisal", year: 2025, result: "unqualified" },
      { kind: "year", year: 2030, isAssumed: true },
    ]);
    expect(person).toEqual(before);
  });

  it("opens what lacking hours keep shut once they are added", () => {
    const person = nurse({ training: nurse().training.filter(({ id }) => id !== "s2024") });
    expect(decisionOf(person, [])).toBe("ineligible");
    const hours = {
      kind: "training",
      year: 2024,
      category: "professional",
      inSpecialty: false,
    } as const;
    expect(decisionOf(person, [{ ...hours, hours: 59 }])).toBe("ineligible");
    expect(decisionOf(person, [{ ...hours, hours: 60 }])).toBe("eligible");
    expect(
      decisionOf(person, [
        { ...hours, hours: 59 },
        { ...hours, hours: 1 },
      ]),
    ).toBe("eligible");
  });

  it("closes what an appraisal spoils, and puts it in the place of the one on file", () => {
    expect(decisionOf(nurse(), [])).toBe("eligible");
    expect(decisionOf(nurse(), [{ kind: "appraisal", year: 2025, result: "unqualified" }])).toBe(
      "ineligible",
    );
  });

  it("moves a title's date and a posting's end", () => {
    const [posting] = nurse().postings;
    const from = posting?.from ?? "";
    expect(
      decisionOf(nurse(), [{ kind: "posting", index: 0, from, to: "2026-08-31" }], "grassroots"),
    ).toBe("ineligible");
    const late: Change = { kind: "titleDate", titleId: "t1", obtainedOn: "2026-12-01" };
    expect(decisionOf(nurse(), [late])).toBeUndefined();
  });

  it("asks for the next level once a title is added, with or without its appointment", () => {
    const title = {
      kind: "title",
      series: "health",
      level: "associateSenior",
      line: "provincial",
      name: "副主任护师",
      obtainedOn: "2021-01-01",
    } as const;
    const senior = (isAppointed: boolean) => {
      const supposed = answersTo(nurse(), [{ ...title, isAppointed }]);
      if (!supposed.ok) throw new Error(supposed.reasons.join());
      return supposed.answers
        .find(({ level, pathway }) => level === "senior" && pathway === "regular")
        ?.requirements.find(({ id }) => id === "ladder.tenure")?.status;
    };
    expect(senior(true)).toBe("met");
    expect(senior(false)).toBe("unmet");
  });

  it("asks in another year, with the coming years in order only where that is assumed", () => {
    const waiting = nurse({
      appointments: [{ titleId: "t1", from: "2024-05", to: null, post: "regular" }],
    });
    expect(decisionOf(waiting, [{ kind: "year", year: 2029, isAssumed: true }])).toBe("eligible");
    expect(decisionOf(waiting, [{ kind: "year", year: 2029, isAssumed: false }])).toBe(
      "ineligible",
    );
    expect(decisionOf(waiting, [{ kind: "year", year: 2028, isAssumed: true }])).toBe("ineligible");
  });

  it("says why records that contradict themselves are not asked about", () => {
    const changes: Change[] = [{ kind: "posting", index: 0, from: "2020-01", to: "2019-01" }];
    const supposed = answersTo(nurse(), changes);
    expect(supposed.ok).toBe(false);
    expect(supposed.ok ? [] : supposed.reasons).toHaveLength(1);
  });

  it("counts the unit's posts by the real records, whatever is supposed of the person", () => {
    const person = UNIT_FILE.people.find(({ appointments }) => appointments.length > 0);
    if (person === undefined) throw new Error("nobody is appointed");
    const posts = usedPosts(unit, UNIT_FILE.people, CYCLE.applyOn);
    const found = (changes: readonly Change[]) => {
      const supposed = suppose(unit, applyChanges(person, CYCLE, PACK, changes), PACK, posts);
      if (!supposed.ok) return null;
      return supposed.answers.flatMap(({ requirements }) =>
        requirements.filter(({ id }) => id === "quota.vacancy").map((one) => one.found),
      )[0];
    };
    const added: Change = {
      kind: "title",
      series: "health",
      level: "senior",
      line: "provincial",
      name: "主任医师",
      obtainedOn: "2026-12-30",
      isAppointed: true,
    };
    expect(found([])).not.toBeNull();
    expect(found([added])).toEqual(found([]));
  });
});

describe("the list of changes", () => {
  it("takes a later change of the same thing in place of the earlier one", () => {
    const one: Change = { kind: "appraisal", year: 2025, result: "qualified" };
    const other: Change = { kind: "appraisal", year: 2025, result: "unqualified" };
    const third: Change = { kind: "appraisal", year: 2024, result: "qualified" };
    expect(addChange(addChange([one], third), other)).toEqual([third, other]);
  });

  it("adds hours to hours", () => {
    const hours: Change = {
      kind: "training",
      year: 2025,
      hours: 10,
      category: "public",
      inSpecialty: false,
    };
    expect(addChange([hours], hours)).toHaveLength(2);
  });
});

describe("the comparison", () => {
  const real = answersTo(nurse(), []);
  const realAnswers = real.ok ? real.answers : [];

  it("finds nothing where nothing changed", () => {
    const compared = compareAnswers(realAnswers, realAnswers);
    expect(compared).toHaveLength(realAnswers.length);
    expect(
      compared.every(({ difference, changed }) => difference === "same" && changed.size === 0),
    ).toBe(true);
  });

  it("marks another decision and the requirement behind it", () => {
    const other = answersTo(nurse(), [{ kind: "appraisal", year: 2025, result: "unqualified" }]);
    const compared = compareAnswers(realAnswers, other.ok ? other.answers : []);
    const regular = compared.find(({ key }) => key === "regular/provincial/health/associateSenior");
    expect(regular?.difference).toBe("decision");
    expect(regular?.changed.has("appraisal.results")).toBe(true);
    expect(regular?.changed.has("line.held")).toBe(false);
  });

  it("marks grounds that moved without turning the decision", () => {
    const other = answersTo(nurse(), [
      { kind: "titleDate", titleId: "t1", obtainedOn: "2018-06-29" },
    ]);
    const hours = answersTo(nurse(), [
      { kind: "training", year: 2024, hours: 5, category: "public", inSpecialty: false },
    ]);
    const differences = (supposed: typeof other) =>
      compareAnswers(realAnswers, supposed.ok ? supposed.answers : []).map(
        ({ difference }) => difference,
      );
    expect(differences(other).every((one) => one === "same")).toBe(true);
    expect(differences(hours)).toContain("grounds");
  });

  it("does not mark what another year only dates anew", () => {
    const other = answersTo(nurse(), [{ kind: "year", year: 2028, isAssumed: true }]);
    const compared = compareAnswers(realAnswers, other.ok ? other.answers : []);
    const changed = compared[0]?.changed ?? new Set();
    expect(changed.has("ladder.education")).toBe(false);
    expect(changed.has("sanction.none")).toBe(false);
    expect(changed.has("ladder.tenure")).toBe(true);
  });

  it("keeps what is asked on one side only", () => {
    const other = answersTo(nurse(), [
      {
        kind: "title",
        series: "health",
        level: "associateSenior",
        line: "provincial",
        name: "副主任护师",
        obtainedOn: "2021-01-01",
        isAppointed: true,
      },
    ]);
    const compared = compareAnswers(realAnswers, other.ok ? other.answers : []);
    expect(
      compared
        .filter(({ difference }) => difference === "gone")
        .every(({ real: one }) => one?.level === "associateSenior"),
    ).toBe(true);
    expect(
      compared
        .filter(({ difference }) => difference === "new")
        .every(({ supposed }) => supposed?.level === "senior"),
    ).toBe(true);
    expect(new Set(compared.map(({ difference }) => difference))).toContain("new");
  });
});
