import type { Day } from "../../../shared/calendar/day.ts";
import { assess } from "../../../shared/policy/assessment.ts";
import { AnswerMaker, answerPeople, type PersonAnswers } from "../../../shared/policy/answer.ts";
import type { OpenUnit, PersonAssessments } from "../../../shared/policy/evaluate.ts";
import { type PersonFacts, readPerson } from "../../../shared/policy/facts.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { openRuleBook } from "../../../shared/policy/rule-book.ts";
import { Scene } from "../../../shared/policy/scene.ts";
import {
  type HeldPost,
  postsHeldBy,
  type PostUses,
  sumPosts,
} from "../../../shared/policy/unit-facts.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import { isSame } from "../edits/documents.ts";
import { makePacer, runPaced } from "../engine/slices.ts";
import { sha256Hex } from "../seal/bytes.ts";
import type { Assessed, Records, Settings } from "../types.ts";
import { ExplainedPeople } from "./explained-people.ts";
import { cycleOfSettings, hashRules, knownRules, packOf, writeInputs } from "./inputs.ts";

/** What is kept of a person, as they were when it was worked out. */
interface Kept {
  readonly person: Person;
  readonly posts: readonly HeldPost[];
  /** Null where only the posts are known yet. */
  readonly answers: PersonAnswers | null;
}

/** What a person's answers and posts were when they were stored. */
export interface StoredPerson {
  readonly posts: readonly HeldPost[];
  readonly answers: PersonAnswers;
}

/** Everybody's answers and what they were worked out from. */
export interface Decided {
  /** SHA-256 of the rules, and of all inputs besides the people. */
  readonly rules: string;
  readonly inputs: string;
  readonly cycle: Settings["cycle"];
  readonly people: ReadonlyMap<string, StoredPerson>;
}

/** The unit and the rules made ready for some records. */
type Desk = Pick<OpenUnit, "book" | "unit">;

/** So few changed people are worked out at once, before the screen is drawn again. */
const AT_ONCE = 10;
/** How often, in milliseconds, the screen is told while many are worked out. */
const TELL_EVERY = 250;

/**
 * Keeps the answers in step with the records. Each is kept with its inputs (the person, and a hash of the
 * cycle, the pack, the unit and how its posts are used) and worked out anew only when one of these changes;
 * many at a time in slices. What an earlier start stored is taken over by `adopt`.
 */
export class Assessor {
  readonly #tell: (assessed: Assessed) => void;
  #packs: readonly Pack[];
  readonly #maker = new AnswerMaker();
  readonly #facts = new WeakMap<Person, PersonFacts>();
  readonly #explained = new WeakMap<PersonAnswers, PersonAssessments>();
  readonly #kept = new Map<string, Kept>();
  /** The day that the kept posts are of. */
  #postsOn: Day | null = null;
  #inputs: string | null = null;
  /** What the kept answers were worked out at, or will be explained at. */
  #desk: Desk | null = null;
  /** The records whose answers are all there. */
  #settledFor: Records | null = null;
  /** Counts the updates: work begun for an earlier one stops. */
  #round = 0;

  constructor(packs: readonly Pack[], tell: (assessed: Assessed) => void) {
    this.#packs = packs;
    this.#tell = tell;
  }

  /** What is decided by from the next update on. */
  changePacks(packs: readonly Pack[]): void {
    this.#packs = packs;
  }

