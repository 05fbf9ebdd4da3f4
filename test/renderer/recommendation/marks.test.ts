import { describe, expect, it } from "vitest";
import {
  type BallotForm,
  formOfBallot,
  judgeBallot,
  markKey,
  marksOfForm,
  nextCell,
  readPoints,
} from "../../../renderer/recommendation/marks.ts";
import type { Criterion } from "../../../shared/policy/criterion.ts";

const CRITERIA: readonly Criterion[] = [
  { id: "virtue", name: "德", most: 20, weight: 40, basis: "judgement" },
  { id: "merit", name: "绩", most: 30, weight: 60, basis: "judgement" },
];
const IDS = ["c-1", "c-2"];

describe("points", () => {
  it("are read as typed, full-width digits too; an empty field is not marked yet", () => {
    expect(readPoints("18.5", 20)).toEqual({ ok: true, points: 18.5 });
    expect(readPoints(" １８ ", 20)).toEqual({ ok: true, points: 18 });
    expect(readPoints("0", 20)).toEqual({ ok: true, points: 0 });
    expect(readPoints("  ", 20)).toEqual({ ok: true, points: null });
  });

  it("above the most, with three decimals, or that are no number are refused", () => {
    expect(readPoints("20.01", 20)).toEqual({ ok: false, fault: "most" });
    expect(readPoints("1.234", 20)).toEqual({ ok: false, fault: "decimals" });
    expect(readPoints("-1", 20)).toEqual({ ok: false, fault: "number" });
    expect(readPoints("十", 20)).toEqual({ ok: false, fault: "number" });
  });
});

describe("a ballot", () => {
  const form: BallotForm = {
    texts: {
      [markKey("c-1", "virtue")]: "18",
      [markKey("c-1", "merit")]: "31",
      [markKey("c-2", "virtue")]: "",
    },
    recusals: [],
  };

  it("counts what is wrong and what is missing", () => {
    expect(judgeBallot(form, IDS, CRITERIA)).toEqual({ faults: 1, missing: 2 });
  });

  it("asks nothing for whom the reviewer stood back from, and gives them no marks", () => {
    const recused = { ...form, recusals: ["c-1"] };
    expect(judgeBallot(recused, IDS, CRITERIA)).toEqual({ faults: 0, missing: 2 });
    expect(marksOfForm(recused, IDS, CRITERIA)).toEqual([]);
  });

  it("comes back from the file as it was typed", () => {
    const marks = [
      { candidacyId: "c-1", criterionId: "virtue", points: 18 },
      { candidacyId: "c-2", criterionId: "merit", points: 27.5 },
    ];
    const ballot = { id: "b-1", reviewerId: null, marks, recusals: [] };
    expect(marksOfForm(formOfBallot(ballot), IDS, CRITERIA)).toEqual(marks);
    expect(formOfBallot(undefined)).toEqual({ texts: {}, recusals: [] });
  });
});

describe("the keys in the table of marks", () => {
  const size = { rows: 2, columns: 2 };
  const inside = { isAtStart: false, isAtEnd: false };
  const whole = { isAtStart: true, isAtEnd: true };

  it("lead down with Enter, and from the foot to the head of the next column", () => {
    expect(nextCell({ row: 0, column: 0 }, "Enter", size, inside)).toEqual({ row: 1, column: 0 });
    expect(nextCell({ row: 1, column: 0 }, "Enter", size, inside)).toEqual({ row: 0, column: 1 });
    expect(nextCell({ row: 1, column: 1 }, "Enter", size, inside)).toBeNull();
  });

  it("leave a field sideways only at its end", () => {
    expect(nextCell({ row: 0, column: 0 }, "ArrowRight", size, inside)).toBeNull();
    expect(nextCell({ row: 0, column: 0 }, "ArrowRight", size, whole)).toEqual({
      row: 0,
      column: 1,
    });
    expect(nextCell({ row: 0, column: 1 }, "ArrowLeft", size, whole)).toEqual({
      row: 0,
      column: 0,
    });
    expect(nextCell({ row: 0, column: 0 }, "ArrowLeft", size, whole)).toBeNull();
  });

  it("stay in the table, and other keys do nothing", () => {
    expect(nextCell({ row: 0, column: 0 }, "ArrowUp", size, whole)).toBeNull();
    expect(nextCell({ row: 1, column: 0 }, "ArrowDown", size, whole)).toBeNull();
    expect(nextCell({ row: 0, column: 0 }, "5", size, whole)).toBeNull();
  });
});
