import { addYears, firstDayOf, isOnOrBefore, latestOf, newYearOf, nextDay } from "./dates.ts";
import {
  type Answer,
  lineOf,
  MET,
  metWhen,
  type Question,
  seriesAndLevelOf,
  unmet,
} from "./question.ts";
import { isHeld, isStanding } from "./standing.ts";

/** | line.held | no standing title of the same series, level and line is held | null | */
export function lineHeld(question: Question): Answer {
  const { series, level } = seriesAndLevelOf(question);
  return metWhen(
    !question.person.titles.some(
      (title) =>
        title.series === series &&
        title.level === level &&
        title.line === lineOf(question) &&
        isStanding(title, question),
    ),
  );
}

/**
 * | line.sameYear | no application of year Y in the other line whose outcome is not `withdrawn` |
 * 1 January of Y + 1 |
 */
export function lineSameYear(question: Question): Answer {
  const isBarred = question.person.applications.some(
    ({ year, line, outcome }) =>
      year === question.cycle.year && line !== lineOf(question) && outcome !== "withdrawn",
  );
  return isBarred ? unmet(newYearOf(question.cycle.year + 1)) : MET;
}

/**
 * | line.lockout | every title of level L in the other line, of any series, obtained on or before
 * `applyOn`: five years (P), counted from the day after it was obtained, are over on `applyOn` | the day
 * after the last of the five years, the latest of them |
 */
export function lineLockout(question: Question): Answer {
  const { level } = seriesAndLevelOf(question);
  const { person, cycle, pack } = question;
  const free = person.titles
    .filter(
      (title) =>
        title.level === level && title.line !== lineOf(question) && isHeld(title, question),
    )
    .map(({ obtainedOn }) =>
      addYears(nextDay(firstDayOf(obtainedOn)), pack.parameters["line.lockoutYears"].value),
    );
  const latest = latestOf(free);
  if (latest === null || isOnOrBefore(latest, cycle.applyOn)) return MET;
  return unmet(latest);
}
