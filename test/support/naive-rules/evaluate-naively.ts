import type { Pack } from "../../../shared/policy/pack.ts";
import type { PathwayId } from "../../../shared/policy/pathway-names.ts";
import type { RequirementId } from "../../../shared/policy/requirement.ts";
import type { Series } from "../../../shared/records/series.ts";
import { LINES, type Line, TITLE_LEVELS, type TitleLevel } from "../../../shared/records/title.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import { latestOf, type PlainDate } from "./dates.ts";
import { ANSWERS, PATHWAYS, requirementsAsked } from "./pathways.ts";
import type { Answer, Matter, NaiveCycle, NaiveStatus, Question } from "./question.ts";
import {
  hasActiveGrassrootsPosting,
  hasEducation,
  heightOf,
  isHeld,
  isStanding,
  seriesOf,
} from "./standing.ts";

/** What the worked cases compare. */
export interface NaiveAssessment {
  readonly pathway: PathwayId;
  readonly line: Line | null;
  readonly series: Series | null;
  readonly level: TitleLevel | null;
  readonly decision: "eligible" | "ineligible" | "undetermined";
  readonly quota: "counts" | "exempt";
  readonly eligibleOn: string | null;
  readonly requirements: Readonly<
    Record<string, { readonly status: NaiveStatus; readonly metOn: string | null }>
  >;
}

interface Asked {
  readonly pathway: PathwayId;
  readonly line: Line | null;
  readonly series: Series | null;
  readonly level: TitleLevel | null;
}

/**
 * "The levels asked are: the level above the highest standing title of series S (without one, the
 * lowest level that the pack has rungs for in S, or `assistant` if it has none; above `senior` nothing),
 * and every level above that one for which the pack has a rung with `from: null` whose education is met."
 */
function levelsAsked(matter: Matter, series: Series): readonly TitleLevel[] {
  const rungs = matter.pack.ladders[series] ?? {};
  const heights = matter.person.titles
    .filter((title) => title.series === series && isStanding(title, matter))
    .map(({ level }) => heightOf(level));
  const lowest = TITLE_LEVELS.find((level) => rungs[level] !== undefined) ?? "assistant";
  const next = heights.length === 0 ? lowest : TITLE_LEVELS[Math.max(...heights) + 1];
  if (next === undefined) return [];
  const directly = TITLE_LEVELS.filter(
    (level) =>
      heightOf(level) > heightOf(next) &&
      (rungs[level] ?? []).some(
        ({ from, education }) => from === null && hasEducation(education, matter),
      ),
  );
  return [next, ...directly];
}

/** "Which are asked." */
function questionsAsked(matter: Matter): Asked[] {
  const { person, pack } = matter;
  const series = seriesOf(matter);
  // "The grassroots line is left out for a series that the pack does not list in `grassrootsSeries`."
  const lines = LINES.filter(
    (line) => line === "provincial" || pack.grassrootsSeries.includes(series),
  );
  const levels = levelsAsked(matter, series);
  const fromIntermediate = levels.filter((level) => heightOf(level) >= heightOf("intermediate"));
  const asked: Asked[] = [];
  const askOnLines = (pathway: PathwayId, level: TitleLevel) => {
    for (const line of lines) asked.push({ pathway, line, series, level });
  };
  // "`regular`: each level asked, both lines."
  for (const level of levels) askOnLines("regular", level);
  // "`townshipTenure`: each level asked from intermediate up."
  for (const level of fromIntermediate) askOnLines("townshipTenure", level);
  // "`exchange`: the same, where some posting is of kind `exchange`."
  if (person.postings.some(({ kind }) => kind === "exchange"))
    for (const level of fromIntermediate) askOnLines("exchange", level);
  // "`doctor`: some degree `doctor`, and no standing `senior` title in S; asked for `senior` alone."
  const hasSenior = person.titles.some(
    (title) => title.series === series && title.level === "senior" && isStanding(title, matter),
  );
  if (person.education.some(({ degree }) => degree === "doctor") && !hasSenior)
    askOnLines("doctor", "senior");
  // "`conversion`: some grassroots title of S held (standing or not); asked for the highest such level."
  const grassroots = person.titles.filter(
    (title) => title.series === series && title.line === "grassroots" && isHeld(title, matter),
  );
  const highest = TITLE_LEVELS.findLast((level) =>
    grassroots.some((title) => title.level === level),
  );
  if (highest !== undefined)
    asked.push({ pathway: "conversion", line: "provincial", series, level: highest });
  // "`directHire`: no posting with setting `township` or `grassroots` active on `applyOn`."
  const forAPost = { line: null, series: null, level: null };
  if (!hasActiveGrassrootsPosting(matter)) asked.push({ pathway: "directHire", ...forAPost });
  // "`directHireMobility`: some posting of kind `directHire`."
  if (person.postings.some(({ kind }) => kind === "directHire"))
    asked.push({ pathway: "directHireMobility", ...forAPost });
  return [...asked, ...examsAsked(matter)];
}

