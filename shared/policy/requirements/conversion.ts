import type { TitleFacts } from "../facts.ts";
import { metIf } from "../outcome.ts";
import { titleLevelAt } from "../ranks.ts";
import { citeNotice, levelOf, type Measure, type Question, type Rule } from "../rule.ts";
import { isStanding, type Scene, type ServedTime } from "../scene.ts";
import { showAppraisals } from "./appraisal.ts";
import { showServiceLength } from "./figures.ts";
import { decideLength } from "./length.ts";
import { standingTitle } from "./line.ts";
import { decideServedAppraisals, serveTime } from "./served-time.ts";
import { hasHours, showHours, showHoursNeeded } from "./training.ts";

/** 换发全省统一证书: five years appointed on a grassroots title, appraised qualified, with the hours done. */

/** The time appointed on grassroots titles of the series and level; the pathway asks about one level alone. */
function appointedTime(scene: Scene, question: Question): ServedTime {
  const level = levelOf(question);
  scene.conversionTime ??= serveTime(
    scene,
    scene.facts.appointments.filter(
      ({ title }) =>
        title.line === "grassroots" && title.series === scene.series && title.rank === level,
    ),
    scene.book.parameters["conversion.years"].value,
  );
  return scene.conversionTime;
}

function measureAppointed(scene: Scene, question: Question): Measure {
  const { parameters, cycle } = scene.book;
  return {
    periods: appointedTime(scene, question).periods,
    years: parameters["conversion.years"].value,
    lastDay: cycle.applyOn,
  };
}

export const conversionHeld: Rule<"conversion.held"> = {
  id: "conversion.held",
  scope: "level",
  clause: citeNotice("四"),
  decide: (scene, question) => {
    const level = levelOf(question);
    return metIf(
      standingTitle(scene, level, "grassroots") !== null &&
        standingTitle(scene, level, "provincial") === null,
    );
  },
  explain: (scene, question) => {
    const level = levelOf(question);
    const held: TitleFacts | null =
      scene.heldTitles.find(
        ({ line, series, rank }) =>
          line === "grassroots" && series === scene.series && rank === level,
      ) ?? null;
    return {
      expected: { level: titleLevelAt(level) },
      found: {
        grassroots: held?.figure ?? null,
        isStanding: held !== null && isStanding(scene, held),
        provincial: standingTitle(scene, level, "provincial")?.figure ?? null,
      },
    };
  },
};

export const conversionYears: Rule<"conversion.years"> = {
  id: "conversion.years",
  scope: "level",
  clause: ({ book }) => book.clauses["conversion.years"],
  decide: (scene, question) => decideLength(measureAppointed(scene, question)),
  explain: (scene, question) => {
    const { periods, years, lastDay } = measureAppointed(scene, question);
    return {
      expected: { years, by: scene.book.applyOn, level: titleLevelAt(levelOf(question)) },
      found: { length: showServiceLength(periods, lastDay) },
    };
  },
  measures: (scene, question) => [measureAppointed(scene, question)],
};

export const conversionAppraisals: Rule<"conversion.appraisals"> = {
  id: "conversion.appraisals",
  scope: "level",
  clause: ({ book }) => book.clauses["service.rejectedAppraisals"],
  decide: (scene, question) => decideServedAppraisals(scene, appointedTime(scene, question)),
  explain: (scene, question) => ({
    expected: { years: scene.book.parameters["conversion.years"].value },
    found: { results: showAppraisals(scene.facts, appointedTime(scene, question).lastYears) },
  }),
};

export const conversionTraining: Rule<"conversion.training"> = {
  id: "conversion.training",
  scope: "level",
  clause: citeNotice("四、七"),
  decide: (scene, question) =>
    metIf(
      appointedTime(scene, question).lastYears.every((year) =>
        hasHours(scene.book, scene.facts, year),
      ),
    ),
  explain: (scene, question) => {
    const years = appointedTime(scene, question).lastYears;
    return {
      expected: showHoursNeeded(scene.book, years),
      found: { years: years.map((year) => showHours(scene.book, scene.facts, year)) },
    };
  },
};
