import { formatDay } from "../calendar/text.ts";
import { APPRAISAL_RESULTS, type AppraisalResult } from "../records/appraisal.ts";
import type { Series } from "../records/series.ts";
import { TITLE_LEVELS } from "../records/title.ts";
import type { Cycle } from "./cycle.ts";
import { HOUR, type YearOfTraining } from "./facts.ts";
import { citeBasis, type Pack, type ParameterId, type Parameters, type Rung } from "./pack.ts";
import { EDUCATION_RANKS, NONE, type Rank, TITLE_RANKS } from "./ranks.ts";

/** A rung of the ladder with its levels as ranks. */
export interface RungFacts {
  readonly rung: Rung;
  /** The clause behind it, as it is quoted. */
  readonly clause: string;
  readonly education: Rank;
  /** The title level on which the years are served; null counts work after graduation. */
  readonly from: Rank | null;
  readonly years: number;
}

/** What an appraisal result is worth in some respect. */
export type ResultTable = Readonly<Record<AppraisalResult, boolean>>;

/** A pack made ready to decide one cycle by. */
export interface RuleBook {
  readonly pack: Pack;
  readonly parameters: Parameters;
  readonly cycle: Cycle;
  /** The cycle's days as they are shown. */
  readonly applyOn: string;
  readonly cutOff: string;
  /** What requirements expect "on the day of application", one object for all of them. */
  readonly onApplyDay: { readonly on: string };
  /** The clause behind each parameter, as it is quoted. */
  readonly clauses: Readonly<Record<ParameterId, string>>;
  /** The hours of a year, in the unit of `YearOfTraining`. */
  readonly hours: YearOfTraining & { readonly total: number };
  readonly accepts: ResultTable;
  readonly rejects: ResultTable;
  /** 考核合格 of an appointment or a service is stricter. */
  readonly rejectsInService: ResultTable;
  /** By series and rank of the level applied for; undefined where the pack has no rungs. */
  readonly ladders: Readonly<
    Partial<Record<Series, readonly (readonly RungFacts[] | undefined)[]>>
  >;
}

/** Makes a pack ready for a cycle. */
export function openRuleBook(pack: Pack, cycle: Cycle): RuleBook {
  const ladders: Partial<Record<Series, (readonly RungFacts[] | undefined)[]>> = {};
  for (const [series, levels] of Object.entries(pack.ladders)) {
    ladders[series as Series] = TITLE_LEVELS.map((level) =>
      levels[level]?.map((rung) => readRung(pack, rung)),
    );
  }
  const { parameters } = pack;
  return {
    pack,
    parameters,
    cycle,
    applyOn: formatDay(cycle.applyOn),
    cutOff: formatDay(cycle.cutOff),
    onApplyDay: { on: formatDay(cycle.applyOn) },
    clauses: citeParameters(pack),
    hours: {
      total: parameters["training.totalHours"].value * HOUR,
      public: parameters["training.publicHours"].value * HOUR,
      professional: parameters["training.professionalHours"].value * HOUR,
    },
    accepts: tableOf(parameters["appraisal.accepted"].value),
    rejects: tableOf(parameters["appraisal.rejected"].value),
    rejectsInService: tableOf(parameters["service.rejectedAppraisals"].value),
    ladders,
  };
}

function citeParameters(pack: Pack): Readonly<Record<ParameterId, string>> {
  const cited = Object.entries(pack.parameters).map(([id, basis]) => [id, citeBasis(pack, basis)]);
  return Object.fromEntries(cited) as Record<ParameterId, string>;
}

function tableOf(chosen: readonly AppraisalResult[]): ResultTable {
  const entries = APPRAISAL_RESULTS.map((result) => [result, chosen.includes(result)]);
  return Object.fromEntries(entries) as ResultTable;
}

function readRung(pack: Pack, rung: Rung): RungFacts {
  return {
    rung,
    clause: citeBasis(pack, rung),
    education: EDUCATION_RANKS[rung.education],
    from: rung.from === null ? null : TITLE_RANKS[rung.from],
    years: rung.years,
  };
}

/** The rungs that lead to a level; undefined where the pack has none. */
export function rungsTo(
  book: RuleBook,
  series: Series,
  level: Rank,
): readonly RungFacts[] | undefined {
  return book.ladders[series]?.[level];
}

/** The lowest level that the pack has rungs for in a series, or NONE. */
export function lowestLevel(book: RuleBook, series: Series): Rank {
  const rungs = book.ladders[series];
  return rungs === undefined ? NONE : rungs.findIndex((ladder) => ladder !== undefined);
}

/** True where work after graduation alone, with some education, may reach a level. */
export function isOpenByEducation(
  book: RuleBook,
  series: Series,
  level: Rank,
  education: Rank,
): boolean {
  for (const rung of rungsTo(book, series, level) ?? []) {
    if (rung.from === null && rung.education <= education) return true;
  }
  return false;
}
