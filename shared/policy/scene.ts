import type { Day } from "../calendar/day.ts";
import { holdsDay, type MergedPeriods } from "../calendar/periods.ts";
import type { Series } from "../records/series.ts";
import { TITLE_LEVELS } from "../records/title.ts";
import type { PersonFacts, PostingFacts, TitleFacts } from "./facts.ts";
import { MET, type Outcome } from "./outcome.ts";
import { NONE, type Rank } from "./ranks.ts";
import type { Requirement } from "./requirement.ts";
import type { RuleBook, RungFacts } from "./rule-book.ts";
import type { UnitFacts } from "./unit-facts.ts";

/** The rung that ladder.tenure reports. */
export interface Tenure {
  /** Null where the person's education meets no rung, or the pack has none. */
  readonly rung: RungFacts | null;
  /** The day on which the rung's years are full; FOREVER if never. */
  readonly reachedOn: Day;
}

/** Time served in some appointments or postings. */
export interface ServedTime {
  /** What counts towards the length: without study and leave. */
  readonly periods: MergedPeriods;
  /** The last calendar years wholly inside, whose appraisals and hours are asked. */
  readonly lastYears: readonly number[];
}

/** Stands in a scene's memory for what has not been asked yet. */
export const NOT_ASKED: Outcome = MET - 1;
/** Room for the answers to one person's questions; `requirements/registry.ts` sees to it that they fit. */
export const MEMORY_SLOTS = 80;

/** What was worked out for the person at hand, by slot; forgetting it all is one addition. */
class Memory<Value> {
  readonly #values: (Value | undefined)[] = Array.from({ length: MEMORY_SLOTS }, () => undefined);
  /** In which turn a slot was filled. */
  readonly #turns = new Int32Array(MEMORY_SLOTS);
  #turn = 1;

  forget(): void {
    this.#turn += 1;
  }

  /** Undefined where the slot was not filled since the last forgetting, and for -1. */
  get(slot: number): Value | undefined {
    return this.#turns[slot] === this.#turn ? this.#values[slot] : undefined;
  }

  set(slot: number, value: Value): void {
    if (slot < 0) return;
    this.#values[slot] = value;
    this.#turns[slot] = this.#turn;
  }
}

/**
 * One person before one rule book: what the rules ask more than once is worked out once here. A scene
 * is used for one person after another, since its memory would otherwise be most of the work on ten
 * thousand people; whoever keeps something of an earlier person keeps verdicts or assessments.
 */
export class Scene {
  readonly book: RuleBook;
  readonly unit: UnitFacts;
  facts: PersonFacts;
  /** The series that the person is asked in. */
  series: Series = "other";
  /** A township posting active on the day of application. */
  townshipPosting: PostingFacts | null = null;
  /** A posting in the township or another grassroots unit active on that day. */
  grassrootsPosting: PostingFacts | null = null;
  /** The highest education graduated by then. */
  education: Rank = NONE;
  /** Titles obtained by then, standing or lapsed. */
  heldTitles: readonly TitleFacts[] = [];
  /** By slot of the question, see `requirements/registry.ts`. */
  readonly outcomes = new Int32Array(MEMORY_SLOTS).fill(NOT_ASKED);
  readonly requirements = new Memory<Requirement>();
  /** Outcomes under other conventions of counting, likewise. */
  readonly conventions = new Memory<readonly Outcome[] | null>();
  /** By level. */
  readonly tenures: (Tenure | undefined)[] = TITLE_LEVELS.map(() => undefined);
  /** Service on standing titles, by level. */
  readonly titleService: (MergedPeriods | undefined)[] = TITLE_LEVELS.map(() => undefined);
  /** Appointments on the grassroots titles that conversion asks about. */
  conversionTime: ServedTime | undefined;
  directHireTime: ServedTime | undefined;

