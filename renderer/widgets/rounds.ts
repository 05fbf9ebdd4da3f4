import type { Round } from "../../shared/recommendation/round.ts";
import type { Records } from "../store/types.ts";

type Rounds = Pick<Records, "rounds">;

/** All rounds, the latest year first. */
export function roundsByYear({ rounds }: Rounds): readonly Round[] {
  return [...rounds.values()].toSorted((a, b) => b.year - a.year);
}

/** The round that is worked on: the latest that is not archived, else the latest; null for none. */
export function currentRound(records: Rounds): Round | null {
  const all = roundsByYear(records);
  return all.find(({ state }) => state !== "archived") ?? all[0] ?? null;
}

/** The round of the year before, or the last one before that; null for none. */
export function previousRound(records: Rounds, year: number): Round | null {
  return roundsByYear(records).find((round) => round.year < year) ?? null;
}

/** The year that is opened next: the program's own where it has no round yet, else the one after the last. */
export function nextYear(records: Pick<Records, "rounds" | "settings">): number {
  const [last] = roundsByYear(records);
  const own = records.settings.cycle.year;
  return last === undefined || last.year < own ? own : last.year + 1;
}
