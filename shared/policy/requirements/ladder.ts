import { type Day, FOREVER } from "../../calendar/day.ts";
import {
  type MergedPeriods,
  mergePeriods,
  type Period,
  startingFrom,
  subtractPeriods,
} from "../../calendar/periods.ts";
import { lengthReachedOn } from "../../calendar/service-length.ts";
import { formatDay } from "../../calendar/text.ts";
import { MET, metIf, type Outcome, UNKNOWN, unmetUntil } from "../outcome.ts";
import { citeBasis } from "../pack.ts";
import { NONE, type Rank } from "../ranks.ts";
import type { RequirementFigures } from "../requirement.ts";
import { type RungFacts, rungsTo } from "../rule-book.ts";
import { levelOf, type Measure, type Question, type Rule } from "../rule.ts";
import { isStanding, professionalWork, type Scene, type Tenure } from "../scene.ts";
import { showEducation, showServiceLength } from "./figures.ts";

/** 学历与任职年限: the rungs of the pack's ladder. */

const NO_TENURE: Tenure = { rung: null, periods: [], reachedOn: null };

/** The rung reported for a level: of those whose education is met the one reached first, of equals the first listed. */
export function tenureAt(scene: Scene, level: Rank): Tenure {
  const remembered = scene.tenures[level];
  if (remembered !== undefined) return remembered;
  let reported = NO_TENURE;
  for (const rung of rungsTo(scene.book, scene.series, level) ?? []) {
    if (rung.education > scene.education) continue;
    const tenure = tenureOn(scene, rung);
    if (reported.rung === null || isEarlier(tenure.reachedOn, reported.reachedOn)) {
      reported = tenure;
    }
  }
  scene.tenures[level] = reported;
  return reported;
}

function isEarlier(day: Day | null, other: Day | null): boolean {
  return day !== null && (other === null || day < other);
}

function tenureOn(scene: Scene, rung: RungFacts): Tenure {
  const periods = rung.from === null ? workAfterGraduation(scene, rung) : onTitle(scene, rung.from);
  // Nothing has to be served on a rung of 0 years: it is reached on graduation.
  const reachedOn =
    rung.years === 0 ? earliestGraduation(scene, rung) : lengthReachedOn(periods, rung.years);
  return { rung, periods, reachedOn };
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
  const graduatedOn = earliestGraduation(scene, rung);
  const work = startingFrom(professionalWork(scene), graduatedOn + 1);
  return subtractPeriods(work, scene.facts.unqualifiedYears);
}

/** Service on standing titles of the series at one level, counted as the pack's `tenureBasis` says. */
function onTitle(scene: Scene, level: Rank): MergedPeriods {
  const remembered = scene.titleService[level];
  if (remembered !== undefined) return remembered;
  const counted =
    scene.book.pack.tenureBasis[scene.series] === "appointment"
      ? scene.facts.appointments.filter(({ title }) => isCountedTitle(scene, title, level))
      : sinceEarliestTitle(scene, level);
  const present = subtractPeriods(mergePeriods(counted), scene.facts.absences);
  const service = subtractPeriods(present, scene.facts.unqualifiedYears);
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
  return reported === undefined ? "县局口径" : citeBasis(scene.book.pack, reported.rung);
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
      expected: { education: showEducation(lowest), on: formatDay(scene.book.cycle.applyOn) },
      found: { education: showEducation(scene.education) },
    };
  },
};

function decideTenure(scene: Scene, question: Question): Outcome {
  const level = levelOf(question);
  if (rungsTo(scene.book, scene.series, level) === undefined) return UNKNOWN;
  const { rung, reachedOn } = tenureAt(scene, level);
  if (rung === null || reachedOn === null) return unmetUntil(null);
  return reachedOn <= scene.book.cycle.cutOff ? MET : unmetUntil(reachedOn);
}

function explainTenure(scene: Scene, question: Question): RequirementFigures["ladder.tenure"] {
  const { book, series } = scene;
  const level = levelOf(question);
  const { rung, periods } = tenureAt(scene, level);
  const expected =
    rung === null
      ? null
      : {
          education: rung.rung.education,
          from: rung.rung.from,
          years: rung.years,
          basis: book.pack.tenureBasis[series],
          by: formatDay(book.cycle.cutOff),
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
      periods: tenureOn(scene, rung).periods,
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
