import { parseStart } from "../../../shared/calendar/text.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate, openUnit } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { RoundContext } from "../../../shared/recommendation/context.ts";
import type { Matter } from "../../../shared/recommendation/matter.ts";
import {
  type Ballot,
  newRound,
  type Publicity,
  type Reviewer,
  type Round,
  type RoundOpening,
  type RoundSubmission,
} from "../../../shared/recommendation/round.ts";
import type { Criterion } from "../../../shared/policy/criterion.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";

/** Rounds and candidacies for tests to spoil. */

export const AT = "2026-09-02T01:15:30Z";
export const SIGNED = { by: "王审核", at: AT };
export const NOTE = { ...SIGNED, note: "原因" };

export const CRITERIA: readonly Criterion[] = [
  { id: "virtue", name: "德", most: 100, weight: 30, basis: "judgement" },
  { id: "work", name: "绩", most: 100, weight: 50, basis: "judgement" },
  { id: "years", name: "基层工作年限", most: 25, weight: 20, basis: "townshipYears" },
];

export const OPENING: RoundOpening = {
  year: 2026,
  applyOn: "2026-09-01",
  cutOff: "2026-12-31",
  packId: "shandong-2020",
  criteria: CRITERIA,
  by: "王审核",
  at: "2026-03-02T01:15:30Z",
};

/** From Monday 7 September, which is not counted, for five working days. */
export const NOTICE: Publicity = {
  from: "2026-09-07",
  to: "2026-09-14",
  places: ["门诊楼公示栏"],
  contact: "院办公室",
  corrections: [],
  objections: [],
  certifiedBy: null,
  certifiedAt: null,
  candidacyIds: [],
};

export function roundWith(given: Partial<Round> = {}): Round {
  return { ...newRound(OPENING), ...given };
}

export function candidacyWith(given: Partial<Candidacy> = {}): Candidacy {
  return {
    id: "c-001",
    roundId: "2026",
    personId: "p-001",
    pathway: "regular",
    line: "provincial",
    series: "health",
    level: "associateSenior",
    chosenOn: "2026-09-01",
    decision: "eligible",
    confirmation: null,
    settlements: [],
    check: null,
    outcome: null,
    withdrawal: null,
    waivers: [],
    result: null,
    ...given,
  };
}

/** Confirmed by the person, passed by the unit and recommended. */
export function recommendedWith(given: Partial<Candidacy> = {}): Candidacy {
  return candidacyWith({
    confirmation: { on: "2026-09-01", attachmentId: null, ...SIGNED },
    check: { isPassed: true, note: null, ...SIGNED },
    outcome: { decision: "recommended", reason: null, ...SIGNED },
    ...given,
  });
}

const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;

/** A doctor who may apply for 副高级 on every line, with everything on file. */
export function doctorWith(given: Partial<Person> = {}): Person {
  return personWith({
    education: [{ level: "bachelor", degree: "bachelor", graduatedOn: "2004-07" }],
    postings: [postingWith()],
    titles: [titleWith()],
    appointments: [{ titleId: "t1", from: "2013-01", to: null, post: "regular" }],
    appraisals: YEARS.map((year) => ({ year, result: "qualified" })),
    training: YEARS.flatMap((year) => [
      { id: `a${year}`, year, hours: 30, category: "public", inSpecialty: false },
      { id: `b${year}`, year, hours: 60, category: "professional", inSpecialty: true },
    ]),
    ...given,
  });
}

/** Everything on paper of the doctor above. */
export const PAPERS = [
  "identity",
  "education",
  "title",
  "appointment",
  "appraisal",
  "training",
  "posting",
  "achievement",
  "integrity",
] as const;

export interface ContextGiven {
  readonly round?: Round;
  readonly candidacies?: readonly Candidacy[];
  readonly people?: readonly Person[];
  readonly unit?: Partial<Unit>;
  readonly today?: string;
  readonly attachments?: RoundContext["attachments"];
  readonly pack?: RoundContext["pack"];
}

/** A round among real records and the rules' real answers. */
export function contextWith({
  round = roundWith(),
  candidacies = [],
  people = [doctorWith()],
  unit = {},
  today = "2026-09-02",
  attachments,
  pack = SHANDONG_2020,
}: ContextGiven = {}): RoundContext {
  const unitFile = unitFileWith(people, unit);
  const cycle = cycleOf(2026);
  const answers = evaluate(unitFile, cycle, SHANDONG_2020);
  return {
    round,
    candidacies,
    people: new Map(people.map((one) => [one.id, one])),
    answers: new Map(answers.map((one) => [one.personId, one])),
    pack,
    posts: openUnit(unitFile, cycle, SHANDONG_2020).unit.posts,
    attachments:
      attachments ?? people.flatMap(({ id }) => PAPERS.map((kind) => ({ personId: id, kind }))),
    today: parseStart(today) ?? Number.NaN,
  };
}

export function codesOf(matters: readonly Matter[]): readonly string[] {
  return matters.map(({ code }) => code);
}

export const REVIEWERS: readonly Reviewer[] = ["r-1", "r-2", "r-3"].map((id) => ({
  id,
  name: `评议人${id}`,
  post: null,
  isAbsent: false,
}));

/** A ballot with the same points on every criterion of the candidacies named, capped at each one's most. */
export function ballotWith(
  id: string,
  points: Readonly<Record<string, number>>,
  given: Partial<Ballot> = {},
): Ballot {
  const marks = Object.entries(points).flatMap(([candidacyId, each]) =>
    CRITERIA.map(({ id: criterionId, most }) => ({
      candidacyId,
      criterionId,
      points: Math.min(each, most),
    })),
  );
  return { id, reviewerId: null, marks, recusals: [], ...given };
}

export function submissionWith(given: Partial<RoundSubmission> = {}): RoundSubmission {
  return {
    packageId: "019abcde-0000-7000-8000-000000000001",
    revision: 1,
    tagmanifest: "0a".repeat(32),
    builtAt: "2026-09-16T02:00:00Z",
    status: null,
    serial: null,
    remarks: [],
    ...given,
  };
}
