import type { Series } from "../records/series.ts";
import { TITLE_LEVELS } from "../records/title.ts";
import type { Cycle } from "./cycle.ts";
import type { Pack, Parameters, Rung } from "./pack.ts";
import { EDUCATION_RANKS, NONE, type Rank, TITLE_RANKS } from "./ranks.ts";

/** A rung of the ladder with its levels as ranks. */
export interface RungFacts {
  readonly rung: Rung;
  readonly education: Rank;
  /** The title level on which the years are served; null counts work after graduation. */
  readonly from: Rank | null;
  readonly years: number;
}

/** A pack made ready to decide one cycle by. */
export interface RuleBook {
  readonly pack: Pack;
  readonly parameters: Parameters;
  readonly cycle: Cycle;
  /** By series and rank of the level applied for; undefined where the pack has no rungs. */
  readonly ladders: Readonly<
    Partial<Record<Series, readonly (readonly RungFacts[] | undefined)[]>>
  >;
}

/** Makes a pack ready for a cycle. */
export function openRuleBook(pack: Pack, cycle: Cycle): RuleBook {
  const ladders: Partial<Record<Series, (readonly RungFacts[] | undefined)[]>> = {};
  for (const [series, levels] of Object.entries(pack.ladders)) {
    ladders[series as Series] = TITLE_LEVELS.map((level) => levels[level]?.map(readRung));
  }
  return { pack, parameters: pack.parameters, cycle, ladders };
}

function readRung(rung: Rung): RungFacts {
  return {
    rung,
    education: EDUCATION_RANKS[rung.education],
    from: rung.from === null ? null : TITLE_RANKS[rung.from],
    years: rung.years,
  };
}

/** The rungs that lead to a level; undefined where the pack has none. */
export function rungsTo(
  book: RuleBook,
  series: Series,
  level: Rank,
): readonly RungFacts[] | undefined {
  return book.ladders[series]?.[level];
}

/** The lowest level that the pack has rungs for in a series, or NONE. */
export function lowestLevel(book: RuleBook, series: Series): Rank {
  return book.ladders[series]?.findIndex((rungs) => rungs !== undefined) ?? NONE;
}
