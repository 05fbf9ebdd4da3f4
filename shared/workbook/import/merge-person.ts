import type { Path } from "../../records/issue.ts";
import type { Person } from "../../records/person.ts";
import { headingKey } from "../text.ts";
import type { ListId } from "../sheet-spec.ts";
import type { Fields, ListDraft, RecordDraft } from "./draft.ts";
import { type BlamedRow, type HeadingOf, rowIssue } from "./import-issue.ts";
import type { PersonGroup } from "./match-people.ts";
import { type MergedExam, mergeExams } from "./merge-exams.ts";
import {
  agreedFields,
  type MergedItem,
  mergeList,
  type MergeRules,
  type RawRecord,
  type RowOutcome,
} from "./merge-list.ts";
import type { Place } from "./row.ts";

/** One person as they would be after import, and which cell each part of them comes from. */
export interface MergedPerson {
  /** For the person's schema to check. */
  readonly raw: RawRecord;
  /** The cell behind a part of `raw`; null for what was on file already. */
  readonly locate: (path: Path) => Place | null;
  readonly outcomes: ReadonlyMap<number, RowOutcome>;
  readonly faults: readonly BlamedRow[];
  /** What could not be registered beside what is on file. */
  readonly gaps: readonly BlamedRow[];
}

export interface MergeContext {
  readonly headingOf: HeadingOf;
  readonly areMonthsEnough: boolean;
}

type PlainListId = Exclude<ListId, "exams" | "appointments">;

/** By what a changed record is recognised as the one on file. */
const IDENTITIES: Readonly<Record<PlainListId | "appointments", MergeRules["identityOf"]>> = {
  education: () => ["level", "graduatedOn"],
  postings: () => ["from"],
  titles: ({ id }) => (id === undefined ? ["series", "level", "line", "name"] : ["id"]),
  appointments: () => ["titleId", "from"],
  appraisals: () => ["year"],
  training: ({ id }) => (id === undefined ? ["year", "category", "title", "organizer"] : ["id"]),
  sanctions: () => ["kind", "from"],
  applications: () => ["year", "series", "level", "line"],
};

const ID_LETTERS: Readonly<Partial<Record<PlainListId, string>>> = { titles: "t", training: "x" };

const PLAIN_LISTS = Object.keys(IDENTITIES).filter(
  (list) => list !== "appointments",
) as readonly PlainListId[];

/** Merges what a workbook says of a person into what is on file. */
export function mergePerson(
  group: PersonGroup,
  isExcluded: (rowId: number) => boolean,
  context: MergeContext,
): MergedPerson {
  const open = group.records.filter(({ row }) => !isExcluded(row.id));
  const { drafts: kept, gaps } = withoutKnownTotals(open, group.existing, context.headingOf);
  const drafts = byList(kept);
  const lists = new Map<ListId, readonly MergedItem[]>();
  for (const list of PLAIN_LISTS)
    lists.set(list, mergePlainList(group, list, drafts[list], context));
  const titles = lists.get("titles") ?? [];
  const faults: BlamedRow[] = [];
  const appointments = drafts.appointments.flatMap((draft) => {
    const resolved = resolveTitle(draft, titles, context.headingOf);
    if (!("issue" in resolved)) return [resolved];
    faults.push(resolved);
    return [];
  });
  const rules = { ...context, identityOf: IDENTITIES.appointments };
  lists.set("appointments", mergeList(group.existing?.appointments ?? [], appointments, rules));
  const exams = mergeExams(group.existing?.exams ?? [], drafts.exams, context, context.headingOf);
  const fields = mergeFields(group, context);
  const raw: Record<string, unknown> = { ...fields.raw, exams: exams.exams.map(valueOf) };
  for (const [list, items] of lists) raw[list] = items.map(valueOf);
  return {
    raw,
    locate: (path) => locate(path, group.draft, lists, exams.exams),
    outcomes: gatherOutcomes(group, fields.outcome, lists, exams.exams),
    faults: [...faults, ...exams.faults],
    gaps,
  };
}