/** "`examMargin`: each series and level, once, of an exam that the pack lists as exam-based." */
function examsAsked({ person, pack }: Matter): Asked[] {
  const asked: Asked[] = [];
  for (const { series, level } of person.exams) {
    const isListed = (pack.examBased[series] ?? []).includes(level);
    if (isListed && !asked.some((one) => one.series === series && one.level === level))
      asked.push({ pathway: "examMargin", line: null, series, level });
  }
  return asked;
}

/** Each requirement is worked out once for a series, level and line, since it depends on nothing else. */
type Notebook = Map<string, Answer>;

function look(id: RequirementId, question: Question, notebook: Notebook): Answer {
  const key = `${id} ${question.series} ${question.level} ${question.line}`;
  const known = notebook.get(key);
  if (known !== undefined) return known;
  const answer = ANSWERS[id](question);
  notebook.set(key, answer);
  return answer;
}

function assessNaively(asked: Asked, matter: Matter, notebook: Notebook): NaiveAssessment {
  const question: Question = { ...matter, ...asked };
  const answers = requirementsAsked(asked.pathway, question).map(
    (id) => [id, look(id, question, notebook)] as const,
  );
  return {
    ...asked,
    decision: decide(answers.map(([, { status }]) => status)),
    quota: PATHWAYS[asked.pathway].quota,
    eligibleOn: eligibleOn(answers.map(([, answer]) => answer))?.toString() ?? null,
    requirements: Object.fromEntries(
      answers.map(([id, { status, metOn }]) => [
        id,
        { status, metOn: metOn === null ? null : metOn.toString() },
      ]),
    ),
  };
}

/**
 * "`ineligible` if any requirement is unmet, else `undetermined` if any is unknown, else `eligible`"
 */
function decide(statuses: readonly NaiveStatus[]): NaiveAssessment["decision"] {
  if (statuses.includes("unmet")) return "ineligible";
  return statuses.includes("unknown") ? "undetermined" : "eligible";
}

/**
 * "`eligibleOn`: the latest `metOn` of its unmet requirements, null if one of them has none or none is
 * unmet"
 */
function eligibleOn(answers: readonly Answer[]): PlainDate | null {
  const days = answers.filter(({ status }) => status === "unmet").map(({ metOn }) => metOn);
  const known = days.flatMap((day) => day ?? []);
  return known.length < days.length ? null : latestOf(known);
}

export interface NaivePersonAnswer {
  readonly personId: string;
  readonly assessments: readonly NaiveAssessment[];
}

/** Everything about everybody, read literally. */
export function evaluateNaively(
  unitFile: UnitFile,
  cycle: NaiveCycle,
  pack: Pack,
): readonly NaivePersonAnswer[] {
  return unitFile.people.map((person) => {
    const matter: Matter = { unitFile, person, cycle, pack };
    const notebook: Notebook = new Map();
    return {
      personId: person.id,
      assessments: questionsAsked(matter).map((asked) => assessNaively(asked, matter, notebook)),
    };
  });
}
