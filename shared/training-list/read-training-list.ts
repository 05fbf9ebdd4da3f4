import { describeIssue, type Issue } from "../records/issue.ts";
import type { Person } from "../records/person.ts";
import { reportSchemaIssues } from "../records/schema-issues.ts";
import { HOURS_IN_A_YEAR, type TrainingCategory, trainingSchema } from "../records/training.ts";
import {
  type CellValue,
  type DateSystem,
  isBlank,
  showCell,
  type WorkbookData,
} from "../workbook/cell.ts";
import { describeCellIssue } from "../workbook/cell-issue.ts";
import { type FieldValue, readCell } from "../workbook/read-cell.ts";
import type { IgnoredRow } from "../workbook/import/row.ts";
import { columnsByKey } from "../workbook/import/mapping.ts";
import { addCourse, type Course, courseKey, yearSumOf } from "./course.ts";
import { TRAINING_LIST_FIELDS, type TrainingListKey } from "./fields.ts";
import { findTrainingTable, type TrainingTable, type TrainingTableChoice } from "./table.ts";
import { MemberIndex, type NamedMember } from "./member-index.ts";
import { describeMemberFault, describeRowReason } from "./row-reason.ts";

/** Reads a platform's list of hours against the staff on file, and tells what taking it over would do. Pure. */

/** What holds for every row of a list that does not say it; null: the row has to. */
export interface TrainingListDefaults {
  readonly year: number | null;
  readonly category: TrainingCategory | null;
  readonly inSpecialty: boolean;
}

export interface TrainingListOptions {
  readonly people: readonly Person[];
  readonly defaults: TrainingListDefaults;
  readonly choice?: TrainingTableChoice;
}

/** `onFile`: the same course is on the person's record already. */
export type TrainingRowOutcome = "added" | "onFile" | "refused";

export interface TrainingRow {
  readonly row: number;
  readonly outcome: TrainingRowOutcome;
  /** Whom the row means; null where that cannot be told. */
  readonly personId: string | null;
  /** The name as it is written. */
  readonly name: string;
  readonly course: Partial<Course>;
  /** Why it is refused, one sentence each. */
  readonly reasons: readonly string[];
  /** A roster's sum for the same year and kind is on file: the hours would count twice. */
  readonly isDoubled: boolean;
}

export interface TrainingListReading {
  /** Null where no sheet has names and hours. */
  readonly table: TrainingTable["mapping"] | null;
  readonly rows: readonly TrainingRow[];
  readonly ignored: readonly IgnoredRow[];
}

/** What a list comes to, row by row. Nothing is guessed: a row that leaves something open is refused. */
export function readTrainingList(
  workbook: WorkbookData,
  options: TrainingListOptions,
): TrainingListReading {
  const table = findTrainingTable(workbook, options.choice);
  if (table === null) return { table: null, rows: [], ignored: [] };
  const places = columnsByKey(table.mapping.columns);
  const settler = new RowSettler(options.people);
  const rows = table.rows.map(({ number, cells }) => {
    const read = readRow(cells, places, workbook.dateSystem, options.defaults);
    return settler.settle(number, read);
  });
  return { table: table.mapping, rows, ignored: table.ignored };
}

interface ReadRow {
  readonly named: NamedMember;
  readonly course: Partial<Course>;
  readonly reasons: string[];
}

function readRow(
  cells: readonly (CellValue | undefined)[],
  places: ReadonlyMap<string, number>,
  system: DateSystem,
  defaults: TrainingListDefaults,
): ReadRow {
  const values = new Map<TrainingListKey, FieldValue>();
  const reasons: string[] = [];
  for (const { key, label, type } of TRAINING_LIST_FIELDS) {
    const column = places.get(key);
    const cell = column === undefined ? null : (cells[column] ?? null);
    if (isBlank(cell)) continue;
    const reading = readCell(type, cell, system);
    if (reading.ok) values.set(key, reading.value);
    else {
      const why = describeCellIssue(reading.code, reading.details);
      reasons.push(`${label}“${showCell(cell)}”：${why}`);
    }
  }
  const textOf = (key: TrainingListKey) => {
    const value = values.get(key);
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    named: { id: textOf("id"), idNumber: textOf("idNumber"), name: textOf("name") },
    course: courseOf(values, defaults),
    reasons,
  };
}

