import { describe, expect, test } from "vitest";
import { applyChanges, emptyRecords } from "../../../renderer/store/edits/documents.ts";
import { planEdit } from "../../../renderer/store/edits/plan-edit.ts";
import { planUndo } from "../../../renderer/store/edits/plan-undo.ts";
import { defaultSettings } from "../../../renderer/store/engine/default-settings.ts";
import type { Edit, RecordChange, Records } from "../../../renderer/store/types.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import { describeIssue } from "../../../shared/records/issue.ts";
import { makeCandidacy, makeRound } from "./rounds.ts";
import { START } from "./stand-in-host.ts";

const label = { key: "test" };
const { people } = inventUnit(3);
const [anna, bert] = people;
if (anna === undefined || bert === undefined) throw new Error("too few");
const staff = [anna, bert];
const round = makeRound(2026);
const candidacy = makeCandidacy("c-1", anna.id, round.id);

function recordsWith(
  rounds: readonly Round[] = [round],
  candidacies: readonly Candidacy[] = [candidacy],
): Records {
  return {
    ...emptyRecords(defaultSettings(START)),
    people: new Map(staff.map((person) => [person.id, person])),
    rounds: new Map(rounds.map((one) => [one.id, one])),
    candidacies: new Map(candidacies.map((one) => [one.id, one])),
  };
}

function changesOf(records: Records, edit: Omit<Edit, "label">): readonly RecordChange[] {
  const plan = planEdit(records, { label, ...edit });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.changes;
}

function issuesOf(records: Records, edit: Omit<Edit, "label">) {
  const plan = planEdit(records, { label, ...edit });
  return plan.ok ? [] : plan.issues.map(({ code, path }) => [code, path.join(".")]);
}

describe("what is put", () => {
  test("a round is a change of nobody, a candidacy one of its person", () => {
    const changes = changesOf(recordsWith([], []), {
      putRounds: [round],
      putCandidacies: [candidacy],
    });
    expect(changes).toEqual([
      { table: "round", id: "2026", personId: null, before: null, after: round },
      { table: "candidacy", id: "c-1", personId: anna.id, before: null, after: candidacy },
    ]);
  });

  test("what stays the same is no change, and what is not on file cannot go", () => {
    const same = { putRounds: [{ ...round }], putCandidacies: [{ ...candidacy }] };
    expect(changesOf(recordsWith(), same)).toEqual([]);
    expect(changesOf(recordsWith(), { removeCandidacies: ["c-9"] })).toEqual([]);
  });

  test("shapes are checked with the place in the edit", () => {
    const badRound = { ...round, applyOn: "2026-02-30" };
    const badCandidacy = { ...candidacy, chosenOn: "2026-03" };
    expect(
      issuesOf(recordsWith(), {
        putRounds: [makeRound(2027), badRound],
        putCandidacies: [badCandidacy],
      }),
    ).toEqual([
      ["date.invalid", "rounds.1.applyOn"],
      ["date.invalid", "candidacies.0.chosenOn"],
    ]);
  });

  test("an id given twice is refused", () => {
    expect(
      issuesOf(recordsWith(), {
        putRounds: [round, round],
        putCandidacies: [candidacy, candidacy],
      }),
    ).toEqual([
      ["round.duplicate", "rounds.1.id"],
      ["candidacy.duplicate", "candidacies.1.id"],
    ]);
  });

  test("a candidacy of no round or of nobody is refused, by the records after the edit", () => {
    const lost = makeCandidacy("c-2", "nobody", "2030");
    expect(issuesOf(recordsWith(), { putCandidacies: [lost] })).toEqual([
      ["candidacy.round", "candidacies.0.roundId"],
      ["candidacy.person", "candidacies.0.personId"],
    ]);
    const leaving = { putCandidacies: [makeCandidacy("c-2", bert.id, "2026")] };
    expect(issuesOf(recordsWith(), { ...leaving, removePeople: [bert.id] })).toContainEqual([
      "candidacy.person",
      "candidacies.0.personId",
    ]);
  });
});

describe("who stands in a round", () => {
  test("is not removed while it is under way, and the sentence says who and which year", () => {
    const plan = planEdit(recordsWith(), { label, removePeople: [bert.id, anna.id] });
    if (plan.ok) throw new Error("was allowed");
    expect(plan.issues.map(({ code, path }) => [code, path])).toEqual([
      ["candidacy.open", ["removePeople", 1]],
    ]);
    const [issue] = plan.issues;
    expect(issue === undefined ? "" : describeIssue(issue)).toBe(
      `${anna.name}已报名2026年度推荐，该年度尚未归档，不能删除此人；请先删去其报名，或待该年度归档后再删`,
    );
  });

  test("can go when the round is archived, the candidacy removed, or the person put again", () => {
    const archived = makeRound(2026, { state: "archived" });
    const removePeople = [anna.id];
    expect(issuesOf(recordsWith([archived]), { removePeople })).toEqual([]);
    expect(issuesOf(recordsWith(), { removePeople, putRounds: [archived] })).toEqual([]);
    expect(issuesOf(recordsWith(), { removePeople, removeCandidacies: ["c-1"] })).toEqual([]);
    expect(issuesOf(recordsWith(), { removePeople, putPeople: [anna] })).toEqual([]);
  });

  test("stays in the account of an archived round, which can still be put", () => {
    const archived = makeRound(2026, { state: "archived" });
    const changes = changesOf(recordsWith([archived]), { removePeople: [anna.id] });
    expect(changes.map(({ table }) => table)).toEqual(["person"]);
    const { records } = applyChanges(
      { records: recordsWith([archived]), orders: new Map() },
      changes,
      1,
    );
    const noted = { ...candidacy, chosenOn: "2026-03-06" };
    expect(issuesOf(records, { putCandidacies: [noted] })).toEqual([]);
    const taken = { ...noted, personId: "nobody" };
    expect(issuesOf(records, { putCandidacies: [taken] })).toEqual([
      ["candidacy.person", "candidacies.0.personId"],
    ]);
  });
});

test("undo brings a candidacy back, and is refused once it was changed again", () => {
  const before = recordsWith();
  const changes = changesOf(before, { removeCandidacies: ["c-1"] });
  const { records } = applyChanges({ records: before, orders: new Map() }, changes, 1);
  expect(records.candidacies.size).toBe(0);
  const undo = planUndo(records, changes);
  if (!undo.ok) throw new Error(undo.code);
  const { records: back } = applyChanges({ records, orders: new Map() }, undo.changes, 2);
  expect(back.candidacies.get("c-1")).toEqual(candidacy);
  expect(planUndo(back, changes)).toMatchObject({ code: "changed-since" });
});
