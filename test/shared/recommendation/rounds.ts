import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import {
  type Criterion,
  newRound,
  type Publicity,
  type Round,
  type RoundOpening,
} from "../../../shared/recommendation/round.ts";

/** Rounds and candidacies for tests to spoil. */

export const AT = "2026-09-02T01:15:30Z";
export const SIGNED = { by: "王审核", at: AT };

export const CRITERIA: readonly Criterion[] = [
  { id: "virtue", name: "德", most: 100, weight: 30, basis: "judgement" },
  { id: "work", name: "绩", most: 100, weight: 50, basis: "judgement" },
  { id: "years", name: "基层工作年限", most: 100, weight: 20, basis: "townshipYears" },
];

export const OPENING: RoundOpening = {
  year: 2026,
  applyOn: "2026-09-01",
  cutOff: "2026-12-31",
  packId: "shandong-2020",
  criteria: CRITERIA,
  by: "王审核",
  at: "2026-03-02T01:15:30Z",
};

/** From Monday 7 September, which is not counted, for five working days. */
export const NOTICE: Publicity = {
  from: "2026-09-07",
  to: "2026-09-14",
  places: ["门诊楼公示栏"],
  contact: "院办公室",
  corrections: [],
  objections: [],
  certifiedBy: null,
  certifiedAt: null,
  candidacyIds: [],
};

export function roundWith(given: Partial<Round> = {}): Round {
  return { ...newRound(OPENING), ...given };
}

export function candidacyWith(given: Partial<Candidacy> = {}): Candidacy {
  return {
    id: "c-001",
    roundId: "2026",
    personId: "p-001",
    pathway: "regular",
    line: "provincial",
    series: "health",
    level: "associateSenior",
    chosenOn: "2026-09-01",
    decision: "eligible",
    confirmation: null,
    settlements: [],
    check: null,
    outcome: null,
    withdrawal: null,
    waivers: [],
    result: null,
    ...given,
  };
}
