import type { Pack } from "../../policy/pack.ts";
import { SERIES, type Series } from "../../records/series.ts";
import { TITLE_LEVELS, type TitleLevel } from "../../records/title.ts";
import { bareHeadingKey, headingKey } from "../text.ts";

/** Titles by their names, those of earlier systems (小学高级教师) included, as the pack lists them. */

export interface NamedTitle {
  readonly name: string;
  readonly series: Series;
  readonly level: TitleLevel;
}

const MOST_CANDIDATES = 5;
/** 人社部发〔2015〕79号 names teachers of today's system in full: 中小学一级教师. */
const IN_FULL = /^中小学(?=(?:三级|二级|一级|高级|正高级)教师$)/;
/** Grades of skilled workers, which are no titles. 技师 is left out: it is one in health. */
const WORKER_GRADE =
  /^(?:(?:初级|中级|高级|普通|普|技术)工|工人(?:技师)?|高级技师)(?:[一二三四五]级)?(?:\(.*\))?$/;

export class TitleNames {
  readonly #byKey = new Map<string, NamedTitle[]>();
  readonly #all: NamedTitle[] = [];

  constructor({ titleNames }: Pack) {
    for (const series of SERIES) {
      const named = titleNames[series];
      if (named === undefined) continue;
      for (const level of TITLE_LEVELS) {
        for (const name of named[level] ?? []) this.#add({ name, series, level });
      }
      for (const [name, level] of Object.entries(named.former ?? {})) {
        this.#add({ name, series, level });
      }
    }
  }

  #add(title: NamedTitle): void {
    const key = headingKey(title.name);
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), title]);
    this.#all.push(title);
  }

  /** The titles of a name; more than one where several series know it. */
  find(name: string): readonly NamedTitle[] {
    const bare = bareHeadingKey(name);
    return (
      this.#byKey.get(headingKey(name)) ??
      this.#byKey.get(bare) ??
      this.#byKey.get(bare.replace(IN_FULL, "")) ??
      []
    );
  }

  /** Names that share most with one that is not known, the likeliest first. */
  candidates(name: string): readonly string[] {
    const pairs = pairsOf(headingKey(name));
    const scored = this.#all
      .map((title) => ({
        name: title.name,
        score: likeness(pairs, pairsOf(headingKey(title.name))),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    return [...new Set(scored.map((one) => one.name))].slice(0, MOST_CANDIDATES);
  }
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Dice's coefficient: how many pairs of neighbouring characters two names share. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Levels by the words that rosters use; 初级 and 高级 leave open which of two. */
const LEVEL_WORDS: Readonly<Record<string, readonly TitleLevel[]>> = {
  员级: ["technician"],
  初级: ["technician", "assistant"],
  助理级: ["assistant"],
  师级: ["assistant"],
  初级师: ["assistant"],
  初级士: ["technician"],
  中级: ["intermediate"],
  高级: ["associateSenior", "senior"],
  副高: ["associateSenior"],
  副高级: ["associateSenior"],
  正高: ["senior"],
  正高级: ["senior"],
};

/** The levels that a word may mean; empty for a word that is none. */
export function levelsOfWord(word: string): readonly TitleLevel[] {
  const key = headingKey(word).replace(/职称$|职务$/, "");
  return Object.hasOwn(LEVEL_WORDS, key) ? (LEVEL_WORDS[key] ?? []) : [];
}

/** True for the grade of a skilled worker: 高级工, 技术工三级. */
export function isWorkerGrade(name: string): boolean {
  return WORKER_GRADE.test(headingKey(name));
}
