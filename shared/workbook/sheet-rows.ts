import type { Person } from "../records/person.ts";
import type { UnitFile } from "../records/unit-file.ts";
import type { SheetId } from "./sheet-spec.ts";

/** Values of one row, by the keys of its sheet's columns. */
export type RowValues = Readonly<Record<string, unknown>>;

/** The records of a sheet as rows, in the order of the unit file. */
export function* recordsOf(sheet: SheetId, { unit, people }: UnitFile): Generator<RowValues> {
  if (sheet === "unit") {
    yield flatten(unit);
    return;
  }
  for (const person of people) yield* rowsOfPerson(sheet, person);
}

/** How many rows `recordsOf` gives. */
export function countRecords(sheet: SheetId, { people }: UnitFile): number {
  if (sheet === "unit") return 1;
  if (sheet === "person") return people.length;
  return people.reduce(
    (sum, person) =>
      sum +
      (sheet === "exams"
        ? person.exams.reduce((rows, { subjects }) => rows + Math.max(1, subjects.length), 0)
        : person[sheet].length),
    0,
  );
}

function* rowsOfPerson(sheet: Exclude<SheetId, "unit">, person: Person): Generator<RowValues> {
  if (sheet === "person") {
    yield flatten(person);
    return;
  }
  const link = { "person.id": person.id, "person.name": person.name };
  if (sheet === "exams") {
    for (const row of examRows(person)) yield { ...link, ...row };
    return;
  }
  if (sheet === "appointments") {
    const nameById = new Map(person.titles.map(({ id, name }) => [id, name]));
    for (const appointment of person.appointments) {
      yield { ...link, ...appointment, "title.name": nameById.get(appointment.titleId) };
    }
    return;
  }
  for (const record of person[sheet]) yield { ...link, ...record };
}

/** One row a subject; an exam without subjects has one row still. */
function* examRows({ exams }: Person): Generator<RowValues> {
  for (const [index, { subjects, ...exam }] of exams.entries()) {
    const session = { ...exam, session: index + 1 };
    if (subjects.length === 0) yield session;
    for (const subject of subjects) {
      yield {
        ...session,
        "subject.name": subject.name,
        "subject.score": subject.score,
        "subject.nationalLine": subject.nationalLine,
      };
    }
  }
}

function withPrefix(prefix: string, record: object): RowValues {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(record);
  return Object.fromEntries(entries.map(([key, value]) => [`${prefix}${key}`, value]));
}

/** A record with the fields of its parts beside its own: `posts.junior`. */
function flatten(record: object): RowValues {
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record) as readonly (readonly [string, unknown])[]) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) flat[key] = value;
    else Object.assign(flat, withPrefix(`${key}.`, value));
  }
  return flat;
}