/**
 * A roster's hours of a year say what the courses of the year come to. Where courses are on file they
 * are not counted once more: either both agree, or the courses stand and the difference is told.
 */
function withoutKnownTotals(
  drafts: readonly ListDraft[],
  existing: Person | null,
  headingOf: HeadingOf,
): { readonly drafts: readonly ListDraft[]; readonly gaps: readonly BlamedRow[] } {
  if (existing === null) return { drafts, gaps: [] };
  const gaps: BlamedRow[] = [];
  const kept = drafts.filter(({ isYearTotal, known, row, columns }) => {
    if (isYearTotal !== true) return true;
    const courses = existing.training.filter(
      ({ id, year, category }) =>
        id !== known["id"] && year === known["year"] && category === known["category"],
    );
    if (courses.length === 0) return true;
    const onFile = sumHours(courses);
    if (onFile !== known["hours"]) {
      const at = { row, column: columns.get("hours") ?? null };
      const year = Number(known["year"]);
      gaps.push(rowIssue(at, headingOf, "gap.trainingDetail", { year, onFile }));
    }
    return false;
  });
  return { drafts: kept, gaps };
}

/** In thousandths, so that half hours add up exactly. */
function sumHours(entries: Person["training"]): number {
  return entries.reduce((sum, { hours }) => sum + Math.round(hours * 1_000), 0) / 1_000;
}

function valueOf({ value }: { readonly value: RawRecord }): RawRecord {
  return value;
}

function byList(drafts: readonly ListDraft[]): Readonly<Record<ListId, readonly ListDraft[]>> {
  const lists: Record<ListId, ListDraft[]> = {
    education: [],
    postings: [],
    titles: [],
    appointments: [],
    appraisals: [],
    training: [],
    sanctions: [],
    applications: [],
    exams: [],
  };
  for (const draft of drafts) lists[draft.list].push(draft);
  return lists;
}

function mergePlainList(
  { existing }: PersonGroup,
  list: PlainListId,
  own: readonly ListDraft[],
  context: MergeContext,
): readonly MergedItem[] {
  const onFile: readonly RawRecord[] = existing?.[list] ?? [];
  const letter = ID_LETTERS[list];
  const identityOf = IDENTITIES[list];
  if (letter === undefined) return mergeList(onFile, own, { ...context, identityOf });
  const makeId = idMaker(letter, () => [
    ...onFile.map(({ id }) => id),
    ...own.map(({ known }) => known["id"]),
  ]);
  return mergeList(onFile, own, { ...context, identityOf, makeId });
}

/** Makes t1, t2 … and leaves out those that are in use. */
function idMaker(letter: string, inUse: () => readonly unknown[]): () => string {
  let used: ReadonlySet<unknown> | undefined;
  let number = 0;
  return () => {
    used ??= new Set(inUse());
    do number += 1;
    while (used.has(`${letter}${number}`));
    return `${letter}${number}`;
  };
}

/** Finds the title that an appointment names, by number, by name, or in the same row of a roster. */
function resolveTitle(
  draft: ListDraft,
  titles: readonly MergedItem[],
  headingOf: HeadingOf,
): ListDraft | BlamedRow {
  const { "title.name": name, titleId, ...known } = draft.known;
  const at = (key: string) => ({ row: draft.row, column: draft.columns.get(key) ?? null });
  const resolved = (id: unknown): ListDraft => ({
    ...draft,
    known: { titleId: String(id), ...known },
  });
  if (draft.title !== undefined) {
    return resolved(titles.find((item) => item.draft === draft.title)?.value["id"]);
  }
  const isNamed = (item: MergedItem) =>
    headingKey(String(item.value["name"])) === headingKey(String(name));
  if (titleId !== undefined && titleId !== null) {
    const title = titles.find((item) => item.value["id"] === titleId);
    // That there is no such title is for the record's own check to say.
    if (title === undefined || name === undefined || isNamed(title)) return resolved(titleId);
    const details = { name: String(title.value["name"]) };
    return rowIssue(at("title.name"), headingOf, "row.titleMismatch", details);
  }
  if (name === undefined) return rowIssue(at("title.name"), headingOf, "row.titleMissing", {});
  const [first, second] = titles.filter(isNamed);
  if (first === undefined) return rowIssue(at("title.name"), headingOf, "row.titleUnknown", {});
  return second === undefined
    ? resolved(first.value["id"])
    : rowIssue(at("title.name"), headingOf, "row.titleAmbiguous", {});
}

