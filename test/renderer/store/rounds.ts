import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import { newRound, type Round } from "../../../shared/recommendation/round.ts";

/** A round that has just been opened; parts can be given otherwise. */
export function makeRound(year: number, more: Partial<Round> = {}): Round {
  const opening = {
    year,
    applyOn: `${year}-09-01`,
    cutOff: `${year}-12-31`,
    packId: "shandong-2020",
    criteria: [],
    by: "李会计",
    at: `${year}-03-02T01:15:30Z`,
  };
  return { ...newRound(opening), ...more };
}

/** Somebody's candidacy as it is when it has been entered. */
export function makeCandidacy(
  id: string,
  personId: string,
  roundId: string,
  more: Partial<Candidacy> = {},
): Candidacy {
  return {
    id,
    roundId,
    personId,
    pathway: "regular",
    line: "grassroots",
    series: "health",
    level: "intermediate",
    chosenOn: "2026-03-05",
    decision: "eligible",
    confirmation: null,
    settlements: [],
    check: null,
    outcome: null,
    withdrawal: null,
    waivers: [],
    result: null,
    ...more,
  };
}
