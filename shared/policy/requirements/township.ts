import { titleLevelAt } from "../ranks.ts";
import { levelOf, type Measure, type Question, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { showServiceLength } from "./figures.ts";
import { decideLength } from "./length.ts";

/** 乡镇年限: 10, 20, 30 years of professional work in the township for the middle, vice-senior and senior level. */
function measureTownshipYears(scene: Scene, question: Question): Measure {
  const { parameters, cycle } = scene.book;
  const level = titleLevelAt(levelOf(question));
  if (level === "technician" || level === "assistant") {
    throw new Error(`the notice grants nothing for township years at ${level}`);
  }
  return {
    periods: scene.facts.townshipWork,
    years: parameters["township.years"].value[level],
    lastDay: cycle.cutOff,
  };
}

export const townshipYears: Rule<"township.years"> = {
  id: "township.years",
  scope: "level",
  clause: ({ book }) => book.clauses["township.years"],
  decide: (scene, question) => decideLength(measureTownshipYears(scene, question)),
  explain: (scene, question) => {
    const { periods, years, lastDay } = measureTownshipYears(scene, question);
    return {
      expected: { years, by: scene.book.cutOff },
      found: { length: showServiceLength(periods, lastDay) },
    };
  },
  measures: (scene, question) => [measureTownshipYears(scene, question)],
};
