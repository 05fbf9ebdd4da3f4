import { type MergedPeriods, mergePeriods, subtractPeriods } from "../../calendar/periods.ts";
import { formatDay } from "../../calendar/text.ts";
import type { TitleFacts } from "../facts.ts";
import { metIf, metIfStated } from "../outcome.ts";
import { citeBasis } from "../pack.ts";
import { EDUCATION_RANKS, TITLE_RANKS } from "../ranks.ts";
import { citeNotice, type Measure, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { showAppraisals } from "./appraisal.ts";
import { showEducation, showPosting, showServiceLength, showTitleIfAny } from "./figures.ts";
import { decideLength } from "./length.ts";
import { decideServedAppraisals, lastYearsInside } from "./served-years.ts";

/** 凡下必用: direct hire into a township post, and free movement after five years there. */

/** The highest provincial title held that is high enough; null where there is none. */
function qualifyingTitle({ book, heldTitles }: Scene): TitleFacts | null {
  const least = TITLE_RANKS[book.parameters["directHire.title"].value];
  let best: TitleFacts | null = null;
  for (const title of heldTitles) {
    if (title.line !== "provincial" || title.rank < least) continue;
    if (best === null || title.rank > best.rank) best = title;
  }
  return best;
}

export const directHireQualification: Rule<"directHire.qualification"> = {
  id: "directHire.qualification",
  scope: "person",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["directHire.education"]),
  decide: (scene) =>
    metIf(
      scene.education >= EDUCATION_RANKS[scene.book.parameters["directHire.education"].value] ||
        qualifyingTitle(scene) !== null,
    ),
  explain: (scene) => ({
    expected: {
      education: scene.book.parameters["directHire.education"].value,
      title: scene.book.parameters["directHire.title"].value,
      on: formatDay(scene.book.cycle.applyOn),
    },
    found: {
      education: showEducation(scene.education),
      title: showTitleIfAny(scene.facts, qualifyingTitle(scene)),
    },
  }),
};

export const directHireOrigin: Rule<"directHire.origin"> = {
  id: "directHire.origin",
  scope: "person",
  clause: citeNotice("五（二）"),
  decide: ({ grassrootsPosting }) => metIf(grassrootsPosting === null),
  explain: ({ book, facts, grassrootsPosting }) => ({
    expected: { on: formatDay(book.cycle.applyOn) },
    found: { posting: showPosting(facts, grassrootsPosting) },
  }),
};

export const directHireVolunteer: Rule<"directHire.volunteer"> = {
  id: "directHire.volunteer",
  scope: "person",
  clause: citeNotice("五（二）"),
  decide: ({ facts }) => metIfStated(facts.statements.volunteersForTownship),
  explain: ({ facts }) => ({
    expected: true,
    found: facts.statements.volunteersForTownship ?? null,
  }),
};

/** Township postings by direct hire, merged. */
function servedPeriods({ facts }: Scene): MergedPeriods {
  return mergePeriods(
    facts.postings.filter(({ kind, setting }) => kind === "directHire" && setting === "township"),
  );
}

function measureServed(scene: Scene): Measure {
  return {
    periods: subtractPeriods(servedPeriods(scene), scene.facts.absences),
    years: scene.book.parameters["directHire.years"].value,
    lastDay: scene.book.cycle.applyOn,
  };
}

export const directHireServed: Rule<"directHire.served"> = {
  id: "directHire.served",
  scope: "person",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["directHire.years"]),
  decide: (scene) => decideLength(measureServed(scene)),
  explain: (scene) => {
    const { periods, years, lastDay } = measureServed(scene);
    return {
      expected: { years, by: formatDay(lastDay) },
      found: { length: showServiceLength(periods, lastDay) },
    };
  },
  measures: (scene) => [measureServed(scene)],
};

function yearsServed(scene: Scene): readonly number[] {
  const most = scene.book.parameters["directHire.years"].value;
  return lastYearsInside(scene, servedPeriods(scene), most);
}

export const directHireAppraisals: Rule<"directHire.appraisals"> = {
  id: "directHire.appraisals",
  scope: "person",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["directHire.years"]),
  decide: (scene) => decideServedAppraisals(scene, yearsServed(scene)),
  explain: (scene) => ({
    expected: { years: scene.book.parameters["directHire.years"].value },
    found: { results: showAppraisals(scene.facts, yearsServed(scene)) },
  }),
};
