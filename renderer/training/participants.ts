import type { Person } from "../../shared/records/person.ts";
import { nameKey } from "../../shared/workbook/text.ts";
import { addCourse, type Course, courseKey, yearSumOf } from "../../shared/training-list/course.ts";
import { groupByName } from "../../shared/training-list/member-index.ts";

/** Who took part in a course: names as they are pasted, and what entering it for many comes to. */

/** One name of a pasted list, and whom it means. */
export interface PastedName {
  readonly written: string;
  readonly found: readonly Person[];
}

export interface PastedNames {
  /** Those of whom there is exactly one. */
  readonly matched: readonly PastedName[];
  /** Those that several bear. */
  readonly ambiguous: readonly PastedName[];
  readonly unknown: readonly PastedName[];
  /** Names that stand in the list more than once. */
  readonly repeated: readonly string[];
}

/** A line of a sign-in sheet: names with their numbers, parted by whatever is at hand. */
const PARTS = /[\s,，、;；|/]+/;
const NUMBERING = /^[(（]?\d{1,4}[)）.．]?$/;

/**
 * Reads names out of pasted text. A blank may stand inside a name (张 三): where the line as a whole is
 * somebody, it is taken as a whole.
 */
export function matchNames(text: string, people: readonly Person[]): PastedNames {
  const byName = groupByName(people);
  const counts = new Map<string, { readonly written: string; times: number }>();
  for (const written of splitNames(text, byName)) {
    const key = nameKey(written);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { written, times: 1 });
    else known.times += 1;
  }
  const names = [...counts].map(([key, { written }]): PastedName => ({
    written,
    found: byName.get(key) ?? [],
  }));
  return {
    matched: names.filter(({ found }) => found.length === 1),
    ambiguous: names.filter(({ found }) => found.length > 1),
    unknown: names.filter(({ found }) => found.length === 0),
    repeated: [...counts.values()].flatMap(({ written, times }) => (times > 1 ? [written] : [])),
  };
}

function splitNames(
  text: string,
  byName: ReadonlyMap<string, readonly Person[]>,
): readonly string[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const whole = line.trim().replace(/^[(（]?\d{1,4}[)）.．、\s]+/, "");
    if (byName.has(nameKey(whole))) return [whole];
    return whole.split(PARTS).filter((part) => part !== "" && !NUMBERING.test(part));
  });
}

/** What entering a course for some people comes to. */
export interface CoursePlan {
  /** Who gets the course, with it on their record. */
  readonly changed: readonly Person[];
  /** Who has the same course on file already: left as they are. */
  readonly onFile: readonly Person[];
  /** Who has a year's sum of a roster on file, beside which the course counts twice. */
  readonly doubled: readonly Person[];
}

/** Enters a course for everybody chosen who does not have it yet. */
export function planCourse(course: Course, participants: readonly Person[]): CoursePlan {
  const changed: Person[] = [];
  const onFile: Person[] = [];
  const doubled: Person[] = [];
  const key = courseKey(course);
  for (const person of participants) {
    if (person.training.some((entry) => courseKey(entry) === key)) {
      onFile.push(person);
      continue;
    }
    if (yearSumOf(person, course) !== null) doubled.push(person);
    changed.push(addCourse(person, course));
  }
  return { changed, onFile, doubled };
}