  /** Takes over what was stored of people who are as they were then; where another input has changed, nothing. */
  async adopt(
    records: Records,
    { inputs, cycle, people: stored }: Decided,
    hasChanged: (personId: string) => boolean,
  ): Promise<void> {
    const { unit, people, settings } = records;
    if (unit === null || !isSame(settings.cycle, cycle)) return;
    this.#postsOn = cycleOfSettings(settings).applyOn;
    for (const [id, { posts }] of stored) {
      const person = people.get(id);
      if (person !== undefined && !hasChanged(id))
        this.#kept.set(id, { person, posts, answers: null });
    }
    const pack = packOf(settings, this.#packs);
    const rules = await hashRules(pack);
    await runPaced(this.#readPosts(records, pack));
    const now = writeInputs({ rules, cycle, unit, posts: this.#countPosts(unit) });
    if ((await sha256Hex(now)) !== inputs) return;
    this.#inputs = now;
    for (const [id, { answers }] of stored) {
      const kept = this.#kept.get(id);
      if (kept !== undefined && !hasChanged(id)) this.#kept.set(id, { ...kept, answers });
    }
  }

  /** Works out what the records ask for and tells it; resolves when all is told. Few changes are told at once. */
  async update(records: Records): Promise<void> {
    this.#round += 1;
    this.#settledFor = null;
    const round = this.#round;
    const { unit, people } = records;
    const pack = packOf(records.settings, this.#packs);
    if (unit === null) {
      this.#kept.clear();
      this.#show(records, pack, 0);
      return;
    }
    for (const id of this.#kept.keys()) if (!people.has(id)) this.#kept.delete(id);
    const rules = knownRules(pack) ?? (await hashRules(pack));
    if (this.#round !== round) return;
    const pace = makePacer();
    for (const _ of this.#steps(records, unit, pack, rules)) {
      await pace();
      if (this.#round !== round) return;
    }
    this.#settledFor = records;
    this.#show(records, pack, 0);
  }

  /** Everybody's answers once they are worked out for these records; null before. */
  async decidedFor(records: Records): Promise<Decided | null> {
    const { settings } = records;
    const pack = packOf(settings, this.#packs);
    if (this.#inputs === null || this.#settledFor !== records) return null;
    const people = new Map<string, StoredPerson>();
    for (const [id, { posts, answers }] of this.#kept) {
      if (answers !== null) people.set(id, { posts, answers });
    }
    const inputs = await sha256Hex(this.#inputs);
    return { rules: await hashRules(pack), inputs, cycle: settings.cycle, people };
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

  *#factsOfAll(people: readonly Person[]): Generator<PersonFacts> {
    for (const person of people) yield this.#factsOf(person);
  }

  #answersOf(person: Person): PersonAnswers | null {
    const kept = this.#kept.get(person.id);
    return kept?.person === person ? kept.answers : null;
  }

  /** Steps between which the screen may draw; none for few changes. */
  *#steps(records: Records, unit: Unit, pack: Pack, rules: string): Generator<void, void> {
    yield* this.#readPosts(records, pack);
    const { cycle } = records.settings;
    const posts = this.#countPosts(unit);
    const inputs = writeInputs({ rules, cycle, unit, posts });
    if (this.#inputs !== inputs) {
      for (const [id, kept] of this.#kept) this.#kept.set(id, { ...kept, answers: null });
    }
    this.#inputs = inputs;
    this.#desk = {
      book: openRuleBook(pack, cycleOfSettings(records.settings)),
      unit: { unit, posts },
    };
    yield* this.#decide(this.#desk, records);
  }

  #countPosts(unit: Unit): PostUses {
    return sumPosts(
      unit,
      Array.from(this.#kept.values(), ({ posts }) => posts),
    );
  }

  /** The posts of who is new or changed; on another day, of everybody. */
  *#readPosts(records: Records, pack: Pack): Generator<void, void> {
    const { applyOn } = cycleOfSettings(records.settings);
    if (this.#postsOn !== applyOn) this.#kept.clear();
    this.#postsOn = applyOn;
    const asked = [...records.people.values()].filter(
      (person) => this.#kept.get(person.id)?.person !== person,
    );
    const isMany = asked.length > AT_ONCE;
    if (isMany) this.#show(records, pack, asked.length);
    for (const person of asked) {
      const posts = postsHeldBy(this.#factsOf(person), applyOn);
      this.#kept.set(person.id, { person, posts, answers: null });
      if (isMany) yield;
    }
  }

  /** Decides everybody whose answers are missing. */
  *#decide(desk: Desk, records: Records): Generator<void, void> {
    const { pack } = desk.book;
    const asked = [...records.people.values()].filter((person) => this.#answersOf(person) === null);
    const isMany = asked.length > AT_ONCE;
    if (isMany) this.#show(records, pack, asked.length);
    let told = performance.now();
    let left = asked.length;
    for (const answers of answerPeople(desk, this.#factsOfAll(asked), this.#maker)) {
      const kept = this.#kept.get(answers.personId);
      if (kept !== undefined) this.#kept.set(answers.personId, { ...kept, answers });
      left -= 1;
      if (isMany) yield;
      if (!isMany || performance.now() - told < TELL_EVERY) continue;
      this.#show(records, pack, left);
      told = performance.now();
    }
  }

  /** Only answers about people as they are now are shown. */
  #show({ people, settings }: Records, { id: packId }: Pack, pending: number): void {
    const { cycle } = settings;
    const answers = new Map<string, PersonAnswers>();
    for (const person of people.values()) {
      const one = this.#answersOf(person);
      if (one !== null) answers.set(person.id, one);
    }
    const byPerson = this.#explain(people, answers);
    this.#tell({ answers, byPerson, pending, packId, cycle });
  }

  /** Answers that were taken over can be explained once the unit's posts are counted. */
  #explain(
    people: Records["people"],
    all: ReadonlyMap<string, PersonAnswers>,
  ): ReadonlyMap<string, PersonAssessments> {
    const desk = this.#desk;
    if (desk === null) return new Map();
    return new ExplainedPeople(all, (answers) => {
      const known = this.#explained.get(answers);
      if (known !== undefined) return known;
      const { personId } = answers;
      const person = people.get(personId);
      if (person === undefined) throw new Error("answers about nobody on file");
      const scene = new Scene(desk.book, desk.unit, this.#factsOf(person));
      const explained = { personId, assessments: assess(scene) };
      this.#explained.set(answers, explained);
      return explained;
    });
  }
}
