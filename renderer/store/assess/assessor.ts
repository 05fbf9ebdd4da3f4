import { parseStart } from "../../../shared/calendar/text.ts";
import type { Cycle } from "../../../shared/policy/cycle.ts";
import {
  evaluatePeople,
  type OpenUnit,
  type PersonAssessments,
} from "../../../shared/policy/evaluate.ts";
import { type PersonFacts, readPerson } from "../../../shared/policy/facts.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { packInEffect, SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import { openRuleBook } from "../../../shared/policy/rule-book.ts";
import { countPosts } from "../../../shared/policy/unit-facts.ts";
import type { Person } from "../../../shared/records/person.ts";
import { isSame } from "../edits/documents.ts";
import { makePacer } from "../engine/slices.ts";
import type { Assessed, Records, Settings } from "../types.ts";

/** A decision and the person as they were when it was worked out. */
interface Kept {
  readonly person: Person;
  readonly assessments: PersonAssessments;
}

/** What a decision depends on besides the person. */
interface Inputs {
  readonly unit: Records["unit"];
  readonly cycle: Settings["cycle"];
  readonly pack: Pack;
  readonly posts: unknown;
}

/** So few changed people are worked out at once, before the screen is drawn again. */
const AT_ONCE = 10;
/** How often, in milliseconds, the screen is told while many are worked out. */
const TELL_EVERY = 250;

/** The pack that a cycle is decided by: the one in effect when people apply. */
export function packOf({ cycle }: Settings, given: Pack | undefined): Pack {
  const [first] = SHIPPED_PACKS;
  const chosen = given ?? packInEffect(SHIPPED_PACKS, parseStart(cycle.applyOn) ?? 0) ?? first;
  if (chosen === undefined) throw new Error("no pack ships with the program");
  return chosen;
}

/** A cycle of the settings in day numbers. */
export function cycleOfSettings({ cycle }: Settings): Cycle {
  const [applyOn, cutOff] = [parseStart(cycle.applyOn), parseStart(cycle.cutOff)];
  if (applyOn === null || cutOff === null) throw new Error("settings were not checked");
  return { year: cycle.year, applyOn, cutOff };
}

/**
 * Keeps the decisions in step with the records. Each is kept with its inputs (the person, the cycle, the
 * pack, the unit and how its posts are used) and worked out anew only when one of these changes; many at
 * a time in slices. They are not stored: opening 10,000 sealed decisions takes longer than deciding.
 */
export class Assessor {
  readonly #tell: (assessed: Assessed) => void;
  readonly #givenPack: Pack | undefined;
  readonly #facts = new WeakMap<Person, PersonFacts>();
  readonly #kept = new Map<string, Kept>();
  #inputs: Inputs | null = null;
  /** Counts the updates: work begun for an earlier one stops. */
  #round = 0;

  constructor(givenPack: Pack | undefined, tell: (assessed: Assessed) => void) {
    this.#givenPack = givenPack;
    this.#tell = tell;
  }

  /** Works out what the records ask for and tells it; resolves when all is told. */
  async update(records: Records): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const { unit, people } = records;
    const pack = packOf(records.settings, this.#givenPack);
    if (unit === null) {
      this.#kept.clear();
      this.#inputs = null;
      this.#tell({ byPerson: new Map(), pending: 0, packId: pack.id });
      return;
    }
    const unread = countWhere(people.values(), (person) => !this.#facts.has(person));
    if (unread > AT_ONCE) {
      this.#show(records, pack, people.size);
      if (!(await this.#readFacts(people, round))) return;
    }
    const facts = [...people.values()].map((person) => this.#factsOf(person));
    const cycle = cycleOfSettings(records.settings);
    const posts = countPosts(unit, facts, cycle.applyOn);
    const inputs = { unit, cycle: records.settings.cycle, pack, posts };
    if (!isSameInputs(this.#inputs, inputs)) this.#kept.clear();
    this.#inputs = inputs;
    this.#drop(people);
    const asked = facts.filter(({ person }) => this.#kept.get(person.id)?.person !== person);
    const open = { book: openRuleBook(pack, cycle), unit: { unit, posts }, people: facts };
    await this.#workOut(open, asked, records, round);
  }

  /** Stops what is under way. */
  stop(): void {
    this.#round += 1;
  }

  #factsOf(person: Person): PersonFacts {
    const known = this.#facts.get(person);
    if (known !== undefined) return known;
    const facts = readPerson(person);
    this.#facts.set(person, facts);
    return facts;
  }

  async #readFacts(people: ReadonlyMap<string, Person>, round: number): Promise<boolean> {
    const pace = makePacer();
    for (const person of people.values()) {
      this.#factsOf(person);
      await pace();
      if (this.#round !== round) return false;
    }
    return true;
  }

  #drop(people: ReadonlyMap<string, Person>): void {
    for (const id of this.#kept.keys()) if (!people.has(id)) this.#kept.delete(id);
  }

  async #workOut(
    open: OpenUnit,
    asked: readonly PersonFacts[],
    records: Records,
    round: number,
  ): Promise<void> {
    const { pack } = open.book;
    if (asked.length > AT_ONCE) this.#show(records, pack, asked.length);
    const pace = makePacer();
    let told = performance.now();
    let left = asked.length;
    for (const assessments of evaluatePeople(open, asked)) {
      const person = records.people.get(assessments.personId);
      if (person !== undefined) this.#kept.set(person.id, { person, assessments });
      left -= 1;
      if (asked.length <= AT_ONCE) continue;
      await pace();
      if (this.#round !== round) return;
      if (performance.now() - told < TELL_EVERY) continue;
      this.#show(records, pack, left);
      told = performance.now();
    }
    this.#show(records, pack, 0);
  }

  /** Only decisions about people as they are now are shown. */
  #show({ people }: Records, { id }: Pack, pending: number): void {
    const byPerson = new Map<string, PersonAssessments>();
    for (const [personId, { person, assessments }] of this.#kept) {
      if (people.get(personId) === person) byPerson.set(personId, assessments);
    }
    this.#tell({ byPerson, pending, packId: id });
  }
}

function isSameInputs(a: Inputs | null, b: Inputs): boolean {
  return (
    a !== null &&
    a.pack === b.pack &&
    isSame(a.unit, b.unit) &&
    isSame(a.cycle, b.cycle) &&
    isSame(a.posts, b.posts)
  );
}

function countWhere<Item>(items: Iterable<Item>, test: (item: Item) => boolean): number {
  let count = 0;
  for (const item of items) if (test(item)) count += 1;
  return count;
}
