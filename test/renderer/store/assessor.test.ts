import { expect, test } from "vitest";
import { Assessor } from "../../../renderer/store/assess/assessor.ts";
import { cycleOfSettings } from "../../../renderer/store/assess/inputs.ts";
import { defaultSettings } from "../../../renderer/store/engine/default-settings.ts";
import { emptyRecords } from "../../../renderer/store/edits/documents.ts";
import type { Assessed, Records, Settings } from "../../../renderer/store/types.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../shared/records/person.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../../../shared/records/unit-file.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import { START } from "./stand-in-host.ts";

const { unit, people } = inventUnit(60);
const [someone] = people;
if (someone === undefined) throw new Error("nobody");

function recordsOf(
  some: readonly Person[],
  { of = unit, settings = defaultSettings(START) }: { of?: Unit; settings?: Settings } = {},
): Records {
  const byId = new Map(some.map((person) => [person.id, person]));
  return { ...emptyRecords(settings), unit: of, people: byId };
}

/** An assessor and everything that it told. */
function watch() {
  const told: Assessed[] = [];
  const assessor = new Assessor([SHANDONG_2020], (assessed) => told.push(assessed));
  return { told, assessor, last: () => told.at(-1)?.byPerson ?? new Map() };
}

function expectLikeEvaluate(records: Records, byPerson: ReadonlyMap<string, unknown>): void {
  const { unit: of, people: some, settings } = records;
  if (of === null) throw new Error("no unit");
  const file: UnitFile = { format: UNIT_FILE_FORMAT, unit: of, people: [...some.values()] };
  const expected = evaluate(file, cycleOfSettings(settings), SHANDONG_2020);
  expect(byPerson.size).toBe(some.size);
  for (const assessments of expected) {
    expect(byPerson.get(assessments.personId)).toEqual(assessments);
  }
}

test("what is told in the end is what the rules give for the whole unit", async () => {
  const { assessor, told, last } = watch();
  const records = recordsOf(people);
  await assessor.update(records);
  expectLikeEvaluate(records, last());
  expect(told.at(-1)).toMatchObject({ pending: 0, packId: SHANDONG_2020.id });
  expect(told.some(({ pending }) => pending > 0)).toBe(true);
});

test("after an edit only the changed person is worked out anew", async () => {
  const { assessor, last } = watch();
  await assessor.update(recordsOf(people));
  const before = last();
  const renamed = { ...someone, statements: { outstandingTownshipWork: true } };
  const records = recordsOf([renamed, ...people.slice(1)]);
  await assessor.update(records);
  const after = last();
  const anew = people.filter(({ id }) => after.get(id) !== before.get(id)).map(({ id }) => id);
  expect(anew).toEqual([someone.id]);
  expectLikeEvaluate(records, after);
});

test("while a changed person is being worked out, the decision of before is not shown", async () => {
  const { assessor, told } = watch();
  await assessor.update(recordsOf(people));
  told.length = 0;
  const changed = people.slice(0, 30).map((person) => ({ ...person, name: `${person.name}改` }));
  await assessor.update(recordsOf([...changed, ...people.slice(30)]));
  expect(told[0]?.byPerson.size).toBe(30);
  expect(told.at(-1)?.byPerson.size).toBe(60);
});

test.each([
  ["the use of posts", recordsOf(people.slice(1))],
  ["the approved posts", recordsOf(people, { of: { ...unit, posts: null } })],
  ["the catalogue", recordsOf(people, { of: { ...unit, inCatalogue: false } })],
  [
    "the cycle",
    recordsOf(people, {
      settings: {
        ...defaultSettings(START),
        cycle: { year: 2030, applyOn: "2030-09-01", cutOff: "2030-12-31" },
      },
    }),
  ],
])("when %s changes everybody is decided by it", async (_, changed) => {
  const { assessor, last } = watch();
  await assessor.update(recordsOf(people));
  await assessor.update(changed);
  expectLikeEvaluate(changed, last());
});

test("work for records that are replaced meanwhile is dropped", async () => {
  const { assessor, last } = watch();
  const first = assessor.update(recordsOf(people));
  const records = recordsOf(people.slice(10));
  const second = assessor.update(records);
  await Promise.all([first, second]);
  expectLikeEvaluate(records, last());
});

test("without a unit nobody is decided", async () => {
  const { assessor, told } = watch();
  await assessor.update({ ...recordsOf(people), unit: null });
  expect(told).toMatchObject([
    { answers: new Map(), byPerson: new Map(), pending: 0, packId: SHANDONG_2020.id },
  ]);
});
