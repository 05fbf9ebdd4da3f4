import type { AppraisalResult } from "../../shared/records/appraisal.ts";
import type { Person } from "../../shared/records/person.ts";

/** One year's appraisal entered for many at once. */
export interface BulkAppraisal {
  readonly year: number;
  readonly result: AppraisalResult;
  /** Whether results already on file for the year give way. */
  readonly replaces: boolean;
}

export interface BulkAppraisalPlan {
  /** The people as they would be; those who stay as they are do not stand here. */
  readonly changed: readonly Person[];
  readonly added: readonly Person[];
  readonly replaced: readonly Person[];
  /** Another result is on file and is kept. */
  readonly kept: readonly Person[];
  /** The same result is on file already. */
  readonly same: readonly Person[];
}

/** What entering it would do to each of the people; nothing on file changes unless it is asked for. */
export function planBulkAppraisal(
  people: readonly Person[],
  { year, result, replaces }: BulkAppraisal,
): BulkAppraisalPlan {
  const changed: Person[] = [];
  const groups = {
    added: [] as Person[],
    replaced: [] as Person[],
    kept: [] as Person[],
    same: [] as Person[],
  };
  for (const person of people) {
    const at = person.appraisals.findIndex((one) => one.year === year);
    const onFile = person.appraisals[at]?.result;
    if (onFile === undefined) {
      groups.added.push(person);
      changed.push({ ...person, appraisals: [...person.appraisals, { year, result }] });
    } else if (onFile === result) {
      groups.same.push(person);
    } else if (replaces) {
      groups.replaced.push(person);
      changed.push({ ...person, appraisals: person.appraisals.with(at, { year, result }) });
    } else {
      groups.kept.push(person);
    }
  }
  return { changed, ...groups };
}
