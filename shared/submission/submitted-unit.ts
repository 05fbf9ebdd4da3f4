import { z } from "zod";
import { formatDay } from "../calendar/text.ts";
import type { Day } from "../calendar/day.ts";
import type { PostUses } from "../policy/unit-facts.ts";
import { type Checked, readDocument, writeDocument } from "../records/document.ts";
import { list, record, wholeNumber } from "../records/fields.ts";
import { personSchema } from "../records/person.ts";
import {
  checkUnitFile,
  MOST_PEOPLE,
  UNIT_FILE_FORMAT,
  type UnitFile,
} from "../records/unit-file.ts";
import { unitSchema } from "../records/unit.ts";
import { day } from "./fields.ts";

/**
 * `unit.json` of a package: the unit file with the recommended people alone (个人信息保护法 第六条), and
 * how the whole staff fills the posts, since the quota cannot be recomputed from a few people.
 */

export const SUBMITTED_UNIT_FORMAT = "jiceng.submittedUnit/1";

const count = wholeNumber(0, MOST_PEOPLE);
const postUse = record({ approved: count.nullable(), filled: count, special: count });

const submittedUnitSchema = record({
  format: z.literal(SUBMITTED_UNIT_FORMAT),
  unit: unitSchema,
  people: list(personSchema, MOST_PEOPLE),
  figures: record({
    /** The day on which the posts were counted. */
    on: day(),
    posts: record({
      junior: postUse,
      intermediate: postUse,
      associateSenior: postUse,
      senior: postUse,
    }),
  }),
});
export type SubmittedUnit = z.infer<typeof submittedUnitSchema>;

/** What of a unit travels: the people named, and the whole unit's use of posts on a day. */
export function submitUnit(
  { unit, people }: UnitFile,
  personIds: ReadonlySet<string>,
  posts: PostUses,
  on: Day,
): SubmittedUnit {
  return {
    format: SUBMITTED_UNIT_FORMAT,
    unit,
    people: people.filter(({ id }) => personIds.has(id)),
    figures: { on: formatDay(on), posts },
  };
}

/** Reads `unit.json`: its people and unit pass every check of a unit file. */
export function readSubmittedUnit(text: string): Checked<SubmittedUnit> {
  return readDocument(text, SUBMITTED_UNIT_FORMAT, submittedUnitSchema, (submitted, report) => {
    const checked = checkUnitFile(unitFileOf(submitted));
    if (!checked.ok) for (const issue of checked.issues) report(issue);
  });
}

/** The unit file of the people who travelled. */
export function unitFileOf({ unit, people }: SubmittedUnit): UnitFile {
  return { format: UNIT_FILE_FORMAT, unit, people };
}

/** Writes `unit.json`. */
export function writeSubmittedUnit(submitted: SubmittedUnit): string {
  return writeDocument(submitted);
}
