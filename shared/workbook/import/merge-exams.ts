import type { Exam } from "../../records/exam.ts";
import type { FieldValue } from "../read-cell.ts";
import type { ListDraft } from "./draft.ts";
import { type BlamedRow, type HeadingOf, rowIssue } from "./import-issue.ts";
import {
  type MergedItem,
  mergeList,
  type MergeRules,
  type RawRecord,
  type RowOutcome,
} from "./merge-list.ts";

/** 考试成绩: the one record with parts. A row is a subject, the rows of one session are one exam. */

export interface MergedExam {
  readonly value: RawRecord;
  /** A row of the exam, for blaming what concerns it as a whole; null where the file says nothing of it. */
  readonly draft: ListDraft | null;
  readonly outcome: RowOutcome;
  readonly subjects: readonly MergedItem[];
}

interface Session {
  readonly first: ListDraft;
  readonly subjects: ListDraft[];
}

const EXAM_FIELDS = ["series", "level", "year"] as const;
const SUBJECT_FIELDS = ["name", "score", "nationalLine"] as const;

/** Puts exams that were read beside those on file. */
export function mergeExams(
  existing: readonly Exam[],
  drafts: readonly ListDraft[],
  rules: Pick<MergeRules, "areMonthsEnough">,
  headingOf: HeadingOf,
): { readonly exams: readonly MergedExam[]; readonly faults: readonly BlamedRow[] } {
  const faults: BlamedRow[] = [];
  const sessions = gatherSessions(drafts, faults, headingOf);
  const left = [...existing];
  const bySession = new Map<Session, Exam>();
  for (const session of sessions) {
    const found = bestExam(left, session);
    if (found === undefined) continue;
    bySession.set(session, found);
    left.splice(left.indexOf(found), 1);
  }
  const sessionOf = new Map([...bySession].map(([session, exam]) => [exam, session]));
  const subjectRules = { ...rules, identityOf: () => ["name"] };
  const merge = (exam: Exam | null, session: Session | undefined): MergedExam => {
    const head = exam ?? fieldsOf(session?.first);
    const subjects = mergeList(exam?.subjects ?? [], session?.subjects ?? [], subjectRules);
    const value = { ...head, subjects: subjects.map((item) => item.value) };
    const outcome = exam === null ? "added" : "unchanged";
    return { value, draft: session?.first ?? null, outcome, subjects };
  };
  const kept = existing.map((exam) => merge(exam, sessionOf.get(exam)));
  const added = sessions.filter((one) => !bySession.has(one)).map((one) => merge(null, one));
  return { exams: [...kept, ...added], faults };
}

function gatherSessions(
  drafts: readonly ListDraft[],
  faults: BlamedRow[],
  headingOf: HeadingOf,
): readonly Session[] {
  const sessions = new Map<string, Session>();
  for (const draft of drafts) {
    const { known, row } = draft;
    const fields = EXAM_FIELDS.map((key) => known[key]).join(" ");
    const key = known["session"] === undefined ? fields : `session ${known["session"]}`;
    const session = sessions.get(key) ?? { first: draft, subjects: [] };
    sessions.set(key, session);
    const subject = subjectOf(draft);
    const at = { row, column: draft.columns.get("session") ?? null };
    if (EXAM_FIELDS.some((field) => known[field] !== session.first.known[field])) {
      faults.push(rowIssue(at, headingOf, "row.examSession", {}));
    } else if (subject === "partly") {
      faults.push(rowIssue({ row, column: null }, headingOf, "row.examSubject", {}));
    } else if (subject !== null) {
      session.subjects.push(subject);
    }
  }
  return [...sessions.values()];
}

/** The subject of a row; null for an exam without results yet, `partly` where a part is missing. */
function subjectOf(draft: ListDraft): ListDraft | "partly" | null {
  const known: Record<string, FieldValue> = {};
  const columns = new Map<string, number>();
  for (const field of SUBJECT_FIELDS) {
    const value = draft.known[`subject.${field}`];
    const column = draft.columns.get(`subject.${field}`);
    if (value !== undefined) known[field] = value;
    if (column !== undefined) columns.set(field, column);
  }
  const filled = Object.keys(known).length;
  if (filled === 0) return null;
  return filled === SUBJECT_FIELDS.length ? { ...draft, known, columns } : "partly";
}

function fieldsOf(draft: ListDraft | undefined): RawRecord {
  return Object.fromEntries(EXAM_FIELDS.map((key) => [key, draft?.known[key]]));
}

/** The exam on file of the same series, level and year that shares most results with the session. */
function bestExam(exams: readonly Exam[], { first, subjects }: Session): Exam | undefined {
  const shared = (exam: Exam) =>
    subjects.filter(({ known }) =>
      exam.subjects.some(({ name, score }) => name === known["name"] && score === known["score"]),
    ).length;
  return exams
    .filter((exam) => EXAM_FIELDS.every((key) => exam[key] === first.known[key]))
    .toSorted((a, b) => shared(b) - shared(a))[0];
}
