import type { Person } from "../records/person.ts";
import type { UnitFile } from "../records/unit-file.ts";
import { type Assessment, assess } from "./assessment.ts";
import type { Cycle } from "./cycle.ts";
import { type PersonFacts, readPerson } from "./facts.ts";
import type { Pack } from "./pack.ts";
import { openRuleBook, type RuleBook } from "./rule-book.ts";
import { Scene } from "./scene.ts";
import { countPosts, type PostUses, type UnitFacts } from "./unit-facts.ts";

/** All assessments of one person. */
export interface PersonAssessments {
  readonly personId: string;
  readonly assessments: readonly Assessment[];
}

/** A unit read for one cycle and pack, ready to assess its people one by one. */
export interface OpenUnit {
  readonly book: RuleBook;
  readonly unit: UnitFacts;
  readonly people: readonly PersonFacts[];
}

export interface EvaluateOptions {
  /** Who is to be assessed; everybody unless given. */
  readonly isChosen?: (person: Person) => boolean;
  /**
   * How the unit's posts are used, where the unit file does not hold the whole staff (a package
   * carries the recommended people only); counted from the file's people unless given.
   */
  readonly posts?: PostUses;
}

/** Reads a checked unit file for a cycle. */
export function openUnit(
  { unit, people }: UnitFile,
  cycle: Cycle,
  pack: Pack,
  posts?: PostUses,
): OpenUnit {
  const facts = people.map(readPerson);
  return {
    book: openRuleBook(pack, cycle),
    unit: { unit, posts: posts ?? countPosts(unit, facts, cycle.applyOn) },
    people: facts,
  };
}

/** Every assessment of some members of an open unit, one after the other. */
export function* evaluatePeople(
  { book, unit }: OpenUnit,
  people: Iterable<PersonFacts>,
): Generator<PersonAssessments> {
  let scene: Scene | undefined;
  for (const facts of people) {
    scene = scene?.take(facts) ?? new Scene(book, unit, facts);
    yield { personId: facts.person.id, assessments: assess(scene) };
  }
}

/**
 * The rules of policy.md for everybody in a unit file, or for the people chosen. Pure: the same input
 * gives the same answer, with no clock and no chance in it.
 */
export function evaluate(
  unitFile: UnitFile,
  cycle: Cycle,
  pack: Pack,
  { isChosen = () => true, posts }: EvaluateOptions = {},
): readonly PersonAssessments[] {
  const open = openUnit(unitFile, cycle, pack, posts);
  const chosen = open.people.filter(({ person }) => isChosen(person));
  return [...evaluatePeople(open, chosen)];
}
