import { decide } from "../../shared/policy/decide.ts";
import type { Cycle } from "../../shared/policy/cycle.ts";
import { type PersonFacts, readPerson } from "../../shared/policy/facts.ts";
import { type Decision, decisionOf } from "../../shared/policy/outcome.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import type { PathwayId } from "../../shared/policy/pathway-names.ts";
import { titleLevelAt } from "../../shared/policy/ranks.ts";
import { openRuleBook, type RuleBook } from "../../shared/policy/rule-book.ts";
import { Scene } from "../../shared/policy/scene.ts";
import { countPosts, type UnitFacts } from "../../shared/policy/unit-facts.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Series } from "../../shared/records/series.ts";
import type { Line, TitleLevel } from "../../shared/records/title.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { factsOf } from "../widgets/facts.ts";
import { assumeGoodYears } from "./good-years.ts";
import { cycleIn } from "./open-year.ts";

/** 路线图: the rules asked once for each of the coming years, on the assumption of every projection. */

export const ROAD_YEARS = 10;

/** What a lane of the road map is about. */
export interface RoadQuestion {
  readonly pathway: PathwayId;
  readonly line: Line | null;
  readonly series: Series | null;
  readonly level: TitleLevel | null;
}

/** One question over the years. */
export interface Lane extends RoadQuestion {
  /** By year of the map; null where the question is not asked in that year. */
  readonly decisions: readonly (Decision | null)[];
  /** The first year of the map that is open; null where none is. */
  readonly firstYear: number | null;
}

export interface PersonRoad {
  readonly personId: string;
  readonly lanes: readonly Lane[];
}

/** What a road map is drawn from. */
export interface RoadSource {
  readonly unit: Unit;
  readonly people: readonly Person[];
  readonly cycle: Cycle;
  readonly pack: Pack;
}

/** The years of a map, the cycle's own first. */
export function roadYears(cycle: Cycle, years = ROAD_YEARS): readonly number[] {
  return Array.from({ length: years }, (_, index) => cycle.year + index);
}

/** A year made ready: its rules, and the unit's posts on its day of application. */
interface RoadYear {
  readonly year: number;
  readonly book: RuleBook;
  readonly unit: UnitFacts;
}

/**
 * The roads of the people chosen (everybody unless given), one after the other. It yields null too while
 * it prepares, so that whoever drives it can rest between any two steps.
 */
export function* walkRoads(
  { unit, people, cycle, pack }: RoadSource,
  isChosen: (person: Person) => boolean = () => true,
): Generator<PersonRoad | null> {
  const staff: PersonFacts[] = [];
  for (const person of people) {
    staff.push(factsOf(person));
    yield null;
  }
  const years: RoadYear[] = [];
  for (const year of roadYears(cycle)) {
    const own = cycleIn(cycle, year);
    years.push({
      year,
      book: openRuleBook(pack, own),
      unit: { unit, posts: countPosts(unit, staff, own.applyOn) },
    });
    yield null;
  }
  const walker = new RoadWalker(years, pack);
  for (const person of people) {
    if (isChosen(person)) yield walker.walk(person);
  }
}

class RoadWalker {
  readonly #years: readonly RoadYear[];
  readonly #pack: Pack;
  /** One a year, used for one person after another. */
  readonly #scenes: (Scene | undefined)[];

  constructor(years: readonly RoadYear[], pack: Pack) {
    this.#years = years;
    this.#pack = pack;
    this.#scenes = years.map(() => undefined);
  }

  walk(person: Person): PersonRoad {
    const first = this.#years[0]?.year ?? 0;
    const last = first + this.#years.length - 1;
    const facts = readPerson(assumeGoodYears(person, this.#pack.parameters, first, last - 1));
    const lanes = new Map<string, { question: RoadQuestion; decisions: (Decision | null)[] }>();
    for (const [index, year] of this.#years.entries()) {
      const scene = this.#scenes[index]?.take(facts) ?? new Scene(year.book, year.unit, facts);
      this.#scenes[index] = scene;
      for (const { asked, worst } of decide(scene)) {
        const { pathway, line, series } = asked;
        const level = asked.level === null ? null : titleLevelAt(asked.level);
        const question = { pathway, line, series, level };
        const key = roadKey(question);
        let lane = lanes.get(key);
        if (lane === undefined) {
          lane = { question, decisions: this.#years.map(() => null) };
          lanes.set(key, lane);
        }
        lane.decisions[index] = decisionOf(worst);
      }
    }
    return { personId: person.id, lanes: [...lanes.values()].map((lane) => this.#finish(lane)) };
  }

  #finish({
    question,
    decisions,
  }: {
    readonly question: RoadQuestion;
    readonly decisions: readonly (Decision | null)[];
  }): Lane {
    const open = decisions.indexOf("eligible");
    return { ...question, decisions, firstYear: this.#years[open]?.year ?? null };
  }
}

/** One text for each question. */
export function roadKey({ pathway, line, series, level }: RoadQuestion): string {
  return [pathway, line, series, level].map((part) => part ?? "-").join("/");
}
