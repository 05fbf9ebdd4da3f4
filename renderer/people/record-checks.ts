import { parseStart } from "../../shared/calendar/text.ts";
import { type Checked, checkShape } from "../../shared/records/document.ts";
import { idNumberBirthDate, idNumberSex, isIdNumberSound } from "../../shared/records/id-number.ts";
import {
  describeIssue,
  formatPath,
  type Issue,
  type Path,
  type PlaceWording,
} from "../../shared/records/issue.ts";
import { checkPerson, type Person, personSchema } from "../../shared/records/person.ts";
import { cleanCode } from "../../shared/workbook/text.ts";
import type { Say } from "../i18n/messages.ts";
import type { FieldSpec, FormValues, RecordKind } from "./field-spec.ts";
import { blankPerson } from "./form-values.ts";
import { BASIC_FIELDS, RECORD_SPECS } from "./record-kinds.ts";
import type { RecordKey } from "./record-messages.ts";

/** What is wrong with a form, by field, in the core's own sentences. */

export interface FormFaults {
  /** By the field's key; subjects of an exam by `subjects.0.score`. */
  readonly byField: ReadonlyMap<string, readonly string[]>;
  /** What the change would break elsewhere in the person's file, with its place. */
  readonly elsewhere: readonly string[];
}

export type CheckedPerson =
  | { readonly ok: true; readonly person: Person; readonly faults: FormFaults }
  | { readonly ok: false; readonly faults: FormFaults };

/** Checks a person as a form would have them; `within` is the place of what the form edits. */
export function checkCandidate(
  candidate: object,
  within: Path,
  everybody: Iterable<Person>,
  say: Say<RecordKey>,
): CheckedPerson {
  const checked = checkShape(candidate, personSchema, (person, report) =>
    checkPerson(person, [], report),
  );
  const issues = checked.ok ? [] : [...checked.issues, ...checkNumberAlone(candidate, checked)];
  const faults = sortFaults(issues, within, say);
  const twin = findTwin(candidate, everybody);
  const all =
    twin === null
      ? faults
      : addFault(faults, "idNumber", say("form.duplicateId", { name: twin.name }));
  return checked.ok && twin === null
    ? { ok: true, person: checked.value, faults: all }
    : { ok: false, faults: all };
}

/** While other fields are still empty, the ID number is checked by itself, so that it is told at once. */
function checkNumberAlone(
  candidate: object,
  { issues }: Extract<Checked<Person>, { ok: false }>,
): readonly Issue[] {
  const { idNumber, sex, birthDate } = candidate as Partial<Person>;
  if (typeof idNumber !== "string" || issues.some(({ path }) => path[0] === "idNumber")) return [];
  const hasGoodDate = typeof birthDate === "string" && parseStart(birthDate) !== null;
  const alone: Person = {
    ...blankPerson(""),
    idNumber,
    sex: sex ?? idNumberSex(idNumber),
    // Every date begins with nothing: an empty one contradicts no number.
    birthDate: hasGoodDate ? birthDate : "",
  };
  const found: Issue[] = [];
  checkPerson(alone, [], (issue) => found.push(issue));
  return found.filter(({ path }) => !issues.some((issue) => issue.path[0] === path[0]));
}

/** Somebody else with the same ID number; null where there is none. */
function findTwin(candidate: object, everybody: Iterable<Person>): Person | null {
  const { id, idNumber } = candidate as Partial<Person>;
  if (typeof idNumber !== "string") return null;
  for (const other of everybody) {
    if (other.idNumber === idNumber && other.id !== id) return other;
  }
  return null;
}

function addFault(faults: FormFaults, field: string, sentence: string): FormFaults {
  const byField = new Map(faults.byField);
  byField.set(field, [...(byField.get(field) ?? []), sentence]);
  return { ...faults, byField };
}

/** Puts each issue beside the field it belongs to, or among what lies elsewhere. */
export function sortFaults(
  issues: readonly Issue[],
  within: Path,
  say: Say<RecordKey>,
): FormFaults {
  const byField = new Map<string, string[]>();
  const elsewhere: string[] = [];
  const placeOf: PlaceWording = (path) => wordPlace(path, say);
  for (const issue of issues) {
    const key = fieldKeyOf(issue.path, within);
    const sentence = describeIssue(issue, placeOf);
    if (key === null) elsewhere.push(`${wordPlace(issue.path, say)}：${sentence}`);
    else byField.set(key, [...(byField.get(key) ?? []), sentence]);
  }
  return { byField, elsewhere };
}

/** The key of the form's field that a path leads to; null where it leads out of the form. */
function fieldKeyOf(path: Path, within: Path): string | null {
  if (!within.every((step, index) => path[index] === step)) return null;
  const rest = path.slice(within.length);
  if (within.length > 0) return rest.join(".");
  // 基本信息: the fields lie on the person and among its statements.
  const [first, second] = rest;
  if (first === "statements") return String(second ?? first);
  return BASIC_FIELDS.some(({ key }) => key === first) ? String(first) : null;
}

/** A place in a person's file in words: `工作经历第2条“结束时间”`. */
export function wordPlace(path: Path, say: Say<RecordKey>): string {
  const [first, index, key] = path;
  if (isRecordKind(first) && typeof index === "number") {
    const { name, fields } = RECORD_SPECS[first];
    const field = labelOf(fields, key);
    const row = { kind: say(name), number: index + 1 };
    // An id says nothing to the reader; the row does.
    return field === null
      ? say("form.placeRow", row)
      : say("form.place", { ...row, field: say(field) });
  }
  const label = labelOf(BASIC_FIELDS, path.at(-1));
  return label === null ? formatPath(path) : say(label);
}

function labelOf(fields: readonly FieldSpec[], key: string | number | undefined): RecordKey | null {
  return fields.find((field) => field.key === key)?.label ?? null;
}

function isRecordKind(step: string | number | undefined): step is RecordKind {
  return typeof step === "string" && Object.hasOwn(RECORD_SPECS, step);
}

export interface FilledForm {
  readonly values: FormValues;
  /** The fields that were empty and are filled now. */
  readonly filled: readonly ("birthDate" | "sex")[];
}

/** Birth date and sex from a sound ID number, where they are empty; what is typed is never changed. */
export function fillFromIdNumber(values: FormValues): FilledForm {
  const typed = values["idNumber"];
  const number = typeof typed === "string" ? cleanCode(typed).toUpperCase() : "";
  if (!isIdNumberSound(number)) return { values, filled: [] };
  const found = { birthDate: idNumberBirthDate(number) ?? "", sex: idNumberSex(number) };
  const filled = (["birthDate", "sex"] as const).filter((key) => values[key] === "");
  if (filled.length === 0) return { values, filled };
  return {
    values: { ...values, ...Object.fromEntries(filled.map((key) => [key, found[key]])) },
    filled,
  };
}
