import { type MergedPeriods, mergePeriods, subtractPeriods } from "../../calendar/periods.ts";
import { formatDay } from "../../calendar/text.ts";
import type { TitleFacts } from "../facts.ts";
import { metIf } from "../outcome.ts";
import { citeBasis } from "../pack.ts";
import { titleLevelAt } from "../ranks.ts";
import { citeNotice, levelOf, type Measure, type Question, type Rule } from "../rule.ts";
import { isStanding, type Scene } from "../scene.ts";
import { showAppraisals } from "./appraisal.ts";
import { showServiceLength, showTitleIfAny } from "./figures.ts";
import { decideLength } from "./length.ts";
import { standingTitle } from "./line.ts";
import { decideServedAppraisals, lastYearsInside } from "./served-years.ts";
import { hasHours, showHours, showHoursNeeded } from "./training.ts";

/** 换发全省统一证书: five years appointed on a grassroots title, appraised qualified, with the hours done. */

/** Appointments on grassroots titles of the series and level, merged. */
function appointedPeriods({ facts, series }: Scene, question: Question): MergedPeriods {
  const level = levelOf(question);
  return mergePeriods(
    facts.appointments.filter(
      ({ title }) => title.line === "grassroots" && title.series === series && title.rank === level,
    ),
  );
}

function measureAppointed(scene: Scene, question: Question): Measure {
  const { parameters, cycle } = scene.book;
  return {
    periods: subtractPeriods(appointedPeriods(scene, question), scene.facts.absences),
    years: parameters["conversion.years"].value,
    lastDay: cycle.applyOn,
  };
}

function yearsAsked(scene: Scene, question: Question): readonly number[] {
  const most = scene.book.parameters["conversion.years"].value;
  return lastYearsInside(scene, appointedPeriods(scene, question), most);
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
        grassroots: showTitleIfAny(scene.facts, held),
        isStanding: held !== null && isStanding(scene, held),
        provincial: showTitleIfAny(scene.facts, standingTitle(scene, level, "provincial")),
      },
    };
  },
};

export const conversionYears: Rule<"conversion.years"> = {
  id: "conversion.years",
  scope: "level",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["conversion.years"]),
  decide: (scene, question) => decideLength(measureAppointed(scene, question)),
  explain: (scene, question) => {
    const { periods, years, lastDay } = measureAppointed(scene, question);
    return {
      expected: { years, by: formatDay(lastDay), level: titleLevelAt(levelOf(question)) },
      found: { length: showServiceLength(periods, lastDay) },
    };
  },
  measures: (scene, question) => [measureAppointed(scene, question)],
};

export const conversionAppraisals: Rule<"conversion.appraisals"> = {
  id: "conversion.appraisals",
  scope: "level",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["service.rejectedAppraisals"]),
  decide: (scene, question) => decideServedAppraisals(scene, yearsAsked(scene, question)),
  explain: (scene, question) => ({
    expected: { years: scene.book.parameters["conversion.years"].value },
    found: { results: showAppraisals(scene.facts, yearsAsked(scene, question)) },
  }),
};

export const conversionTraining: Rule<"conversion.training"> = {
  id: "conversion.training",
  scope: "level",
  clause: citeNotice("四、七"),
  decide: (scene, question) =>
    metIf(yearsAsked(scene, question).every((year) => hasHours(scene.book, scene.facts, year))),
  explain: (scene, question) => {
    const years = yearsAsked(scene, question);
    return {
      expected: showHoursNeeded(scene.book, years),
      found: { years: years.map((year) => showHours(scene.book, scene.facts, year)) },
    };
  },
};
