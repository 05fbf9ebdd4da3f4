import type { Day } from "../../../shared/calendar/day.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { POST_GROUPS, type Unit } from "../../../shared/records/unit.ts";
import { LINES, TITLE_LEVELS } from "../../../shared/records/title.ts";
import { SERIES } from "../../../shared/records/series.ts";
import {
  EDUCATION_CODE,
  INTERMEDIATE,
  LEVEL_CODE,
  LEVEL_COUNT,
  RESULT_CODE,
  SANCTION_CODE,
} from "./codes.ts";
import type { PreparedPerson } from "./prepare.ts";

export interface BaselineCycle {
  readonly year: number;
  readonly applyOn: Day;
  readonly cutOff: Day;
}

export interface BaselineRung {
  readonly education: number;
  /** -1 where professional work after graduation counts. */
  readonly from: number;
  readonly years: number;
}

/** A pack, a round and a unit as whole numbers. */
export interface BaselineRules extends BaselineCycle {
  /** By series × LEVEL_COUNT + level; null where the pack has none. */
  readonly rungs: readonly (readonly BaselineRung[] | null)[];
  readonly lowestLevel: readonly number[];
  readonly lineCount: readonly number[];
  readonly countsAppointments: readonly boolean[];
  readonly isExamBased: readonly boolean[];
  readonly townshipYears: readonly number[];
  readonly totalHours: number;
  readonly publicHours: number;
  readonly professionalHours: number;
  readonly firstYear: number;
  readonly windowYears: number;
  readonly lockoutYears: number;
  readonly isAccepted: readonly boolean[];
  readonly isRejected: readonly boolean[];
  readonly isRejectedInService: readonly boolean[];
  readonly barsEveryone: readonly boolean[];
  readonly barsManagers: readonly boolean[];
  readonly conversionYears: number;
  readonly directHireYears: number;
  readonly directHireEducation: number;
  readonly directHireTitle: number;
  readonly examMargin: number;
  readonly inCatalogue: boolean;
  /** Free posts by level; null where the approved number is not known. */
  readonly free: readonly (number | null)[];
}

const THOUSANDTHS = 1_000;
const TENTHS = 10;

function flags(codes: Readonly<Record<string, number>>, chosen: readonly string[]): boolean[] {
  return Object.keys(codes).map((word) => chosen.includes(word));
}

function rungsOf({ ladders }: Pack): (readonly BaselineRung[] | null)[] {
  return SERIES.flatMap((series) =>
    TITLE_LEVELS.map((level) => {
      const rungs = ladders[series]?.[level];
      if (rungs === undefined) return null;
      return rungs.map(({ education, from, years }) => ({
        education: EDUCATION_CODE[education],
        from: from === null ? -1 : LEVEL_CODE[from],
        years,
      }));
    }),
  );
}

function groupOf(level: number): number {
  return Math.max(0, level - INTERMEDIATE + 1);
}

/** People on regular posts of each group: a person counts once, with however many appointments. */
function countFilled(people: readonly PreparedPerson[], applyOn: Day): number[] {
  const filled = POST_GROUPS.map(() => 0);
  for (const { appointments, titles } of people) {
    let groups = 0;
    for (const { from, to, title, isRegular } of appointments) {
      const level = titles[title]?.level;
      if (level === undefined || !isRegular || from > applyOn || to <= applyOn) continue;
      groups |= 1 << groupOf(level);
    }
    for (const group of filled.keys())
      if ((groups & (1 << group)) !== 0) filled[group] = (filled[group] ?? 0) + 1;
  }
  return filled;
}

function freePosts({ posts }: Unit, filled: readonly number[]): (number | null)[] {
  return TITLE_LEVELS.map((_, level) => {
    const group = groupOf(level);
    const name = POST_GROUPS[group];
    const approved = posts === null || name === undefined ? null : posts[name];
    return approved === null ? null : approved - (filled[group] ?? 0);
  });
}

/** Reads pack, round and unit once, before anything is measured. */
export function openRules(
  pack: Pack,
  cycle: BaselineCycle,
  unit: Unit,
  people: readonly PreparedPerson[],
): BaselineRules {
  const { parameters } = pack;
  const rungs = rungsOf(pack);
  const townshipYears = parameters["township.years"].value;
  return {
    ...cycle,
    rungs,
    lowestLevel: SERIES.map((_, series) => {
      const lowest = TITLE_LEVELS.findIndex((__, level) => rungs[series * LEVEL_COUNT + level]);
      return lowest < 0 ? LEVEL_CODE.assistant : lowest;
    }),
    lineCount: SERIES.map((series) => (pack.grassrootsSeries.includes(series) ? LINES.length : 1)),
    countsAppointments: SERIES.map((series) => pack.tenureBasis[series] === "appointment"),
    isExamBased: SERIES.flatMap((series) =>
      TITLE_LEVELS.map((level) => pack.examBased[series]?.includes(level) ?? false),
    ),
    townshipYears: [
      0,
      0,
      townshipYears.intermediate,
      townshipYears.associateSenior,
      townshipYears.senior,
    ],
    totalHours: parameters["training.totalHours"].value * THOUSANDTHS,
    publicHours: parameters["training.publicHours"].value * THOUSANDTHS,
    professionalHours: parameters["training.professionalHours"].value * THOUSANDTHS,
    firstYear: parameters["training.firstYear"].value,
    windowYears: parameters["training.windowYears"].value,
    lockoutYears: parameters["line.lockoutYears"].value,
    isAccepted: flags(RESULT_CODE, parameters["appraisal.accepted"].value),
    isRejected: flags(RESULT_CODE, parameters["appraisal.rejected"].value),
    isRejectedInService: flags(RESULT_CODE, parameters["service.rejectedAppraisals"].value),
    barsEveryone: flags(SANCTION_CODE, parameters["sanction.barsEveryone"].value),
    barsManagers: flags(SANCTION_CODE, parameters["sanction.barsManagers"].value),
    conversionYears: parameters["conversion.years"].value,
    directHireYears: parameters["directHire.years"].value,
    directHireEducation: EDUCATION_CODE[parameters["directHire.education"].value],
    directHireTitle: LEVEL_CODE[parameters["directHire.title"].value],
    examMargin: parameters["exam.margin"].value * TENTHS,
    inCatalogue: unit.inCatalogue,
    free: freePosts(unit, countFilled(people, cycle.applyOn)),
  };
}
