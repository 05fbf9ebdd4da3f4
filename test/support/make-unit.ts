import { checkUnitFile, UNIT_FILE_FORMAT, type UnitFile } from "../../shared/records/unit-file.ts";
import { formatIssue } from "../../shared/records/issue.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Unit } from "../../shared/records/unit.ts";

/** Somebody with nothing on file. */
const BLANK: Person = {
  id: "p-1",
  name: "张示例",
  sex: "female",
  birthDate: "1970-01-01",
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

const UNIT: Unit = {
  id: "u-1",
  name: "示例镇卫生院",
  creditCode: null,
  series: "health",
  inCatalogue: true,
  posts: { junior: 9, intermediate: 9, associateSenior: 9, senior: 9 },
};

/** A checked unit file of hand-made people: only what matters is given. */
export function unitOf(people: readonly Partial<Person>[], unit: Partial<Unit> = {}): UnitFile {
  const checked = checkUnitFile({
    format: UNIT_FILE_FORMAT,
    unit: { ...UNIT, ...unit },
    people: people.map((person, index) => ({ ...BLANK, id: `p-${index + 1}`, ...person })),
  });
  if (!checked.ok) throw new Error(checked.issues.map(formatIssue).join("\n"));
  return checked.value;
}
