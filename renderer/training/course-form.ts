import { describeIssue, type Issue } from "../../shared/records/issue.ts";
import { reportSchemaIssues } from "../../shared/records/schema-issues.ts";
import {
  type TrainingCategory,
  type TrainingEntry,
  trainingSchema,
} from "../../shared/records/training.ts";
import type { Course } from "../../shared/training-list/course.ts";
import { cleanText } from "../../shared/workbook/text.ts";

/** The form of a course: what is typed, and the record that it becomes. */

export interface CourseDraft {
  readonly year: number | null;
  readonly hours: number | null;
  readonly category: TrainingCategory | null;
  readonly inSpecialty: boolean;
  readonly title: string;
  readonly organizer: string;
}

export type CourseField = keyof CourseDraft;

export interface CheckedCourse {
  /** Null while something is wrong. */
  readonly course: Course | null;
  readonly errors: Readonly<Partial<Record<CourseField, string>>>;
}

/** An empty form for a year. */
export function emptyCourse(year: number): CourseDraft {
  return { year, hours: null, category: null, inSpecialty: false, title: "", organizer: "" };
}

/** The form filled from an entry on file. */
export function draftOf(entry: TrainingEntry): CourseDraft {
  const { year, hours, category, inSpecialty, title = "", organizer = "" } = entry;
  return { year, hours, category, inSpecialty, title, organizer };
}

/** Checks the form as the record's own schema does; each fault with its sentence. */
export function checkCourseDraft(draft: CourseDraft): CheckedCourse {
  const title = cleanText(draft.title);
  const organizer = cleanText(draft.organizer);
  const raw = {
    id: "x1",
    inSpecialty: draft.inSpecialty,
    ...(draft.year === null ? {} : { year: draft.year }),
    ...(draft.hours === null ? {} : { hours: draft.hours }),
    ...(draft.category === null ? {} : { category: draft.category }),
    ...(title === "" ? {} : { title }),
    ...(organizer === "" ? {} : { organizer }),
  };
  const { success, data, error } = trainingSchema.safeParse(raw);
  if (success) {
    const { id: _id, ...course } = data;
    return { course, errors: {} };
  }
  const issues: Issue[] = [];
  reportSchemaIssues(error.issues, raw, [], (issue) => issues.push(issue));
  const errors = Object.fromEntries(
    issues.toReversed().map((issue) => [String(issue.path[0]), describeIssue(issue)]),
  );
  return { course: null, errors };
}
