import type { Issue, Report } from "../../../shared/records/issue.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import type { AttachmentRecord, Edit, RecordChange, Records, Settings } from "../types.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import {
  checkAttachmentsPut,
  checkIdNumbers,
  checkPeoplePut,
  checkSettingsPut,
  checkUnitPut,
} from "./check-edit.ts";
import { checkCandidaciesPut, checkRemovals, checkRoundsPut, type OnFile } from "./check-round.ts";
import { runAtOnce } from "../engine/slices.ts";
import { isSame, splitPerson } from "./documents.ts";

export type EditPlan =
  | { readonly ok: true; readonly changes: readonly RecordChange[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What an edit puts, in the shape of the schemas. */
interface CheckedEdit {
  readonly unit: Unit | null;
  readonly settings: Settings | null;
  readonly put: readonly Person[];
  readonly removed: ReadonlySet<string>;
  readonly attachments: readonly AttachmentRecord[];
  readonly rounds: readonly Round[];
  readonly candidacies: readonly Candidacy[];
}

/** What an edit comes to, document by document; what would stay the same is left out. */
export function planEdit(records: Records, edit: Edit): EditPlan {
  return runAtOnce(planSteps(records, edit));
}

/** The same step by step, for edits of thousands. */
export function* planSteps(records: Records, edit: Edit): Generator<void, EditPlan> {
  const issues: Issue[] = [];
  const checked = yield* checkEdit(records, edit, (issue) => issues.push(issue));
  if (issues.length > 0) return { ok: false, issues };
  const { unit, settings, put, removed } = checked;
  const changes: RecordChange[] = [];
  const add = (change: RecordChange) => {
    if (!isSame(change.before, change.after)) changes.push(change);
  };
  if (unit !== null) {
    add({ table: "unit", ...ownerless("unit"), before: records.unit, after: unit });
  }
  if (settings !== null) {
    add({ table: "settings", ...ownerless("settings"), before: records.settings, after: settings });
  }
  for (const id of removed) changePerson(records.people.get(id) ?? null, null, add);
  for (const person of put) {
    changePerson(records.people.get(person.id) ?? null, person, add);
    yield;
  }
  changeAttachments(records, edit, checked, add);
  changeRound(records, edit, checked, add);
  return { ok: true, changes };
}

function* checkEdit(records: Records, edit: Edit, report: Report): Generator<void, CheckedEdit> {
  const given = edit.putPeople ?? [];
  const sound = yield* checkPeoplePut(given, report);
  const putIds = new Set(given.map(({ id }) => id));
  const removed = new Set(
    (edit.removePeople ?? []).filter((id) => records.people.has(id) && !putIds.has(id)),
  );
  checkIdNumbers(sound, records, removed, report);
  const isPerson = (id: string) => putIds.has(id) || (records.people.has(id) && !removed.has(id));
  return {
    unit: edit.unit === undefined ? null : checkUnitPut(edit.unit, report),
    settings: edit.settings === undefined ? null : checkSettingsPut(edit.settings, report),
    put: sound.filter((person) => person !== null),
    removed,
    attachments: checkAttachmentsPut(edit.putAttachments ?? [], isPerson, report),
    ...checkRound(records, edit, isPerson, report),
  };
}

function checkRound(
  records: Records,
  edit: Edit,
  isPerson: OnFile["isPerson"],
  report: Report,
): Pick<CheckedEdit, "rounds" | "candidacies"> {
  const rounds = checkRoundsPut(edit.putRounds ?? [], report);
  const roundOf = (id: string) => rounds.find((one) => one.id === id) ?? records.rounds.get(id);
  const put = edit.putCandidacies ?? [];
  const candidacies = checkCandidaciesPut(put, records.candidacies, { isPerson, roundOf }, report);
  const left = new Map(records.candidacies);
  for (const id of edit.removeCandidacies ?? []) left.delete(id);
  for (const candidacy of candidacies) left.set(candidacy.id, candidacy);
  const removed = edit.removePeople ?? [];
  checkRemovals(removed, records, left.values(), { isPerson, roundOf }, report);
  return { rounds, candidacies };
}

/** The attachments of people removed go with them, so that undo brings both back. */
function changeAttachments(
  records: Records,
  edit: Edit,
  { attachments, removed }: CheckedEdit,
  add: (change: RecordChange) => void,
): void {
  for (const after of attachments) {
    const { id, personId } = after;
    const before = records.attachments.get(id) ?? null;
    add({ table: "attachment", id, personId, before, after });
  }
  const kept = new Set(attachments.map(({ id }) => id));
  const asked = new Set(edit.removeAttachments);
  for (const before of records.attachments.values()) {
    const { id, personId } = before;
    const isGone = !kept.has(id) && (asked.has(id) || removed.has(personId));
    if (isGone) add({ table: "attachment", id, personId, before, after: null });
  }
}

function changeRound(
  records: Records,
  edit: Edit,
  { rounds, candidacies }: CheckedEdit,
  add: (change: RecordChange) => void,
): void {
  for (const after of rounds) {
    const before = records.rounds.get(after.id) ?? null;
    add({ table: "round", id: after.id, personId: null, before, after });
  }
  for (const after of candidacies) {
    const { id, personId } = after;
    const before = records.candidacies.get(id) ?? null;
    add({ table: "candidacy", id, personId, before, after });
  }
  const kept = new Set(candidacies.map(({ id }) => id));
  for (const id of new Set(edit.removeCandidacies)) {
    const before = records.candidacies.get(id);
    if (before === undefined || kept.has(id)) continue;
    add({ table: "candidacy", id, personId: before.personId, before, after: null });
  }
}

function ownerless(id: string): { readonly id: string; readonly personId: null } {
  return { id, personId: null };
}

/** A person and each of their training entries; who comes or goes, as one. */
export function changePerson(
  before: Person | null,
  after: Person | null,
  add: (change: RecordChange) => void,
): void {
  const personId = after?.id ?? before?.id ?? "";
  if (before === null || after === null) {
    add({ table: "person", id: personId, personId, before, after });
    return;
  }
  const documents = { before: splitPerson(before), after: splitPerson(after) };
  add({ table: "person", id: personId, personId, ...documents });
  const old = new Map(before.training.map((entry) => [entry.id, entry]));
  const addEntry = (id: string, entry: Pick<RecordChange, "before" | "after">) =>
    add({ table: "training", id, personId, ...entry });
  for (const entry of after.training) {
    addEntry(entry.id, { before: old.get(entry.id) ?? null, after: entry });
    old.delete(entry.id);
  }
  for (const entry of old.values()) addEntry(entry.id, { before: entry, after: null });
}
