import type { Person } from "../../shared/records/person.ts";
import type { Say } from "../i18n/messages.ts";
import type { PeopleKey } from "./messages.ts";

const NAMED = 5;

/** The names of a few people, and how many there are where they are more. */
export function nameSome(people: readonly Pick<Person, "name">[], say: Say<PeopleKey>): string {
  const names = people
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(say("gap.and"));
  return people.length <= NAMED ? names : say("bulk.namesMore", { names, count: people.length });
}
