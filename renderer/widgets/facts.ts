import { type PersonFacts, readPerson } from "../../shared/policy/facts.ts";
import type { Person } from "../../shared/records/person.ts";

/** People never change in place, so what was read of one holds as long as the object does. */
const known = new WeakMap<Person, PersonFacts>();

/** A person's facts, read once for all pages. */
export function factsOf(person: Person): PersonFacts {
  const before = known.get(person);
  if (before !== undefined) return before;
  const facts = readPerson(person);
  known.set(person, facts);
  return facts;
}
