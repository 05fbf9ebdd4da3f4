import { addYears, type Day, firstDayOf } from "../../calendar/day.ts";
import { formatDay } from "../../calendar/text.ts";
import type { Application } from "../../records/application.ts";
import type { Line } from "../../records/title.ts";
import type { TitleFacts } from "../facts.ts";
import { MET, metIf, type Outcome } from "../outcome.ts";
import { type Rank, titleLevelAt } from "../ranks.ts";
import type { RequirementFigures } from "../requirement.ts";
import { citeNotice, levelOf, lineOf, type Question, type Rule } from "../rule.ts";
import { isStanding, type Scene } from "../scene.ts";

/** 双线晋升: what having or seeking one line's title means for the other (〔2020〕42号 四). */

const OTHER_LINE = { provincial: "grassroots", grassroots: "provincial" } as const satisfies Record<
  Line,
  Line
>;

/** A standing title of the person's series at a level and line; null where none is held. */
export function standingTitle(scene: Scene, level: Rank, line: Line): TitleFacts | null {
  for (const title of scene.heldTitles) {
    if (title.rank !== level || title.line !== line || title.series !== scene.series) continue;
    if (isStanding(scene, title)) return title;
  }
  return null;
}

export const lineHeld: Rule<"line.held"> = {
  id: "line.held",
  scope: "lineAndLevel",
  clause: citeNotice("四"),
  decide: (scene, question) =>
    metIf(standingTitle(scene, levelOf(question), lineOf(question)) === null),
  explain: (scene, question) => {
    const level = levelOf(question);
    const line = lineOf(question);
    return {
      expected: { line, level: titleLevelAt(level) },
      found: { title: standingTitle(scene, level, line)?.figure ?? null },
    };
  },
};

function competingApplications({ book, facts }: Scene, line: Line): readonly Application[] {
  return facts.applications.filter(
    (application) =>
      application.year === book.cycle.year &&
      application.line === OTHER_LINE[line] &&
      application.outcome !== "withdrawn",
  );
}

export const lineSameYear: Rule<"line.sameYear"> = {
  id: "line.sameYear",
  scope: "line",
  clause: citeNotice("四"),
  decide: (scene, question) =>
    scene.facts.applications.length === 0 ||
    competingApplications(scene, lineOf(question)).length === 0
      ? MET
      : firstDayOf(scene.book.cycle.year + 1),
  explain: (scene, question) => {
    const line = lineOf(question);
    return {
      expected: { year: scene.book.cycle.year, otherLine: OTHER_LINE[line] },
      found: {
        applications: competingApplications(scene, line).map(({ level, outcome }) => ({
          level,
          outcome,
        })),
      },
    };
  },
};

/** Titles of the level in the other line, of any series, standing or lapsed. */
function locks({ rank, line }: TitleFacts, question: Question): boolean {
  return rank === question.level && line === OTHER_LINE[lineOf(question)];
}

/** The first day free of the lock: the years are counted from the day after the title was obtained. */
function freeOn(scene: Scene, { obtainedOn }: TitleFacts): Day {
  return addYears(obtainedOn + 1, scene.book.parameters["line.lockoutYears"].value);
}

function decideLockout(scene: Scene, question: Question): Outcome {
  const { applyOn } = scene.book.cycle;
  let latest = applyOn;
  for (const title of scene.heldTitles) {
    if (locks(title, question)) latest = Math.max(latest, freeOn(scene, title));
  }
  return latest <= applyOn ? MET : latest;
}

function explainLockout(scene: Scene, question: Question): RequirementFigures["line.lockout"] {
  const { parameters, applyOn } = scene.book;
  return {
    expected: {
      years: parameters["line.lockoutYears"].value,
      otherLine: OTHER_LINE[lineOf(question)],
      level: titleLevelAt(levelOf(question)),
      on: applyOn,
    },
    found: {
      titles: scene.heldTitles
        .filter((title) => locks(title, question))
        .map((title) => ({ ...title.figure, freeOn: formatDay(freeOn(scene, title)) })),
    },
  };
}

export const lineLockout: Rule<"line.lockout"> = {
  id: "line.lockout",
  scope: "lineAndLevel",
  clause: ({ book }) => book.clauses["line.lockoutYears"],
  decide: decideLockout,
  explain: explainLockout,
};
