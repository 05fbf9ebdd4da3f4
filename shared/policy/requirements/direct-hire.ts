import type { TitleFacts } from "../facts.ts";
import { metIf, metIfStated } from "../outcome.ts";
import { EDUCATION_RANKS, TITLE_RANKS } from "../ranks.ts";
import { citeNotice, type Measure, type Rule } from "../rule.ts";
import type { Scene, ServedTime } from "../scene.ts";
import { showAppraisals } from "./appraisal.ts";
import { showEducation, showServiceLength } from "./figures.ts";
import { decideLength } from "./length.ts";
import { decideServedAppraisals, serveTime } from "./served-time.ts";

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
  clause: ({ book }) => book.clauses["directHire.education"],
  decide: (scene) =>
    metIf(
      scene.education >= EDUCATION_RANKS[scene.book.parameters["directHire.education"].value] ||
        qualifyingTitle(scene) !== null,
    ),
  explain: (scene) => ({
    expected: {
      education: scene.book.parameters["directHire.education"].value,
      title: scene.book.parameters["directHire.title"].value,
      on: scene.book.applyOn,
    },
    found: {
      education: showEducation(scene.education),
      title: qualifyingTitle(scene)?.figure ?? null,
    },
  }),
};

export const directHireOrigin: Rule<"directHire.origin"> = {
  id: "directHire.origin",
  scope: "person",
  clause: citeNotice("五（二）"),
  decide: ({ grassrootsPosting }) => metIf(grassrootsPosting === null),
  explain: ({ book, grassrootsPosting }) => ({
    expected: book.onApplyDay,
    found: { posting: grassrootsPosting?.figure ?? null },
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

/** The time served in township postings by direct hire. */
function hiredTime(scene: Scene): ServedTime {
  scene.directHireTime ??= serveTime(
    scene,
    scene.facts.postings.filter(
      ({ kind, setting }) => kind === "directHire" && setting === "township",
    ),
    scene.book.parameters["directHire.years"].value,
  );
  return scene.directHireTime;
}

function measureServed(scene: Scene): Measure {
  return {
    periods: hiredTime(scene).periods,
    years: scene.book.parameters["directHire.years"].value,
    lastDay: scene.book.cycle.applyOn,
  };
}

export const directHireServed: Rule<"directHire.served"> = {
  id: "directHire.served",
  scope: "person",
  clause: ({ book }) => book.clauses["directHire.years"],
  decide: (scene) => decideLength(measureServed(scene)),
  explain: (scene) => {
    const { periods, years, lastDay } = measureServed(scene);
    return {
      expected: { years, by: scene.book.applyOn },
      found: { length: showServiceLength(periods, lastDay) },
    };
  },
  measures: (scene) => [measureServed(scene)],
};

export const directHireAppraisals: Rule<"directHire.appraisals"> = {
  id: "directHire.appraisals",
  scope: "person",
  clause: ({ book }) => book.clauses["directHire.years"],
  decide: (scene) => decideServedAppraisals(scene, hiredTime(scene)),
  explain: (scene) => ({
    expected: { years: scene.book.parameters["directHire.years"].value },
    found: { results: showAppraisals(scene.facts, hiredTime(scene).lastYears) },
  }),
};
