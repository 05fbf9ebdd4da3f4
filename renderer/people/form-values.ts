import type { Person } from "../../shared/records/person.ts";
import { cleanCode, cleanText, closeText } from "../../shared/workbook/text.ts";
import type { FieldSpec, FieldValue, FormValues, RecordKind, SubjectValues } from "./field-spec.ts";

/** Between records and what a form holds of them. Nothing is guessed: what is not filled in is left out and refused by the checks. */

type LooseRecord = Readonly<Record<string, unknown>>;

/** What a form for a new record begins with. */
export function blankValues(fields: readonly FieldSpec[], defaults: FormValues): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.key, defaults[field.key] ?? emptyOf(field, defaults)]),
  );
}

function emptyOf(field: FieldSpec, defaults: FormValues): FieldValue {
  // A default of null says 'still running' and must not be taken for none.
  if (Object.hasOwn(defaults, field.key)) return defaults[field.key] ?? null;
  if (field.type === "flag") return false;
  return field.type === "subjects" ? [EMPTY_SUBJECT] : "";
}

export const EMPTY_SUBJECT: SubjectValues = { name: "", score: "", nationalLine: "" };

/** What a form shows of a record on file. */
export function valuesOf(fields: readonly FieldSpec[], record: object): FormValues {
  const loose = record as LooseRecord;
  return Object.fromEntries(
    fields.map((field) => [field.key, shownValue(field, loose[field.key])]),
  );
}

function shownValue(field: FieldSpec, value: unknown): FieldValue {
  switch (field.type) {
    case "flag":
      return value === true;
    case "end":
      return value === null ? null : asText(value);
    case "statement":
      if (value === undefined) return "";
      return value === true ? "yes" : "no";
    case "subjects":
      return (value as Person["exams"][number]["subjects"]).map(
        ({ name, score, nationalLine }) => ({
          name,
          score: String(score),
          nationalLine: String(nationalLine),
        }),
      );
    default:
      return asText(value);
  }
}

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/**
 * The record that a form describes, not yet checked. Full-width figures are folded and blanks at the
 * ends go; a number that is none stays text, so that the schema names it.
 */
export function recordOf(fields: readonly FieldSpec[], values: FormValues): LooseRecord {
  const entries: [string, unknown][] = [];
  for (const field of fields) {
    const write: Writer = WRITERS[field.type];
    const value = write(values[field.key], field);
    if (value !== undefined) entries.push([field.key, value]);
  }
  return Object.fromEntries(entries);
}

type Writer = (value: FieldValue | undefined, field: FieldSpec) => unknown;

/** What is written down of a field; undefined leaves it out. */
const WRITERS = {
  text: writeText,
  name: (value) => closeText(asText(value)),
  idNumber: (value) => cleanCode(asText(value)).toUpperCase() || null,
  number: (value) => writeNumber(asText(value)),
  year: (value) => writeNumber(asText(value)),
  start: writeText,
  end: (value) => (value === null ? null : writeText(value)),
  flag: (value, field) => {
    const isOptional = field.type === "flag" && field.isOptional;
    return value === true || !isOptional ? value === true : undefined;
  },
  statement: (value) => (value === "yes" || value === "no" ? value === "yes" : undefined),
  choice: (value, field) => {
    const isNullable = field.type === "choice" && field.isNullable;
    return writeText(value) ?? (isNullable ? null : undefined);
  },
  title: writeText,
  subjects: (value) => (Array.isArray(value) ? value.map(writeSubject) : undefined),
} as const satisfies Record<FieldSpec["type"], Writer>;

/** Undefined for nothing. */
function writeText(value: FieldValue | undefined): string | undefined {
  const text = cleanText(asText(value));
  return text === "" ? undefined : text;
}

/** Undefined for nothing, the text itself where it is not a number. */
function writeNumber(text: string): number | string | undefined {
  const code = cleanCode(text);
  if (code === "") return undefined;
  return /^[+-]?\d+(?:\.\d+)?$/.test(code) ? Number(code) : code;
}

function writeSubject({ name, score, nationalLine }: SubjectValues): LooseRecord {
  const entries = Object.entries({
    name: cleanText(name),
    score: writeNumber(score),
    nationalLine: writeNumber(nationalLine),
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The person with one list record put in its place, at the end where `index` is null. Not yet checked. */
export function withRecord(
  person: Person,
  kind: RecordKind,
  index: number | null,
  record: object,
): Person {
  const list: readonly object[] = person[kind];
  const changed = index === null ? [...list, record] : list.with(index, record);
  return { ...person, [kind]: changed };
}

/** The person without one list record. */
export function withoutRecord(person: Person, kind: RecordKind, index: number): Person {
  return { ...person, [kind]: (person[kind] as readonly object[]).toSpliced(index, 1) };
}

const STATEMENTS = ["outstandingTownshipWork", "volunteersForTownship"] as const;

/** What the form of 基本信息 shows of a person. */
export function basicValuesOf(fields: readonly FieldSpec[], person: Person): FormValues {
  return valuesOf(fields, { ...person, ...person.statements });
}

/** The person as the form of 基本信息 describes them, not yet checked. */
export function withBasics(
  person: Person,
  fields: readonly FieldSpec[],
  values: FormValues,
): LooseRecord {
  const { outstandingTownshipWork, volunteersForTownship, ...basics } = recordOf(fields, values);
  const stated = { outstandingTownshipWork, volunteersForTownship };
  const statements = Object.fromEntries(
    STATEMENTS.flatMap((key) => (stated[key] === undefined ? [] : [[key, stated[key]]])),
  );
  const { name: _name, sex: _sex, birthDate: _birthDate, idNumber: _idNumber, ...kept } = person;
  return { ...kept, ...basics, statements };
}

/** A person with nothing on file but an id. */
export function blankPerson(id: string): Person {
  return {
    id,
    name: "",
    sex: "female",
    birthDate: "",
    idNumber: null,
    education: [],
    postings: [],
    titles: [],
    appointments: [],
    appraisals: [],
    training: [],
    sanctions: [],
    applications: [],
    exams: [],
    statements: {},
  };
}
