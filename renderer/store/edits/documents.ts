import type { Person } from "../../../shared/records/person.ts";
import type { TrainingEntry } from "../../../shared/records/training.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import { canonicalJson } from "../../../shared/submission/canonical-json.ts";
import type { AttachmentRecord, RecordChange, Records, Settings } from "../types.ts";

/** A person as the history and the database have them: training lies in documents of its own. */
export type PersonDocument = Omit<Person, "training">;

/** The records and in what order people came, so that lists stand the same after a restart. */
export interface Documents {
  readonly records: Records;
  readonly orders: ReadonlyMap<string, number>;
}

/** The records of a store in which nothing has been entered yet. */
export function emptyRecords(settings: Settings): Records {
  return {
    unit: null,
    people: new Map(),
    attachments: new Map(),
    rounds: new Map(),
    candidacies: new Map(),
    settings,
  };
}

/** More people than one edit can bring; keeps the orders of edits apart. */
const MOST_IN_AN_EDIT = 1_000_000;

/** A person without training, and always in the same order of fields. */
export function splitPerson(person: Person): PersonDocument {
  const { training: _, ...document } = person;
  return document;
}

/** Undoes `splitPerson`. Written out, so that all people have one shape in memory. */
export function joinPerson(document: PersonDocument, training: readonly TrainingEntry[]): Person {
  return {
    id: document.id,
    name: document.name,
    sex: document.sex,
    birthDate: document.birthDate,
    idNumber: document.idNumber,
    education: document.education,
    postings: document.postings,
    titles: document.titles,
    appointments: document.appointments,
    appraisals: document.appraisals,
    training: sortTraining(training),
    sanctions: document.sanctions,
    applications: document.applications,
    exams: document.exams,
    statements: document.statements,
  };
}

/** Training in the one order that it has everywhere: by year, title and id. */
export function sortTraining(entries: readonly TrainingEntry[]): TrainingEntry[] {
  return entries.toSorted(
    (a, b) =>
      a.year - b.year || compareTexts(a.title ?? "", b.title ?? "") || compareTexts(a.id, b.id),
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether two documents say the same, in whatever order of fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b) || canonicalJson(a) === canonicalJson(b);
}

/**
 * Whether a change of a person is of all that is on file, training with it: of who comes or goes. Else
 * every training entry is a document of its own, so that a course for many does not rewrite them.
 */
export function isWholePerson({
  table,
  before,
  after,
}: Pick<RecordChange, "table" | "before" | "after">): boolean {
  return table === "person" && (before === null || after === null);
}

/** The document that a change speaks of, as it is now; null: there is none. */
export function documentOf(records: Records, change: RecordChange): unknown {
  const { table, id, personId } = change;
  if (table === "unit") return records.unit;
  if (table === "settings") return records.settings;
  if (table === "attachment") return records.attachments.get(id) ?? null;
  if (table === "round") return records.rounds.get(id) ?? null;
  if (table === "candidacy") return records.candidacies.get(id) ?? null;
  const person = records.people.get(personId ?? "");
  if (person === undefined) return null;
  if (table === "person") return isWholePerson(change) ? person : splitPerson(person);
  return person.training.find((entry) => entry.id === id) ?? null;
}

/** Documents that are being put together. */
export interface OpenDocuments {
  unit: Unit | null;
  settings: Settings;
  readonly people: Map<string, Person>;
  readonly attachments: Map<string, AttachmentRecord>;
  readonly rounds: Map<string, Round>;
  readonly candidacies: Map<string, Candidacy>;
  readonly orders: Map<string, number>;
}

/** A copy that can be changed. */
export function openDocuments({ records, orders }: Documents): OpenDocuments {
  const { unit, settings, people, attachments, rounds, candidacies } = records;
  return {
    unit,
    settings,
    people: new Map(people),
    attachments: new Map(attachments),
    rounds: new Map(rounds),
    candidacies: new Map(candidacies),
    orders: new Map(orders),
  };
}

/** What was put together. */
export function closeDocuments({ orders, ...records }: OpenDocuments): Documents {
  return { records, orders };
}

/** The documents after some changes. People new with entry `number` stand behind all earlier ones. */
export function applyChanges(
  documents: Documents,
  changes: readonly RecordChange[],
  number: number,
): Documents {
  const open = openDocuments(documents);
  takeChanges(open, changes, number);
  return closeDocuments(open);
}

/** Takes changes over in place: a rebuild does not copy all people for every entry. */
export function takeChanges(
  open: OpenDocuments,
  changes: readonly RecordChange[],
  number: number,
): void {
  const { people, attachments, rounds, candidacies, orders } = open;
  let added = 0;
  for (const { table, id, after } of changes) {
    if (table === "unit") open.unit = after as Unit | null;
    else if (table === "settings" && after !== null) open.settings = after as Settings;
    else if (table === "attachment") setOrDelete(attachments, id, after as AttachmentRecord | null);
    else if (table === "round") setOrDelete(rounds, id, after as Round | null);
    else if (table === "candidacy") setOrDelete(candidacies, id, after as Candidacy | null);
    else if (table === "person") {
      if (after === null) {
        people.delete(id);
        orders.delete(id);
        continue;
      }
      const document = after as PersonDocument & Partial<Pick<Person, "training">>;
      people.set(id, joinPerson(document, document.training ?? people.get(id)?.training ?? []));
      if (orders.has(id)) continue;
      orders.set(id, number * MOST_IN_AN_EDIT + added);
      added += 1;
    }
  }
  takeTraining(people, changes);
}

/** After the people, whatever order the changes stand in: who is gone has no training any more. */
function takeTraining(people: Map<string, Person>, changes: readonly RecordChange[]): void {
  const byPerson = new Map<string, RecordChange[]>();
  for (const change of changes) {
    if (change.table !== "training" || change.personId === null) continue;
    const ofPerson = byPerson.get(change.personId);
    if (ofPerson === undefined) byPerson.set(change.personId, [change]);
    else ofPerson.push(change);
  }
  for (const [personId, ofPerson] of byPerson) {
    const person = people.get(personId);
    if (person === undefined) continue;
    const entries = new Map(person.training.map((entry) => [entry.id, entry]));
    for (const { id, after } of ofPerson) setOrDelete(entries, id, after as TrainingEntry | null);
    people.set(personId, { ...person, training: sortTraining([...entries.values()]) });
  }
}

function setOrDelete<Value>(map: Map<string, Value>, key: string, value: Value | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

/** The ids of the people whose documents, training or attachments some changes touch. */
export function touchedPeople(changes: readonly RecordChange[]): readonly string[] {
  return [...new Set(changes.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
}
