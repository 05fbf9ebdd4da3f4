import { firstDayOf } from "../../calendar/day.ts";
import type { AppraisalResult } from "../../records/appraisal.ts";
import type { PersonFacts } from "../facts.ts";
import { MET, type Outcome, UNKNOWN, unmetUntil } from "../outcome.ts";
import { citeBasis } from "../pack.ts";
import type { AppraisalFigure } from "../requirement.ts";
import { levelOf, type Question, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { tenureAt } from "./ladder.ts";

/** 年度考核. */

/** The results of some years as they stand on file. */
export function showAppraisals(
  facts: PersonFacts,
  years: readonly number[],
): readonly AppraisalFigure[] {
  return years.map((year) => ({ year, result: facts.appraisals.get(year) ?? null }));
}

/** Met where every year is accepted, unknown where one is neither accepted nor rejected, or missing. */
export function judgeAppraisals(
  facts: PersonFacts,
  years: readonly number[],
  rules: {
    readonly accepted: readonly AppraisalResult[];
    readonly rejected: readonly AppraisalResult[];
  },
): { readonly lastRejected: number | null; readonly isAllAccepted: boolean } {
  let lastRejected: number | null = null;
  let isAllAccepted = true;
  for (const year of years) {
    const result = facts.appraisals.get(year);
    if (result !== undefined && rules.rejected.includes(result)) {
      if (lastRejected === null || year > lastRejected) lastRejected = year;
    }
    if (result === undefined || !rules.accepted.includes(result)) isAllAccepted = false;
  }
  return { lastRejected, isAllAccepted };
}

/** How many years before the cycle's must be in order: those of the rung reported by ladder.tenure. */
function yearsAsked(scene: Scene, question: Question): number {
  return tenureAt(scene, levelOf(question)).rung?.years ?? 0;
}

function yearsBefore(year: number, count: number): readonly number[] {
  const years: number[] = [];
  for (let before = year - count; before < year; before += 1) years.push(before);
  return years;
}

function decideResults(scene: Scene, question: Question): Outcome {
  const { parameters, cycle } = scene.book;
  const count = yearsAsked(scene, question);
  const { lastRejected, isAllAccepted } = judgeAppraisals(
    scene.facts,
    yearsBefore(cycle.year, count),
    {
      accepted: parameters["appraisal.accepted"].value,
      rejected: parameters["appraisal.rejected"].value,
    },
  );
  if (lastRejected !== null) return unmetUntil(firstDayOf(lastRejected + count + 1));
  return isAllAccepted ? MET : UNKNOWN;
}

export const appraisalResults: Rule<"appraisal.results"> = {
  id: "appraisal.results",
  scope: "level",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["appraisal.rejected"]),
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
