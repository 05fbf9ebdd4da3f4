import type { Issue } from "../../../shared/records/issue.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { RecordChange, Records } from "../types.ts";
import { checkIdNumbers } from "./check-edit.ts";
import { applyChanges, documentOf, isSame, touchedPeople } from "./documents.ts";

export type UndoPlan =
  | { readonly ok: true; readonly changes: readonly RecordChange[] }
  | { readonly ok: false; readonly code: "changed-since" }
  | { readonly ok: false; readonly code: "invalid"; readonly issues: readonly Issue[] };

/** The way back from some changes; refused where one of the documents was changed again since. */
export function planUndo(records: Records, changes: readonly RecordChange[]): UndoPlan {
  return planAgain(
    records,
    changes
      .toReversed()
      .map(({ before, after, ...what }) => ({ ...what, before: after, after: before })),
  );
}

/** Changes once more, as a redo takes them; refused likewise. */
export function planAgain(records: Records, changes: readonly RecordChange[]): UndoPlan {
  const isStill = changes.every((change) => isSame(documentOf(records, change), change.before));
  if (!isStill) return { ok: false, code: "changed-since" };
  const issues: Issue[] = [];
  const { records: next } = applyChanges({ records, orders: new Map() }, changes, 0);
  const touched = touchedPeople(changes).flatMap((id): Person[] => {
    const person = next.people.get(id);
    return person === undefined ? [] : [person];
  });
  checkIdNumbers(touched, next, new Set(), (issue) => issues.push(issue));
  return issues.length > 0 ? { ok: false, code: "invalid", issues } : { ok: true, changes };
}
