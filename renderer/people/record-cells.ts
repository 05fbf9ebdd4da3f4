import type { Person } from "../../shared/records/person.ts";
import { LINE_LABELS } from "../../shared/records/title.ts";
import type { Say } from "../i18n/messages.ts";
import type { FieldSpec, RecordKind, RecordSpec } from "./field-spec.ts";
import { RECORD_SPECS } from "./record-kinds.ts";
import type { RecordKey } from "./record-messages.ts";

/** A record as the table of its kind shows it. */
export interface RecordRow {
  /** Its place in the person's list, which is not its place in the table. */
  readonly index: number;
  readonly record: object;
  readonly cells: readonly string[];
  /** What tells it from the others, for the names of its buttons. */
  readonly what: string;
}

/** The records of one kind, newest first. */
export function recordRows(
  person: Person,
  kind: RecordKind,
  say: Say<RecordKey>,
): readonly RecordRow[] {
  const spec: RecordSpec = RECORD_SPECS[kind];
  const records: readonly object[] = person[kind];
  return records
    .map((record, index) => {
      const cells = spec.fields.map((field) => sayField(field, record, person, say));
      const what = cells
        .filter((cell) => cell !== "")
        .slice(0, 2)
        .join(" ");
      return { index, record, cells, what, key: sortKeyOf(spec, record) };
    })
    .toSorted((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : b.index - a.index))
    .map(({ index, record, cells, what }) => ({ index, record, cells, what }));
}

function sortKeyOf({ sortBy }: RecordSpec, record: object): string {
  return String((record as Readonly<Record<string, unknown>>)[sortBy]);
}

/** One field of a record in words; empty where nothing is on file. */
export function sayField(
  field: FieldSpec,
  record: object,
  person: Pick<Person, "titles">,
  say: Say<RecordKey>,
): string {
  const value = (record as Readonly<Record<string, unknown>>)[field.key];
  switch (field.type) {
    case "flag":
      return value === true ? say("value.yes") : say("value.no");
    case "statement":
      if (value === undefined) return say("value.unstated");
      return value === true ? say("value.yes") : say("value.no");
    case "end":
      return value === null ? say("value.running") : asText(value);
    case "choice":
      return field.options.find((option) => option.value === value)?.label ?? "";
    case "title":
      return sayTitleOf(person, asText(value)) ?? say("value.lostTitle");
    case "subjects":
      return saySubjects(value as Person["exams"][number]["subjects"]);
    default:
      return asText(value);
  }
}

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** One of the person's titles by its id, `主治医师（全省统一职称，2014-11-20）`; null where it is gone. */
export function sayTitleOf({ titles }: Pick<Person, "titles">, id: string): string | null {
  const title = titles.find((one) => one.id === id);
  if (title === undefined) return null;
  return `${title.name}（${LINE_LABELS[title.line]}，${title.obtainedOn}）`;
}

function saySubjects(subjects: Person["exams"][number]["subjects"]): string {
  return subjects
    .map(({ name, score, nationalLine }) => `${name} ${score}/${nationalLine}`)
    .join("，");
}

/** What keeps a record from being removed: null where nothing does. */
export function removalObstacle(
  person: Person,
  kind: RecordKind,
  index: number,
): Extract<RecordKey, "table.titleInUse"> | null {
  if (kind !== "titles") return null;
  const id = person.titles[index]?.id;
  return person.appointments.some(({ titleId }) => titleId === id) ? "table.titleInUse" : null;
}