  constructor(book: RuleBook, unit: UnitFacts, facts: PersonFacts) {
    this.book = book;
    this.unit = unit;
    this.facts = facts;
    this.#survey();
  }

  /** Sets another person before the same rule book. */
  take(facts: PersonFacts): this {
    this.facts = facts;
    this.outcomes.fill(NOT_ASKED);
    this.requirements.forget();
    this.conventions.forget();
    this.tenures.fill(undefined);
    this.titleService.fill(undefined);
    this.conversionTime = undefined;
    this.directHireTime = undefined;
    this.#survey();
    return this;
  }

  #survey(): void {
    const { facts } = this;
    const on = this.book.cycle.applyOn;
    const active = isAbsent(facts, on) ? null : this.#surveyPostings(on);
    if (active === null) {
      this.townshipPosting = null;
      this.grassrootsPosting = null;
    }
    this.heldTitles = titlesHeld(facts.titles, on);
    this.education = highestEducation(facts, on);
    this.series = active?.series ?? latestTitle(this.heldTitles, "any")?.series ?? "other";
  }

  /** Finds what is active on a day, and gives the posting that began last. */
  #surveyPostings(on: Day): PostingFacts | null {
    let active: PostingFacts | null = null;
    let township: PostingFacts | null = null;
    let grassroots: PostingFacts | null = null;
    for (const posting of this.facts.postings) {
      if (!posting.isProfessionalWork || !holdsDay(posting, on)) continue;
      if (active === null || posting.from > active.from) active = posting;
      if (posting.setting === "township") township ??= posting;
      if (isGrassroots(posting)) grassroots ??= posting;
    }
    this.townshipPosting = township;
    this.grassrootsPosting = grassroots;
    return active;
  }
}

/** True for the settings that keep a grassroots title standing. */
export function isGrassroots({ setting }: PostingFacts): boolean {
  return setting === "township" || setting === "grassroots";
}

/** True while full-time study or long leave runs. */
function isAbsent({ absences }: PersonFacts, on: Day): boolean {
  for (const absence of absences) if (holdsDay(absence, on)) return true;
  return false;
}

/** A posting is active on a day that it holds, with professional work in it and no study or leave beside it. */
export function isActive(facts: PersonFacts, posting: PostingFacts, on: Day): boolean {
  return posting.isProfessionalWork && holdsDay(posting, on) && !isAbsent(facts, on);
}

/** Titles obtained by a day; most people have no later ones, and then need no list of their own. */
function titlesHeld(titles: readonly TitleFacts[], on: Day): readonly TitleFacts[] {
  for (const title of titles) {
    if (title.obtainedOn > on) return titles.filter(({ obtainedOn }) => obtainedOn <= on);
  }
  return titles;
}

/** The title obtained last, of one series or of any; of equals the first listed. */
export function latestTitle(
  titles: readonly TitleFacts[],
  series: Series | "any",
): TitleFacts | null {
  let latest: TitleFacts | null = null;
  for (const title of titles) {
    if (series !== "any" && title.series !== series) continue;
    if (latest === null || title.obtainedOn > latest.obtainedOn) latest = title;
  }
  return latest;
}

function highestEducation(facts: PersonFacts, on: Day): Rank {
  let highest = NONE;
  for (const { rank, graduatedOn } of facts.education) {
    if (graduatedOn <= on && rank > highest) highest = rank;
  }
  return highest;
}

/** A provincial title stands once held; a grassroots one only while its holder works at the grassroots (离开无效). */
export function isStanding(scene: Scene, title: TitleFacts): boolean {
  return title.line === "provincial" || scene.grassrootsPosting !== null;
}

/** The rank of the highest standing title of the person's series, or NONE. */
export function highestStandingRank(scene: Scene): Rank {
  let highest = NONE;
  for (const title of scene.heldTitles) {
    if (title.series === scene.series && title.rank > highest && isStanding(scene, title)) {
      highest = title.rank;
    }
  }
  return highest;
}
