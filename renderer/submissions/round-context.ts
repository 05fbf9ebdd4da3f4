import type { Day } from "../../shared/calendar/day.ts";
import { parseStart } from "../../shared/calendar/text.ts";
import type { PersonAssessments } from "../../shared/policy/evaluate.ts";
import { readPerson } from "../../shared/policy/facts.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { countPosts } from "../../shared/policy/unit-facts.ts";
import type { RoundContext } from "../../shared/recommendation/context.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import type { Unit } from "../../shared/records/unit.ts";
import type { Records } from "../store/types.ts";

/** The round that is worked on: the latest that is not archived, else the latest; null for none. */
export function currentRound({ rounds }: Pick<Records, "rounds">): Round | null {
  const all = [...rounds.values()].toSorted((a, b) => b.year - a.year);
  return all.find(({ state }) => state !== "archived") ?? all[0] ?? null;
}

/** True where the program's answers are those for a round's days. */
export function isSetTo({ settings }: Pick<Records, "settings">, round: Round): boolean {
  const { year, applyOn, cutOff } = settings.cycle;
  return year === round.year && applyOn === round.applyOn && cutOff === round.cutOff;
}

/** What a round's steps depend on besides the records. */
export interface RoundSurroundings {
  /** Of the rules, for the round's days. */
  readonly answers: ReadonlyMap<string, PersonAssessments>;
  readonly packs: readonly Pack[];
  readonly today: Day;
}

/** Everything that decides about the steps of a round. */
export function roundContextOf(
  records: Records,
  unit: Unit,
  round: Round,
  { answers, packs, today }: RoundSurroundings,
): RoundContext {
  const applyOn = parseStart(round.applyOn) ?? today;
  return {
    round,
    candidacies: [...records.candidacies.values()].filter(({ roundId }) => roundId === round.id),
    people: records.people,
    answers,
    pack: packs.find(({ id }) => id === round.packId) ?? null,
    posts: countPosts(unit, [...records.people.values()].map(readPerson), applyOn),
    attachments: [...records.attachments.values()],
    today,
  };
}
