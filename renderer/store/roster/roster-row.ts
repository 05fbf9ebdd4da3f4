import type { Person } from "../../../shared/records/person.ts";
import type { Posting } from "../../../shared/records/posting.ts";
import { type Title, TITLE_LEVELS } from "../../../shared/records/title.ts";
import type { RosterRow } from "../types.ts";

/** What a list shows of a person; rank and initials are worked out over all names. */
export function makeRosterRow(person: Person, nameRank: number, initials: string): RosterRow {
  const { id, name, sex, birthDate, idNumber } = person;
  const title = highestTitle(person.titles);
  const running = person.postings.filter(({ to }) => to === null);
  const posting = latestOf(running);
  return {
    id,
    name,
    initials,
    nameRank,
    sex,
    birthDate,
    idTail: idNumber === null ? null : idNumber.slice(-4),
    titleName: title?.name ?? null,
    titleLevel: title?.level ?? null,
    series: title?.series ?? posting?.series ?? null,
    employer: posting?.employer ?? null,
    isManaging: running.some(({ management }) => management === true),
  };
}

/** Of equal levels the one obtained last. */
function highestTitle(titles: readonly Title[]): Title | null {
  let highest: Title | null = null;
  for (const title of titles) {
    if (highest === null || isHigher(title, highest)) highest = title;
  }
  return highest;
}

function isHigher(one: Title, other: Title): boolean {
  const difference = TITLE_LEVELS.indexOf(one.level) - TITLE_LEVELS.indexOf(other.level);
  return difference > 0 || (difference === 0 && one.obtainedOn > other.obtainedOn);
}

function latestOf(postings: readonly Posting[]): Posting | null {
  let latest: Posting | null = null;
  for (const posting of postings) {
    if (latest === null || posting.from > latest.from) latest = posting;
  }
  return latest;
}
