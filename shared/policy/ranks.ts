import { EDUCATION_LEVELS, type EducationLevel } from "../records/education.ts";
import { TITLE_LEVELS, type TitleLevel } from "../records/title.ts";

/** Levels as numbers, lowest 0, so that rules compare them; NONE stands below the lowest. */
export type Rank = number;
export const NONE: Rank = -1;

function ranksOf<Level extends string>(levels: readonly Level[]): Readonly<Record<Level, Rank>> {
  return Object.fromEntries(levels.map((level, rank) => [level, rank])) as Record<Level, Rank>;
}

export const TITLE_RANKS = ranksOf<TitleLevel>(TITLE_LEVELS);
export const EDUCATION_RANKS = ranksOf<EducationLevel>(EDUCATION_LEVELS);

/** The title level of a rank, 0 to 4. */
export function titleLevelAt(rank: Rank): TitleLevel {
  const level = TITLE_LEVELS[rank];
  if (level === undefined) throw new RangeError(`no title level of rank ${rank}`);
  return level;
}
