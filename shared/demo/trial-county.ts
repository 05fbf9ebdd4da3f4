import type { Assessment } from "../policy/assessment.ts";
import { cycleOf } from "../policy/cycle.ts";
import { evaluate } from "../policy/evaluate.ts";
import { readPerson } from "../policy/facts.ts";
import type { Decision } from "../policy/outcome.ts";
import { SHANDONG_2020 } from "../policy/packs/shandong-2020.ts";
import { countPosts } from "../policy/unit-facts.ts";
import type { Person } from "../records/person.ts";
import { creditCodeCheckDigit } from "../records/credit-code.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../records/unit-file.ts";
import { openChance } from "./chance.ts";
import { inventPerson } from "./fictitious-person.ts";

/** 虚构县: three invented health centres for a bureau to try its desk with, each marked as such in its name. */

/** The last year with full records; the round of the year after it is tried. */
const LAST_YEAR = 2025;
export const TRIAL_YEAR = 2026;
const PEOPLE = 40;
const ELIGIBLE = 6;

/** Somebody put forward, with the answer of the rules. */
export interface TrialChoice extends Assessment {
  readonly personId: string;
}

/** A fictitious unit's round. */
export interface TrialRound {
  readonly unitFile: UnitFile;
  readonly choices: readonly TrialChoice[];
}

interface TrialUnit {
  readonly id: string;
  readonly name: string;
  readonly township: string;
  readonly seed: number;
  /** 17 characters of a credit code that belongs to nobody. */
  readonly code: string;
  /** One free post in each group, for which several are put forward. */
  readonly isShort: boolean;
}

const ENOUGH = { junior: 20, intermediate: 22, associateSenior: 12, senior: 4 };
const UNITS: readonly TrialUnit[] = [
  {
    id: "jiceng-trial-1",
    name: "青石镇中心卫生院（虚构）",
    township: "青石镇",
    seed: 7,
    code: "12990000MB0000101",
    isShort: false,
  },
  {
    id: "jiceng-trial-2",
    name: "柳河镇卫生院（虚构）",
    township: "柳河镇",
    seed: 23,
    code: "12990000MB0000102",
    isShort: true,
  },
  {
    id: "jiceng-trial-3",
    name: "白杨乡卫生院（虚构）",
    township: "白杨乡",
    seed: 91,
    code: "12990000MB0000103",
    isShort: false,
  },
];

const IDS: ReadonlySet<string> = new Set(UNITS.map(({ id }) => id));

/** True for the id of a fictitious unit, whose packages and keys go when the trial ends. */
export function isTrialUnit(unitId: string): boolean {
  return IDS.has(unitId);
}

/**
 * The same three units every time, with whom each puts forward. The first of the first unit is put forward
 * by the third too: the desk is to find it.
 */
export function inventCounty(): readonly TrialRound[] {
  const [first, second, third] = UNITS.map(inventStaff);
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error("a county of three units");
  }
  const shared = first.people.find(({ id }) => id === putForward(first)[0]?.personId);
  if (shared === undefined) throw new Error("a unit that puts nobody forward");
  const people = [moveTo(shared, third.unit.name), ...third.people];
  return [first, second, { ...third, people }].map((unitFile) => ({
    unitFile,
    choices: putForward(unitFile),
  }));
}

function moveTo(person: Person, employer: string): Person {
  return { ...person, postings: person.postings.map((posting) => ({ ...posting, employer })) };
}

/** The first few who may apply, and one who may not yet: bureaus see such packages too. */
function putForward(unitFile: UnitFile): readonly TrialChoice[] {
  const answers = evaluate(unitFile, cycleOf(TRIAL_YEAR), SHANDONG_2020);
  const firstOf = (decision: Decision) =>
    answers.flatMap(({ personId, assessments }) => {
      const found = assessments.find((one) => one.decision === decision);
      return found === undefined ? [] : [{ ...found, personId }];
    });
  const eligible = firstOf("eligible").slice(0, ELIGIBLE);
  const chosen = new Set(eligible.map(({ personId }) => personId));
  const doubtful = firstOf("undetermined").filter(({ personId }) => !chosen.has(personId));
  return [...eligible, ...doubtful.slice(0, 1)];
}

/** Numbers are unique in the county, so that no two invented people share an ID number. */
const NUMBERS_APART = 200;

function inventStaff(trial: TrialUnit, at: number): UnitFile {
  const { id, name, township, seed, code } = trial;
  const chance = openChance(seed);
  const unitFile: UnitFile = {
    format: UNIT_FILE_FORMAT,
    unit: {
      id,
      name,
      creditCode: code + creditCodeCheckDigit(code),
      series: "health",
      county: "虚构县",
      township,
      address: `虚构县${township}中心街1号`,
      townshipAllowance: true,
      inCatalogue: true,
      posts: ENOUGH,
    },
    people: Array.from({ length: PEOPLE }, (_, index) =>
      inventPerson(chance, at * NUMBERS_APART + index + 1, name, LAST_YEAR),
    ),
  };
  return trial.isShort
    ? { ...unitFile, unit: { ...unitFile.unit, posts: oneFree(unitFile) } }
    : unitFile;
}

/** As many posts as are filled and one more. */
function oneFree({ unit, people }: UnitFile): NonNullable<UnitFile["unit"]["posts"]> {
  const uses = countPosts(unit, people.map(readPerson), cycleOf(TRIAL_YEAR).applyOn);
  return {
    junior: uses.junior.filled + 1,
    intermediate: uses.intermediate.filled + 1,
    associateSenior: uses.associateSenior.filled + 1,
    senior: uses.senior.filled + 1,
  };
}
