import { creditCodeCheckDigit } from "../records/credit-code.ts";
import type { Person } from "../records/person.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../records/unit-file.ts";
import { openChance } from "./chance.ts";
import { inventPerson } from "./fictitious-person.ts";

/** 虚构单位: an invented health centre to try the program with. It is marked as such wherever it is named. */

const UNIT_NAME = "演示镇中心卫生院（虚构）";
const CREDIT_CODE = "12990000MB0000001";

/** The last year with full records; the year after it is running. */
const LAST_YEAR = 2025;
const SEED = 42;

/** The same invented unit every time: its numbers have valid check digits and belong to nobody. */
export function inventUnit(people = 120): UnitFile {
  const chance = openChance(SEED);
  const invented = Array.from({ length: people }, (_, index) =>
    inventPerson(chance, index + 1, UNIT_NAME, LAST_YEAR),
  );
  return {
    format: UNIT_FILE_FORMAT,
    unit: {
      id: "demo-unit",
      name: UNIT_NAME,
      creditCode: CREDIT_CODE + creditCodeCheckDigit(CREDIT_CODE),
      series: "health",
      county: "虚构县",
      township: "演示镇",
      address: "虚构县演示镇中心街1号",
      townshipAllowance: true,
      inCatalogue: true,
      posts: { junior: 45, intermediate: 58, associateSenior: 22, senior: 4 },
    },
    people: invented.map(withSpecialCase),
  };
}

/** What chance would leave out: one person for each rarer pathway, duty and obstacle. */
const SPECIAL_CASES: Readonly<Record<number, (person: Person) => Person>> = {
  2: (person) => ({
    ...person,
    sanctions: [{ kind: "demerit", from: "2026-03-01", to: "2027-02-28" }],
  }),
  5: (person) => ({
    ...person,
    postings: person.postings.map((posting) => ({ ...posting, management: true })),
    sanctions: [{ kind: "warning", from: "2026-06-01", to: "2026-11-30" }],
  }),
  9: (person) => ({
    ...person,
    applications: [
      {
        year: 2026,
        series: "health",
        level: "intermediate",
        line: "provincial",
        outcome: "pending",
      },
    ],
    exams: [
      {
        series: "health",
        level: "intermediate",
        year: 2026,
        subjects: [
          { name: "基础知识", score: 62, nationalLine: 60 },
          { name: "专业知识", score: 57, nationalLine: 60 },
        ],
      },
    ],
  }),
  14: (person) => ({
    ...person,
    statements: { outstandingTownshipWork: true },
    education: person.education.map((education) => ({
      ...education,
      level: "doctor",
      degree: "doctor",
    })),
  }),
  21: fromTheCounty,
};

/** Exchanged from the county hospital in 2025. */
function fromTheCounty(person: Person): Person {
  const [first] = person.postings;
  if (first === undefined) return person;
  return {
    ...person,
    postings: [
      { ...first, to: "2025-02", employer: "虚构县人民医院", setting: "county" },
      {
        ...first,
        from: "2025-03",
        to: null,
        employer: UNIT_NAME,
        setting: "township",
        kind: "exchange",
      },
    ],
  };
}

function withSpecialCase(person: Person, index: number): Person {
  return SPECIAL_CASES[index]?.(person) ?? person;
}