function courseOf(
  values: ReadonlyMap<TrainingListKey, FieldValue>,
  { year, category, inSpecialty }: TrainingListDefaults,
): Partial<Course> {
  return Object.fromEntries(
    [
      ["year", values.get("year") ?? year],
      ["hours", values.get("hours")],
      ["category", values.get("category") ?? category],
      ["inSpecialty", values.get("inSpecialty") ?? inSpecialty],
      ["title", values.get("title")],
      ["organizer", values.get("organizer")],
    ].filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<Course>;
}

/** What a reason is about, in the words of the list. */
const LABELS: ReadonlyMap<string, string> = new Map(
  TRAINING_LIST_FIELDS.map(({ key, label }) => [key, label]),
);

/** Settles the rows one after the other: what an earlier one adds counts for the later ones. */
class RowSettler {
  readonly #index: MemberIndex;
  readonly #people = new Map<string, Person>();
  /** By person and course: the row that has it first. */
  readonly #first = new Map<string, number>();

  constructor(people: readonly Person[]) {
    this.#index = new MemberIndex(people);
  }

  settle(row: number, { named, course, reasons }: ReadRow): TrainingRow {
    const found = this.#index.find(named);
    const person = found.ok ? found.person : null;
    const why = [...reasons, ...(found.ok ? [] : [describeMemberFault(found.fault)])];
    const name = named.name ?? named.idNumber ?? named.id ?? "";
    const about = { row, personId: person?.id ?? null, name, course };
    const checked = checkCourse(course, reasons.length > 0);
    why.push(...checked.reasons);
    if (person === null || checked.course === null || why.length > 0) {
      return { ...about, outcome: "refused", reasons: why, isDoubled: false };
    }
    return { ...about, ...this.#place(row, person, checked.course) };
  }

  #place(
    row: number,
    person: Person,
    course: Course,
  ): Pick<TrainingRow, "outcome" | "reasons" | "isDoubled"> {
    const key = courseKey(course);
    if (person.training.some((entry) => courseKey(entry) === key)) {
      return { outcome: "onFile", reasons: [], isDoubled: false };
    }
    const refused = (reason: string) =>
      ({ outcome: "refused", reasons: [reason], isDoubled: false }) as const;
    const first = this.#first.get(`${person.id} ${key}`);
    if (first !== undefined) return refused(describeRowReason("row.repeated", { row: first }));
    const grown = addCourse(this.#people.get(person.id) ?? person, course);
    const total = hoursIn(grown, course.year);
    if (total > HOURS_IN_A_YEAR) {
      const details = { year: course.year, total, most: HOURS_IN_A_YEAR };
      return refused(describeRowReason("year.total", details));
    }
    this.#first.set(`${person.id} ${key}`, row);
    this.#people.set(person.id, grown);
    return { outcome: "added", reasons: [], isDoubled: yearSumOf(person, course) !== null };
  }
}

function hoursIn({ training }: Person, year: number): number {
  const thousandths = training
    .filter((entry) => entry.year === year)
    .reduce((sum, { hours }) => sum + Math.round(hours * 1_000), 0);
  return thousandths / 1_000;
}

/** The course as a record, or what is wrong with it; a cell that was refused is not said to be missing too. */
function checkCourse(
  course: Partial<Course>,
  hasRefusedCells: boolean,
): { readonly course: Course | null; readonly reasons: readonly string[] } {
  const raw = { id: "x1", ...course };
  const { success, data, error } = trainingSchema.safeParse(raw);
  if (success) {
    const { id: _id, ...checked } = data;
    return { course: checked, reasons: [] };
  }
  const issues: Issue[] = [];
  reportSchemaIssues(error.issues, raw, [], (issue) => issues.push(issue));
  const told = issues.filter(({ code }) => !(hasRefusedCells && code === "key.missing"));
  return {
    course: null,
    reasons: told.map(
      (issue) => `${LABELS.get(String(issue.path[0])) ?? ""}：${describeIssue(issue)}`,
    ),
  };
}

/** Which rows to take over, and what becomes of the sums of a roster that they would count twice with. */
export interface TakeOver {
  readonly isChosen: (row: TrainingRow) => boolean;
  /** Takes a roster's sum of a year and kind away where rows of the same year and kind come in. */
  readonly replacesSums: boolean;
}

/** The people as they are with the rows chosen taken over; those who stay as they are, are left out. */
export function takeOverRows(
  people: ReadonlyMap<string, Person>,
  rows: readonly TrainingRow[],
  { isChosen, replacesSums }: TakeOver,
): readonly Person[] {
  const grown = new Map<string, Person>();
  for (const row of rows) {
    if (row.outcome !== "added" || row.personId === null || !isChosen(row)) continue;
    const person = grown.get(row.personId) ?? people.get(row.personId);
    if (person === undefined) continue;
    const course = row.course as Course;
    const kept = replacesSums ? withoutYearSum(person, course) : person;
    grown.set(person.id, addCourse(kept, course));
  }
  return [...grown.values()];
}

function withoutYearSum(person: Person, course: Course): Person {
  const sum = yearSumOf(person, course);
  return sum === null
    ? person
    : { ...person, training: person.training.filter((entry) => entry !== sum) };
}
