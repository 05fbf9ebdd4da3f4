import type { Person } from "../../shared/records/person.ts";
import type { TrainingEntry } from "../../shared/records/training.ts";
import type { Course } from "../../shared/training-list/course.ts";

/** Entries of hours on a person's record. Whole people come out, as the store takes them. */

/** The person with an entry changed. */
export function changeEntry(person: Person, id: string, course: Course): Person {
  const training = person.training.map((entry) => (entry.id === id ? { id, ...course } : entry));
  return { ...person, training };
}

/** The person without an entry. */
export function removeEntry(person: Person, id: string): Person {
  return { ...person, training: person.training.filter((entry) => entry.id !== id) };
}

/** The entries of a year, as they were entered. */
export function entriesOf(person: Person, year: number): readonly TrainingEntry[] {
  return person.training.filter((entry) => entry.year === year);
}
