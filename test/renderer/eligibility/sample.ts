import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../shared/records/person.ts";
import { matrixRows, type MatrixRow } from "../../../renderer/eligibility/matrix.ts";
import type { RosterRow } from "../../../renderer/store/types.ts";

/** The invented unit, its answers for 2026, and people made to measure. */

export const PACK = SHANDONG_2020;
export const CYCLE = cycleOf(2026);
export const UNIT_FILE = inventUnit();
export const ANSWERS = evaluate(UNIT_FILE, CYCLE, PACK);
export const BY_PERSON = new Map(ANSWERS.map((one) => [one.personId, one]));

export function rosterRow(person: Person, index: number): RosterRow {
  return {
    id: person.id,
    name: person.name,
    initials: `x${index} y${index}`,
    nameRank: index,
    sex: person.sex,
    birthDate: person.birthDate,
    idTail: person.idNumber?.slice(-4) ?? null,
    titleName: person.titles.at(-1)?.name ?? null,
    titleLevel: person.titles.at(-1)?.level ?? null,
    series: "health",
    employer: null,
    isManaging: false,
  };
}

export const ROSTER = UNIT_FILE.people.map(rosterRow);

/** The matrix of the invented unit. */
export function sampleRows(): readonly MatrixRow[] {
  return matrixRows(ROSTER, BY_PERSON);
}

/** A nurse at the township from 2010 on with everything in order, 主管护师 appointed since 2018. */
export function nurse(changes: Partial<Person> = {}): Person {
  const years = Array.from({ length: 12 }, (_, index) => 2014 + index);
  return {
    id: "nurse",
    name: "王静",
    sex: "female",
    birthDate: "1986-03-01",
    idNumber: null,
    education: [
      {
        level: "bachelor",
        degree: "bachelor",
        major: "护理学",
        school: "虚构大学",
        graduatedOn: "2009-07",
      },
    ],
    postings: [
      {
        from: "2010-01",
        to: null,
        employer: "虚构镇卫生院",
        setting: "township",
        kind: "regular",
        professional: true,
        series: "health",
      },
    ],
    titles: [
      {
        id: "t1",
        series: "health",
        level: "intermediate",
        line: "provincial",
        name: "主管护师",
        obtainedOn: "2018-06-30",
      },
    ],
    appointments: [{ titleId: "t1", from: "2018-07", to: null, post: "regular" }],
    appraisals: years.map((year) => ({ year, result: "qualified" as const })),
    training: years.flatMap((year) => [
      { id: `p${year}`, year, hours: 30, category: "public" as const, inSpecialty: false },
      { id: `s${year}`, year, hours: 60, category: "professional" as const, inSpecialty: true },
    ]),
    sanctions: [],
    applications: [],
    exams: [],
    statements: {},
    ...changes,
  };
}

/** An answer with nothing in it but what a test is about. */
export function answer(changes: Partial<Assessment>): Assessment {
  return {
    pathway: "regular",
    line: "provincial",
    series: "health",
    level: "associateSenior",
    decision: "ineligible",
    quota: "counts",
    eligibleOn: null,
    requirements: [],
    ...changes,
  };
}
