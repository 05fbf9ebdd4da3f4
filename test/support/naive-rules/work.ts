import {
  type Answer,
  MET,
  metWhen,
  type Question,
  seriesAndLevelOf,
  type Matter,
  unmet,
} from "./question.ts";
import type { PlainDate } from "./dates.ts";
import { isReached, reachedOn, type Service, type Stretch, stretchOf } from "./service.ts";
import { hasActiveGrassrootsPosting, isActive } from "./standing.ts";

/** "Postings of kind `study` or `leave` never count, and their days are excluded from every length." */
export function awayPeriods({ person }: Matter): Stretch[] {
  return person.postings.filter(({ kind }) => kind === "study" || kind === "leave").map(stretchOf);
}

/** Met once a length is reached; "metOn: as a length". */
export function metByLength(service: Service, years: number, upTo: PlainDate): Answer {
  return isReached(service, years, upTo) ? MET : unmet(reachedOn(service, years));
}

/**
 * | employment.grassroots | a posting with setting `township` or `grassroots` is active on `applyOn`,
 * and the unit is in the catalogue | null |
 */
export function employmentGrassroots(question: Question): Answer {
  return metWhen(hasActiveGrassrootsPosting(question) && question.unitFile.unit.inCatalogue);
}

/** | employment.township | a posting with setting `township` is active on `applyOn` | null | */
export function employmentTownship(question: Question): Answer {
  return metWhen(
    question.person.postings.some(
      (posting) => posting.setting === "township" && isActive(posting, question),
    ),
  );
}

/**
 * | township.years | township years ≥ 10 for `intermediate`, 20 for `associateSenior`, 30 for `senior`
 * | as a length |
 * "Township years: postings with setting `township` and `professional`."
 */
export function townshipYears(question: Question): Answer {
  const { level } = seriesAndLevelOf(question);
  if (level === "technician" || level === "assistant") throw new Error("not asked at this level");
  const counted = question.person.postings
    .filter(
      ({ setting, professional, kind }) =>
        setting === "township" && professional && kind !== "study" && kind !== "leave",
    )
    .map(stretchOf);
  const service = { counted, excluded: awayPeriods(question) };
  const years = question.pack.parameters["township.years"].value[level];
  return metByLength(service, years, question.cycle.cutOff);
}
