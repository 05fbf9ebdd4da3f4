import type { Person } from "../records/person.ts";
import type { TrainingEntry } from "../records/training.ts";
import { closeText } from "../workbook/text.ts";

/** Courses on a person's record: which say the same, and what number a new one gets. */

/** An entry before it has a number of its own. */
export type Course = Omit<TrainingEntry, "id">;

const MADE_ID = /^x(\d{1,9})$/;

/** The next free number of an entry of a person: x1, x2 … as the import numbers them. */
export function nextEntryId(training: readonly TrainingEntry[]): string {
  const highest = training.reduce(
    (most, { id }) => Math.max(most, Number(MADE_ID.exec(id)?.[1] ?? 0)),
    0,
  );
  return `x${highest + 1}`;
}

/** The person with one more course. */
export function addCourse(person: Person, course: Course): Person {
  const entry = { id: nextEntryId(person.training), ...course };
  return { ...person, training: [...person.training, entry] };
}

/** What two entries that say the same have in common: year, hours, kind and course. */
export function courseKey({ year, hours, category, title }: Course): string {
  return `${year} ${hours} ${category} ${closeText(title ?? "")}`;
}

/** A roster gives a year's hours as one sum; courses entered beside it would count twice. */
export function yearSumOf(
  { training }: Person,
  { year, category }: Pick<Course, "year" | "category">,
): TrainingEntry | null {
  return training.find(({ id }) => id === `roster-${year}-${category}`) ?? null;
}
