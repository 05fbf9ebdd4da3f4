import { expect, test } from "vitest";
import { applyChanges, emptyRecords } from "../../../renderer/store/edits/documents.ts";
import { planEdit } from "../../../renderer/store/edits/plan-edit.ts";
import { planAgain, planUndo } from "../../../renderer/store/edits/plan-undo.ts";
import { defaultSettings } from "../../../renderer/store/engine/default-settings.ts";
import type {
  AttachmentRecord,
  Edit,
  RecordChange,
  Records,
} from "../../../renderer/store/types.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import type { Person } from "../../../shared/records/person.ts";
import { START } from "./stand-in-host.ts";

const { unit, people } = inventUnit(5);
const label = { key: "test" };
const [anna, bert, carl] = people;
if (anna === undefined || bert === undefined || carl === undefined) throw new Error("too few");
const scan: AttachmentRecord = {
  id: "s1",
  personId: anna.id,
  kind: "degree",
  name: "学位证.jpg",
  type: "image/jpeg",
  size: 10,
  sha256: "ab".repeat(32),
  crc32: "0123abcd",
  addedAt: "2026-11-23T08:15:30Z",
};

function recordsOf(
  some: readonly Person[],
  attachments: readonly AttachmentRecord[] = [],
): Records {
  return {
    ...emptyRecords(defaultSettings(START)),
    people: new Map(some.map((person) => [person.id, person])),
    attachments: new Map(attachments.map((one) => [one.id, one])),
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

test("training entries are documents of their own: one more is one change", () => {
  const entry = {
    id: "t-new",
    year: 2026,
    hours: 30,
    category: "public",
    inSpecialty: false,
  } as const;
  const changes = changesOf(recordsOf([anna]), {
    putPeople: [{ ...anna, training: [...anna.training, entry] }],
  });
  expect(changes).toEqual([
    { table: "training", id: "t-new", personId: anna.id, before: null, after: entry },
  ]);
});

test("a person put without a training entry loses it", () => {
  const [gone] = anna.training;
  if (gone === undefined) throw new Error("no training");
  const training = anna.training.filter((entry) => entry !== gone);
  expect(changesOf(recordsOf([anna]), { putPeople: [{ ...anna, training }] })).toEqual([
    { table: "training", id: gone.id, personId: anna.id, before: gone, after: null },
  ]);
});

test("who is removed takes training and attachments along; people not on file are no change", () => {
  const changes = changesOf(recordsOf([anna, bert], [scan]), { removePeople: [anna.id, "nobody"] });
  expect(changes.map(({ table, before }) => [table, before])).toEqual([
    ["person", anna],
    ["attachment", scan],
  ]);
  expect(changes.every(({ personId, after }) => personId === anna.id && after === null)).toBe(true);
});

test("the unit file's checks hold for everything put, with the place in the edit", () => {
  const records = recordsOf([anna]);
  const reversed = { titleId: "none", from: "2020-01", to: "2019-01", post: "regular" } as const;
  expect(
    issuesOf(records, {
      putPeople: [bert, { ...carl, name: " ", appointments: [] }],
      unit: { ...unit, creditCode: "X" },
    }),
  ).toEqual([
    ["text.empty", "people.1.name"],
    ["creditCode.form", "unit.creditCode"],
  ]);
  expect(
    issuesOf(records, { putPeople: [{ ...carl, appointments: [reversed] }] }).map(([code]) => code),
  ).toEqual(["period.reversed", "appointment.title"]);
});

test("an id given twice in an edit is refused", () => {
  expect(issuesOf(recordsOf([]), { putPeople: [anna, anna] })).toEqual([
    ["person.duplicate", "people.1.id"],
    ["idNumber.duplicate", "people.1.idNumber"],
  ]);
});

test("an ID number that another person on file bears is refused, and free once that person goes", () => {
  const twin = { ...anna, id: "twin" };
  const plan = planEdit(recordsOf([bert, anna]), { label, putPeople: [twin] });
  expect(plan).toMatchObject({
    ok: false,
    issues: [
      {
        code: "idNumber.duplicate",
        path: ["people", 0, "idNumber"],
        // The one put first, then bert, then anna.
        details: { first: ["people", 2, "idNumber"] },
      },
    ],
  });
  expect(issuesOf(recordsOf([bert, anna]), { putPeople: [twin], removePeople: [anna.id] })).toEqual(
    [],
  );
  expect(issuesOf(recordsOf([bert, anna]), { putPeople: [{ ...bert, name: "改名" }] })).toEqual([]);
});

test("two people can swap their ID numbers in one edit", () => {
  const swap = (one: Person, other: Person): Person => ({
    ...one,
    idNumber: other.idNumber,
    birthDate: other.birthDate,
    sex: other.sex,
    postings: [],
    titles: [],
    appointments: [],
  });
  expect(
    issuesOf(recordsOf([anna, bert]), { putPeople: [swap(anna, bert), swap(bert, anna)] }),
  ).toEqual([]);
});

test("an attachment of nobody on file is refused", () => {
  expect(issuesOf(recordsOf([bert]), { putAttachments: [scan] })).toEqual([
    ["person.unknown", "attachments.0.personId"],
  ]);
  expect(issuesOf(recordsOf([]), { putPeople: [anna], putAttachments: [scan] })).toEqual([]);
});

test("settings with a day that does not exist are refused", () => {
  const records = recordsOf([]);
  const cycle = { year: 2026, applyOn: "2026-02-30", cutOff: "2026-12" };
  expect(issuesOf(records, { settings: { ...records.settings, cycle } })).toEqual([
    ["date.invalid", "settings.cycle.applyOn"],
    ["date.invalid", "settings.cycle.cutOff"],
  ]);
});

test("undo is refused once one of its documents was changed again, and redo likewise", () => {
  const before = recordsOf([anna, bert]);
  const first = changesOf(before, { putPeople: [{ ...anna, name: "甲" }] });
  const { records } = applyChanges({ records: before, orders: new Map() }, first, 1);
  expect(planUndo(records, first).ok).toBe(true);
  expect(planAgain(records, first)).toMatchObject({ code: "changed-since" });
  const later = changesOf(records, { putPeople: [{ ...anna, name: "乙" }] });
  const { records: end } = applyChanges({ records, orders: new Map() }, later, 2);
  expect(planUndo(end, first)).toMatchObject({ code: "changed-since" });
  // Another person's change does not stand in the way.
  const other = changesOf(records, { putPeople: [{ ...bert, name: "丙" }] });
  const { records: beside } = applyChanges({ records, orders: new Map() }, other, 2);
  expect(planUndo(beside, first).ok).toBe(true);
});

test("undo does not bring back an ID number that somebody else bears by now", () => {
  const removed = changesOf(recordsOf([anna]), { removePeople: [anna.id] });
  expect(planUndo(recordsOf([{ ...anna, id: "twin" }]), removed)).toMatchObject({
    ok: false,
    code: "invalid",
    issues: [{ code: "idNumber.duplicate" }],
  });
});

test("undoing a removal brings the person back with all training and attachments", () => {
  const before = recordsOf([anna, bert], [scan]);
  const changes = changesOf(before, { removePeople: [anna.id] });
  const { records } = applyChanges({ records: before, orders: new Map() }, changes, 1);
  const plan = planUndo(records, changes);
  if (!plan.ok) throw new Error(plan.code);
  const { records: back } = applyChanges({ records, orders: new Map() }, plan.changes, 2);
  const planned = changesOf(recordsOf([]), { putPeople: [anna] });
  const { records: entered } = applyChanges(
    { records: recordsOf([]), orders: new Map() },
    planned,
    1,
  );
  expect(back.people.get(anna.id)).toEqual(entered.people.get(anna.id));
  expect([...back.attachments.values()]).toEqual([scan]);
});
