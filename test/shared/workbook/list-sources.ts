import type { Person } from "../../../shared/records/person.ts";
import type { ListCell, OfficialList } from "../../../shared/workbook/lists/list.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import {
  type CandidateChoice,
  type ListSource,
  resolveCandidates,
} from "../../../shared/workbook/lists/candidates.ts";
import { idNumberOf } from "../../support/id-number.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";

/** What the tests of lists are drawn up from. */

export const ID_NUMBER = idNumberOf("1980-01-01", 2);

export const DOCTOR: Partial<Person> = {
  id: "p-001",
  idNumber: ID_NUMBER,
  education: [
    { level: "college", degree: null, school: "示例医专", graduatedOn: "2001-07" },
    {
      level: "bachelor",
      degree: "bachelor",
      major: "临床医学",
      school: "示例大学",
      graduatedOn: "2004-07",
    },
  ],
  postings: [postingWith({ from: "2004-08" })],
  titles: [titleWith({ obtainedOn: "2012-11-20" })],
  appointments: [{ titleId: "t1", from: "2013-01", to: null, post: "regular" }],
};

export function sourceOf(...people: readonly Partial<Person>[]): ListSource {
  return {
    unitFile: unitFileWith(people.map(personWith)),
    cycle: cycleOf(2026),
    pack: SHANDONG_2020,
  };
}

export const REGULAR: CandidateChoice = {
  personId: "p-001",
  pathway: "regular",
  line: "provincial",
};

export function resolve(source: ListSource, ...choices: readonly CandidateChoice[]) {
  const answers = evaluate(source.unitFile, source.cycle, source.pack);
  return resolveCandidates(source, answers, choices);
}

export function candidatesOf(source: ListSource, ...choices: readonly CandidateChoice[]) {
  const resolved = resolve(source, ...choices);
  if (!resolved.ok) throw new Error(resolved.unknown[0]?.code);
  return resolved.candidates;
}

/** A row's cells by their headings, groups included. */
export function byHeading(list: OfficialList, index: number): Readonly<Record<string, ListCell>> {
  const row = list.rows[index] ?? [];
  return Object.fromEntries(
    list.columns.map(({ group = "", heading }, column) => [
      `${group}${heading}`.replaceAll("\n", ""),
      row[column] ?? null,
    ]),
  );
}
