import type { RecordChange, Records } from "../types.ts";
import { changePerson } from "./plan-edit.ts";
import { isSame } from "./documents.ts";

/** What makes of some records others, document by document, a person a step: a restore is an edit like any other. */
export function* diffRecords(
  before: Records,
  after: Records,
): Generator<void, readonly RecordChange[]> {
  const changes: RecordChange[] = [];
  const add = (change: RecordChange) => {
    if (!isSame(change.before, change.after)) changes.push(change);
  };
  const none = { personId: null };
  add({ table: "unit", id: "unit", ...none, before: before.unit, after: after.unit });
  const settings = { before: before.settings, after: after.settings };
  add({ table: "settings", id: "settings", ...none, ...settings });
  for (const [id, person] of before.people) {
    if (!after.people.has(id)) changePerson(person, null, add);
  }
  for (const [id, person] of after.people) {
    changePerson(before.people.get(id) ?? null, person, add);
    yield;
  }
  for (const [id, attachment] of before.attachments) {
    const { personId } = attachment;
    if (after.attachments.has(id)) continue;
    add({ table: "attachment", id, personId, before: attachment, after: null });
  }
  for (const [id, attachment] of after.attachments) {
    const { personId } = attachment;
    const old = before.attachments.get(id) ?? null;
    add({ table: "attachment", id, personId, before: old, after: attachment });
  }
  return changes;
}
