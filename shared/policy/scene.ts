import type { Day } from "../calendar/day.ts";
import {
  holdsDay,
  type MergedPeriods,
  mergePeriods,
  subtractPeriods,
} from "../calendar/periods.ts";
import type { Series } from "../records/series.ts";
import type { PersonFacts, PostingFacts, TitleFacts } from "./facts.ts";
import type { Outcome } from "./outcome.ts";
import { NONE, type Rank } from "./ranks.ts";
import type { Requirement } from "./requirement.ts";
import type { RuleBook, RungFacts } from "./rule-book.ts";
import type { UnitFacts } from "./unit-facts.ts";

/** The rung that ladder.tenure reports, with the service counted on it. */
export interface Tenure {
  /** Null where the pack has rungs but the person's education meets none. */
  readonly rung: RungFacts | null;
  readonly periods: MergedPeriods;
  /** The day on which the rung's years are full; null if never. */
  readonly reachedOn: Day | null;
}

/**
 * One person before one rule book: what the rules ask more than once is worked out once here.
 * The arrays at the end are memory of the engine, filled as requirements are asked.
 */
export interface Scene {
  readonly book: RuleBook;
  readonly unit: UnitFacts;
  readonly facts: PersonFacts;
  /** The series that the person is asked in. */
  readonly series: Series;
  /** A township posting active on the day of application. */
  readonly townshipPosting: PostingFacts | null;
  /** A posting in the township or another grassroots unit active on that day. */
  readonly grassrootsPosting: PostingFacts | null;
  /** The highest education graduated by then. */
  readonly education: Rank;
  /** Titles obtained by then, standing or lapsed. */
  readonly heldTitles: readonly TitleFacts[];
  readonly outcomes: (Outcome | undefined)[];
  readonly requirements: (Requirement | undefined)[];
  readonly tenures: (Tenure | undefined)[];
  /** Service on standing titles by level. */
  readonly titleService: (MergedPeriods | undefined)[];
  townshipWork: MergedPeriods | undefined;
  professionalWork: MergedPeriods | undefined;
}

/** Sets a person before a rule book. */
export function setScene(book: RuleBook, unit: UnitFacts, facts: PersonFacts): Scene {
  const on = book.cycle.applyOn;
  let active: PostingFacts | null = null;
  let townshipPosting: PostingFacts | null = null;
  let grassrootsPosting: PostingFacts | null = null;
  for (const posting of facts.postings) {
    if (!isActive(facts, posting, on)) continue;
    if (active === null || posting.from > active.from) active = posting;
    if (posting.setting === "township") townshipPosting ??= posting;
    if (isGrassroots(posting)) grassrootsPosting ??= posting;
  }
  const heldTitles = facts.titles.filter((title) => title.obtainedOn <= on);
  return {
    book,
    unit,
    facts,
    series: active?.series ?? latestTitle(heldTitles, "any")?.series ?? "other",
    townshipPosting,
    grassrootsPosting,
    education: highestEducation(facts, on),
    heldTitles,
    outcomes: [],
    requirements: [],
    tenures: [],
    titleService: [],
    townshipWork: undefined,
    professionalWork: undefined,
  };
}

/** True for the settings that keep a grassroots title standing. */
export function isGrassroots({ setting }: PostingFacts): boolean {
  return setting === "township" || setting === "grassroots";
}

/** A posting is active on a day that it holds, with professional work in it and no study or leave beside it. */
export function isActive(facts: PersonFacts, posting: PostingFacts, on: Day): boolean {
  return (
    posting.isProfessionalWork &&
    holdsDay(posting, on) &&
    !facts.absences.some((absence) => holdsDay(absence, on))
  );
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

/** Counted township work: `township` and professional, without study and leave. */
export function townshipWork(scene: Scene): MergedPeriods {
  scene.townshipWork ??= countedWork(scene.facts, (posting) => posting.setting === "township");
  return scene.townshipWork;
}

/** Counted professional work anywhere, without study and leave. */
export function professionalWork(scene: Scene): MergedPeriods {
  scene.professionalWork ??= countedWork(scene.facts, () => true);
  return scene.professionalWork;
}

function countedWork(
  facts: PersonFacts,
  counts: (posting: PostingFacts) => boolean,
): MergedPeriods {
  const counted = facts.postings.filter((posting) => posting.isProfessionalWork && counts(posting));
  return subtractPeriods(mergePeriods(counted), facts.absences);
}
