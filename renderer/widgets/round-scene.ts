import { useMemo } from "react";
import { type Cycle, cycleOf } from "../../shared/policy/cycle.ts";
import type { PersonAssessments } from "../../shared/policy/evaluate.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { parseStart } from "../../shared/calendar/text.ts";
import { countPosts } from "../../shared/policy/unit-facts.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import type { RoundContext } from "../../shared/recommendation/context.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useStoreState } from "../store/context.ts";
import type { Records, RosterRow, StoreState } from "../store/types.ts";
import { factsOf } from "./facts.ts";
import { usePack, usePacks } from "./pack.ts";
import { useToday } from "./today.ts";

/** What every view of a round works with. */
export interface RoundScene {
  readonly round: Round;
  /** Those of the round, in the order of the roster. */
  readonly candidacies: readonly Candidacy[];
  readonly records: Records;
  readonly roster: readonly RosterRow[];
  readonly unit: Unit;
  readonly pack: Pack;
  readonly cycle: Cycle;
  /** The answers of the round's days; null where the program is set to other days. */
  readonly answers: ReadonlyMap<string, PersonAssessments> | null;
  /** What the machine of the round looks at; its answers are empty where `answers` is null. */
  readonly context: RoundContext;
  /** How many people are still to be worked out. */
  readonly pending: number;
}

const selectRows = ({ rows }: StoreState) => rows;
const selectAssessed = ({ assessed }: StoreState) => assessed;

/** True where the program is set to the days of a round. */
export function isSetTo({ cycle }: Records["settings"], round: Round): boolean {
  return (
    cycle.year === round.year && cycle.applyOn === round.applyOn && cycle.cutOff === round.cutOff
  );
}

/** A round's days as day numbers. */
export function cycleOfRound({ year, applyOn, cutOff }: Round): Cycle {
  const on = parseStart(applyOn);
  const until = parseStart(cutOff);
  if (on === null || until === null) throw new RangeError("a round without its days");
  return cycleOf(year, { applyOn: on, cutOff: until });
}

/** The pack that a round is decided by: a closed one keeps its own. */
export function packOfRound({ packId }: Round, packs: readonly Pack[], inForce: Pack): Pack {
  return packs.find(({ id }) => id === packId) ?? inForce;
}

/** The candidacies of a round in the order of the roster. */
export function candidaciesOf(
  { candidacies }: Pick<Records, "candidacies">,
  { id }: Round,
  roster: readonly RosterRow[],
): readonly Candidacy[] {
  const ranks = new Map(roster.map((row) => [row.id, row.nameRank]));
  const rankOf = ({ personId }: Candidacy) => ranks.get(personId) ?? roster.length;
  return [...candidacies.values()]
    .filter(({ roundId }) => roundId === id)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
}

const NO_ANSWERS: ReadonlyMap<string, PersonAssessments> = new Map();

/** Puts together what the views of a round work with. */
export function useRoundScene(records: Records, unit: Unit, round: Round): RoundScene {
  const roster = useStoreState(selectRows);
  const assessed = useStoreState(selectAssessed);
  const inForce = usePack();
  const packs = usePacks();
  const today = useToday();
  const cycle = useMemo(() => cycleOfRound(round), [round]);
  const posts = useMemo(
    () => countPosts(unit, [...records.people.values()].map(factsOf), cycle.applyOn),
    [unit, records.people, cycle],
  );
  return useMemo(() => {
    const candidacies = candidaciesOf(records, round, roster);
    const answers = isSetTo(records.settings, round) ? assessed.byPerson : null;
    const context = {
      round,
      candidacies,
      people: records.people,
      answers: answers ?? NO_ANSWERS,
      pack: packs.find(({ id }) => id === round.packId) ?? null,
      posts,
      attachments: [...records.attachments.values()],
      today,
    };
    const pack = packOfRound(round, packs, inForce);
    const { pending } = assessed;
    return { round, candidacies, records, roster, unit, pack, cycle, answers, context, pending };
  }, [records, unit, round, roster, assessed, inForce, cycle, posts, today, packs]);
}

/** A candidate's name; the number of the candidacy where the person is gone. */
export function nameOf({ records }: Pick<RoundScene, "records">, { personId }: Candidacy): string {
  return records.people.get(personId)?.name ?? personId;
}
