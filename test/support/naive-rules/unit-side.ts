import type { Sanction } from "../../../shared/records/sanction.ts";
import type { TitleLevel } from "../../../shared/records/title.ts";
import type { PostGroup } from "../../../shared/records/unit.ts";
import { lastDayOf, latestOf, nextDay } from "./dates.ts";
import {
  type Answer,
  MET,
  metWhen,
  type Question,
  seriesAndLevelOf,
  UNKNOWN,
  unmet,
} from "./question.ts";
import { runsOn, stretchOf } from "./service.ts";

/**
 * | sanction.none | no barring sanction runs on `applyOn`: `demerit` and graver bar everyone, `warning`
 * bars who has a posting with `management` running on that day (政务处分法 第二十条) | the day after the last
 * of the barring ones ends; null if one has no end |
 */
export function sanctionNone({ person, cycle, pack }: Question): Answer {
  const isManager = person.postings.some(
    (posting) => posting.management === true && runsOn(stretchOf(posting), cycle.applyOn),
  );
  const { parameters } = pack;
  const bars = ({ kind }: Sanction) =>
    parameters["sanction.barsEveryone"].value.includes(kind) ||
    (isManager && parameters["sanction.barsManagers"].value.includes(kind));
  const barring = person.sanctions.filter(
    (sanction) => bars(sanction) && runsOn(stretchOf(sanction), cycle.applyOn),
  );
  if (barring.length === 0) return MET;
  const ends = barring.flatMap(({ to }) => lastDayOf(to) ?? []);
  const last = latestOf(ends);
  if (ends.length < barring.length || last === null) return unmet(null);
  return unmet(nextDay(last));
}

/** "Groups: junior, intermediate, associateSenior, senior." 初级 = technician or assistant. */
function groupOf(level: TitleLevel): PostGroup {
  return level === "technician" || level === "assistant" ? "junior" : level;
}

/**
 * | quota.vacancy | approved posts of L's group − people with an appointment running on `applyOn` on a
 * `regular` post on a title of that group ≥ 1. […] Approved not known: unknown | null |
 */
export function quotaVacancy(question: Question): Answer {
  const { unitFile, cycle } = question;
  const group = groupOf(seriesAndLevelOf(question).level);
  const approved = unitFile.unit.posts === null ? null : unitFile.unit.posts[group];
  if (approved === null) return UNKNOWN;
  const holders = unitFile.people.filter(({ appointments, titles }) =>
    appointments.some((appointment) => {
      const title = titles.find(({ id }) => id === appointment.titleId);
      return (
        appointment.post === "regular" &&
        title !== undefined &&
        groupOf(title.level) === group &&
        runsOn(stretchOf(appointment), cycle.applyOn)
      );
    }),
  );
  return metWhen(approved - holders.length >= 1);
}
