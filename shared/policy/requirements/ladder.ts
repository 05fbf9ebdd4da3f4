import { type Day, FOREVER } from "../../calendar/day.ts";
import {
  type MergedPeriods,
  mergePeriods,
  type Period,
  startingFrom,
  subtractPeriods,
} from "../../calendar/periods.ts";
import { lengthReachedOn } from "../../calendar/service-length.ts";
import { MET, metIf, type Outcome, UNKNOWN } from "../outcome.ts";
import { NONE, type Rank } from "../ranks.ts";
import type { RequirementFigures } from "../requirement.ts";
import { type RungFacts, rungsTo } from "../rule-book.ts";
import { levelOf, type Measure, type Question, type Rule } from "../rule.ts";
import { isStanding, type Scene, type Tenure } from "../scene.ts";
import { showEducation, showServiceLength } from "./figures.ts";

/** 学历与任职年限: the rungs of the pack's ladder. */

/** The rung reported for a level: of those whose education is met the one reached first, of equals the first listed. */
export function tenureAt(scene: Scene, level: Rank): Tenure {
  const remembered = scene.tenures[level];
  if (remembered !== undefined) return remembered;
  let reported: RungFacts | null = null;
  let reachedOn = FOREVER;
  for (const rung of rungsTo(scene.book, scene.series, level) ?? []) {
    if (rung.education > scene.education) continue;
    const day = reachOn(scene, rung);
    if (reported !== null && day >= reachedOn) continue;
    reported = rung;
    reachedOn = day;
  }
  const tenure = { rung: reported, reachedOn };
  scene.tenures[level] = tenure;
  return tenure;
}

/** The day on which a rung's years are full. Nothing has to be served for 0 years: they are full on graduation. */
function reachOn(scene: Scene, rung: RungFacts): Day {
  if (rung.years === 0) return earliestGraduation(scene, rung);
  return lengthReachedOn(serviceOn(scene, rung), rung.years);
}

/** What counts towards a rung. */
function serviceOn(scene: Scene, rung: RungFacts): MergedPeriods {
  return rung.from === null ? workAfterGraduation(scene, rung) : onTitle(scene, rung.from);
}

/** The first graduation that meets the rung; the caller has made sure that there is one. */
function earliestGraduation(scene: Scene, rung: RungFacts): Day {
  let earliest = scene.book.cycle.applyOn;
  for (const { rank, graduatedOn } of scene.facts.education) {
    if (rank >= rung.education && graduatedOn < earliest) earliest = graduatedOn;
  }
  return earliest;
}

function workAfterGraduation(scene: Scene, rung: RungFacts): MergedPeriods {
  const work = startingFrom(scene.facts.professionalWork, earliestGraduation(scene, rung) + 1);
  return subtractPeriods(work, scene.facts.uncountedDays);
}

/** Service on standing titles of the series at one level, counted as the pack's `tenureBasis` says. */
function onTitle(scene: Scene, level: Rank): MergedPeriods {
  const remembered = scene.titleService[level];
  if (remembered !== undefined) return remembered;
  const counted =
    scene.book.pack.tenureBasis[scene.series] === "appointment"
      ? scene.facts.appointments.filter(({ title }) => isCountedTitle(scene, title, level))
      : sinceEarliestTitle(scene, level);
  const service = subtractPeriods(mergePeriods(counted), scene.facts.uncountedDays);
  scene.titleService[level] = service;
  return service;
}

function isCountedTitle(scene: Scene, title: Scene["heldTitles"][number], level: Rank): boolean {
  return (
    title.series === scene.series &&
    title.rank === level &&
    title.obtainedOn <= scene.book.cycle.applyOn &&
    isStanding(scene, title)
  );
}

/** A title counts from the day after it was obtained (民法典 第二百零一条). */
function sinceEarliestTitle(scene: Scene, level: Rank): readonly Period[] {
  let earliest: Day | null = null;
  for (const title of scene.heldTitles) {
    if (!isCountedTitle(scene, title, level)) continue;
    if (earliest === null || title.obtainedOn < earliest) earliest = title.obtainedOn;
  }
  return earliest === null ? [] : [{ from: earliest + 1, to: FOREVER }];
}

function citeRung(scene: Scene, question: Question): string {
  const level = levelOf(question);
  const reported = tenureAt(scene, level).rung ?? rungsTo(scene.book, scene.series, level)?.[0];
  return reported?.clause ?? "县局口径";
}

export const ladderEducation: Rule<"ladder.education"> = {
  id: "ladder.education",
  scope: "level",
  clause: citeRung,
  decide: (scene, question) => {
    const rungs = rungsTo(scene.book, scene.series, levelOf(question));
    if (rungs === undefined) return UNKNOWN;
    return metIf(rungs.some((rung) => rung.education <= scene.education));
  },
  explain: (scene, question) => {
    const rungs = rungsTo(scene.book, scene.series, levelOf(question)) ?? [];
    const lowest = rungs.reduce(
      (least, { education }) => (least === NONE || education < least ? education : least),
      NONE,
    );
    return {
      expected: { education: showEducation(lowest), on: scene.book.applyOn },
      found: { education: showEducation(scene.education) },
    };
  },
};

function decideTenure(scene: Scene, question: Question): Outcome {
  const level = levelOf(question);
  if (rungsTo(scene.book, scene.series, level) === undefined) return UNKNOWN;
  const { rung, reachedOn } = tenureAt(scene, level);
  // No length is shorter than 0 years, be the graduation after the cut-off.
  return rung?.years === 0 || reachedOn <= scene.book.cycle.cutOff ? MET : reachedOn;
}

function explainTenure(scene: Scene, question: Question): RequirementFigures["ladder.tenure"] {
  const { book, series } = scene;
  const level = levelOf(question);
  const { rung } = tenureAt(scene, level);
  const periods = rung === null ? [] : serviceOn(scene, rung);
  const expected =
    rung === null
      ? null
      : {
          education: rung.rung.education,
          from: rung.rung.from,
          years: rung.years,
          basis: book.pack.tenureBasis[series],
          by: book.cutOff,
        };
  const hasRungs = rungsTo(book, series, level) !== undefined;
  return {
    expected,
    found: { length: showServiceLength(periods, book.cycle.cutOff), hasRungs },
  };
}

/** The lengths on every rung whose education is met. */
function measureTenures(scene: Scene, question: Question): readonly Measure[] {
  const rungs = rungsTo(scene.book, scene.series, levelOf(question)) ?? [];
  return rungs
    .filter((rung) => rung.education <= scene.education)
    .map((rung) => ({
      periods: serviceOn(scene, rung),
      years: rung.years,
      lastDay: scene.book.cycle.cutOff,
    }));
}

export const ladderTenure: Rule<"ladder.tenure"> = {
  id: "ladder.tenure",
  scope: "level",
  clause: citeRung,
  decide: decideTenure,
  explain: explainTenure,
  measures: measureTenures,
};