/** The person's own fields. What follows from the ID number fills gaps and corrects nothing. */
function mergeFields(
  { id, draft, existing }: PersonGroup,
  context: MergeContext,
): { readonly raw: RawRecord; readonly outcome: RowOutcome } {
  const known = nest(draft?.known ?? {});
  if (existing === null) {
    return { raw: { ...nest(draft?.assumed ?? {}), ...known, id }, outcome: "added" };
  }
  const changes = agreedFields(flatStatements(existing), draft?.known ?? {}, context);
  const { statements, ...own } = nest(changes as Fields);
  const outcome = Object.keys(changes).length === 0 ? "unchanged" : "changed";
  const stated = { ...existing.statements, ...(statements as object | undefined) };
  return { raw: { ...existing, ...own, statements: stated, id }, outcome };
}

const STATEMENTS = "statements.";

function nest(fields: Fields): RawRecord {
  const own: Record<string, unknown> = {};
  const statements: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith(STATEMENTS)) statements[key.slice(STATEMENTS.length)] = value;
    else own[key] = value;
  }
  return Object.keys(statements).length === 0 ? own : { ...own, statements };
}

function flatStatements({ statements, ...own }: Person): RawRecord {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(statements);
  const flat: RawRecord = Object.fromEntries(
    entries.map(([key, value]) => [`${STATEMENTS}${key}`, value]),
  );
  return { ...own, ...flat };
}

function locate(
  path: Path,
  person: RecordDraft | null,
  lists: ReadonlyMap<ListId, readonly MergedItem[]>,
  exams: readonly MergedExam[],
): Place | null {
  const [field, index, key, part, inner] = path;
  if (typeof index !== "number") return placeOf(person, path.join("."));
  if (field !== "exams") {
    return placeOf(lists.get(field as ListId)?.[index]?.draft ?? null, String(key));
  }
  const exam = exams[index];
  const subject = typeof part === "number" ? exam?.subjects[part]?.draft : null;
  return subject === null || subject === undefined
    ? placeOf(exam?.draft ?? null, String(key))
    : placeOf(subject, String(inner));
}

function placeOf(draft: RecordDraft | null, key: string): Place | null {
  return draft === null ? null : { row: draft.row, column: draft.columns.get(key) ?? null };
}

/** What came of each row. A roster's row is new with its person, else changed with any of its records. */
function gatherOutcomes(
  { draft }: PersonGroup,
  personOutcome: RowOutcome,
  lists: ReadonlyMap<ListId, readonly MergedItem[]>,
  exams: readonly MergedExam[],
): ReadonlyMap<number, RowOutcome> {
  const outcomes = new Map<number, RowOutcome>();
  if (draft !== null) outcomes.set(draft.row.id, personOutcome);
  for (const items of lists.values()) noteOutcomes(outcomes, items);
  for (const { subjects } of exams) noteOutcomes(outcomes, subjects);
  for (const { draft: record, outcome } of exams) {
    if (record !== null && !outcomes.has(record.row.id)) outcomes.set(record.row.id, outcome);
  }
  return outcomes;
}

function noteOutcomes(outcomes: Map<number, RowOutcome>, items: readonly MergedItem[]): void {
  for (const { draft, outcome } of items) {
    if (draft === null || outcome === null) continue;
    const before = outcomes.get(draft.row.id);
    if (before === undefined) outcomes.set(draft.row.id, outcome);
    else if (before === "unchanged" && outcome !== "unchanged") {
      outcomes.set(draft.row.id, "changed");
    }
  }
}
