import type { Person } from "../../shared/records/person.ts";
import { checkUnitFile, type UnitFile } from "../../shared/records/unit-file.ts";
import type { Unit } from "../../shared/records/unit.ts";

/** Small unit files for tests: only what a test is about has to be written down. */

export const UNIT: Unit = {
  id: "u-001",
  name: "示例镇卫生院",
  creditCode: null,
  series: "health",
  inCatalogue: true,
  posts: { junior: 10, intermediate: 4, associateSenior: 2, senior: 1 },
};

const PERSON: Person = {
  id: "p-001",
  name: "张示例",
  sex: "female",
  birthDate: "1980-01-01",
  idNumber: null,
  education: [],
  postings: [],
  titles: [],
  appointments: [],
  appraisals: [],
  training: [],
  sanctions: [],
  applications: [],
  exams: [],
  statements: {},
};

/** A person with nothing on file but what is given. */
export function personWith(given: Partial<Person> = {}): Person {
  return { ...PERSON, ...given };
}

/** A township posting in a health centre, running since long ago unless said otherwise. */
export function postingWith(
  given: Partial<Person["postings"][number]> = {},
): Person["postings"][number] {
  return {
    from: "2004-08",
    to: null,
    employer: "示例镇卫生院",
    setting: "township",
    kind: "regular",
    professional: true,
    series: "health",
    ...given,
  };
}

/** A provincial intermediate title of health unless said otherwise. */
export function titleWith(given: Partial<Person["titles"][number]> = {}): Person["titles"][number] {
  return {
    id: "t1",
    series: "health",
    level: "intermediate",
    line: "provincial",
    name: "主治医师",
    obtainedOn: "2012-11-20",
    ...given,
  };
}

/** A checked unit file; one that the checks refuse is a fault of the test and throws. */
export function unitFileWith(people: readonly Person[], unit: Partial<Unit> = {}): UnitFile {
  const checked = checkUnitFile({ format: "jiceng.unit/1", unit: { ...UNIT, ...unit }, people });
  if (!checked.ok) throw new Error(`refused: ${JSON.stringify(checked.issues)}`);
  return checked.value;
}
