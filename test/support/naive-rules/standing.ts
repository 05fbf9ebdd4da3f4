import type { EducationLevel } from "../../../shared/records/education.ts";
import { EDUCATION_LEVELS } from "../../../shared/records/education.ts";
import type { Posting } from "../../../shared/records/posting.ts";
import type { Series } from "../../../shared/records/series.ts";
import { type Title, TITLE_LEVELS, type TitleLevel } from "../../../shared/records/title.ts";
import { firstDayOf, isBefore, isOnOrBefore } from "./dates.ts";
import type { Matter } from "./question.ts";
import { runsOn, stretchOf } from "./service.ts";

/**
 * "A posting is active on a day if it runs on that day, is `professional`, is not `study` or `leave`,
 * and no `study` or `leave` posting runs on that day." The day asked about is always `applyOn`.
 */
export function isActive(posting: Posting, { person, cycle }: Matter): boolean {
  const isAway = ({ kind }: Posting) => kind === "study" || kind === "leave";
  return (
    runsOn(stretchOf(posting), cycle.applyOn) &&
    posting.professional &&
    !isAway(posting) &&
    !person.postings.some((other) => isAway(other) && runsOn(stretchOf(other), cycle.applyOn))
  );
}

export function isTownshipOrGrassroots({ setting }: Posting): boolean {
  return setting === "township" || setting === "grassroots";
}

export function hasActiveGrassrootsPosting(matter: Matter): boolean {
  return matter.person.postings.some(
    (posting) => isTownshipOrGrassroots(posting) && isActive(posting, matter),
  );
}

/** "A title obtained after `applyOn` is not held." */
export function isHeld(title: Title, { cycle }: Matter): boolean {
  return isOnOrBefore(firstDayOf(title.obtainedOn), cycle.applyOn);
}

/**
 * "A provincial title stands once held. A grassroots title stands only while a posting with setting
 * `township` or `grassroots` is active on `applyOn` (离开无效)."
 */
export function isStanding(title: Title, matter: Matter): boolean {
  if (!isHeld(title, matter)) return false;
  return title.line === "provincial" || hasActiveGrassrootsPosting(matter);
}

export function heightOf(level: TitleLevel): number {
  return TITLE_LEVELS.indexOf(level);
}

/**
 * "S is the series of the posting active on `applyOn` (the one with the latest start; of equals the
 * first listed), else of the latest title (of equals the first listed), else `other`."
 * The latest title is sought among the titles held.
 */
export function seriesOf(matter: Matter): Series {
  let latestPosting: Posting | undefined;
  for (const posting of matter.person.postings) {
    if (!isActive(posting, matter)) continue;
    if (
      latestPosting === undefined ||
      isBefore(firstDayOf(latestPosting.from), firstDayOf(posting.from))
    )
      latestPosting = posting;
  }
  if (latestPosting !== undefined) return latestPosting.series;
  let latestTitle: Title | undefined;
  for (const title of matter.person.titles) {
    if (!isHeld(title, matter)) continue;
    if (
      latestTitle === undefined ||
      isBefore(firstDayOf(latestTitle.obtainedOn), firstDayOf(title.obtainedOn))
    )
      latestTitle = title;
  }
  return latestTitle?.series ?? "other";
}

/** True where some education graduated on or before `applyOn` is at least of a level. */
export function hasEducation(level: EducationLevel, { person, cycle }: Matter): boolean {
  return person.education.some(
    (education) =>
      isOnOrBefore(firstDayOf(education.graduatedOn), cycle.applyOn) &&
      EDUCATION_LEVELS.indexOf(education.level) >= EDUCATION_LEVELS.indexOf(level),
  );
}
