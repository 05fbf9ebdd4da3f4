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
  diffMaps("attachment", before.attachments, after.attachments, ({ personId }) => personId, add);
  diffMaps("round", before.rounds, after.rounds, () => null, add);
  diffMaps("candidacy", before.candidacies, after.candidacies, ({ personId }) => personId, add);
  return changes;
}

/** Documents that only one side has, and those of both. */
function diffMaps<Document>(
  table: RecordChange["table"],
  before: ReadonlyMap<string, Document>,
  after: ReadonlyMap<string, Document>,
  personOf: (document: Document) => string | null,
  add: (change: RecordChange) => void,
): void {
  for (const [id, document] of before) {
    if (after.has(id)) continue;
    add({ table, id, personId: personOf(document), before: document, after: null });
  }
  for (const [id, document] of after) {
    const old = before.get(id) ?? null;
    add({ table, id, personId: personOf(document), before: old, after: document });
  }
}
