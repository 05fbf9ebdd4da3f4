import { firstDayOf } from "../../calendar/day.ts";
import type { PersonFacts } from "../facts.ts";
import { MET, type Outcome, UNKNOWN } from "../outcome.ts";
import type { AppraisalFigure } from "../requirement.ts";
import { levelOf, type Question, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { valueIn } from "../year-table.ts";
import { tenureAt } from "./ladder.ts";

/** 年度考核. */

/** The results of some years as they stand on file. */
export function showAppraisals(
  facts: PersonFacts,
  years: readonly number[],
): readonly AppraisalFigure[] {
  return years.map((year) => ({ year, result: valueIn(facts.appraisals, year) ?? null }));
}

/** How many years before the cycle's must be in order: those of the rung reported by ladder.tenure. */
function yearsAsked(scene: Scene, question: Question): number {
  return tenureAt(scene, levelOf(question)).rung?.years ?? 0;
}

/** From the latest year back, so that the first rejected one found is the last of them. */
function decideResults(scene: Scene, question: Question): Outcome {
  const { accepts, rejects, cycle } = scene.book;
  const count = yearsAsked(scene, question);
  let outcome = MET;
  for (let year = cycle.year - 1; year >= cycle.year - count; year -= 1) {
    const result = valueIn(scene.facts.appraisals, year);
    if (result !== undefined && rejects[result]) return firstDayOf(year + count + 1);
    if (result === undefined || !accepts[result]) outcome = UNKNOWN;
  }
  return outcome;
}

/** The years before a year, earliest first. */
function yearsBefore(year: number, count: number): readonly number[] {
  const years: number[] = [];
  for (let before = year - count; before < year; before += 1) years.push(before);
  return years;
}

export const appraisalResults: Rule<"appraisal.results"> = {
  id: "appraisal.results",
  scope: "level",
  clause: ({ book }) => book.clauses["appraisal.rejected"],
  decide: decideResults,
  explain: (scene, question) => {
    const { year } = scene.book.cycle;
    const count = yearsAsked(scene, question);
    return {
      expected: { years: count, before: year },
      found: { results: showAppraisals(scene.facts, yearsBefore(year, count)) },
    };
  },
};
