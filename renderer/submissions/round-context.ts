import type { Day } from "../../shared/calendar/day.ts";
import { parseStart } from "../../shared/calendar/text.ts";
import { readPerson } from "../../shared/policy/facts.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { countPosts } from "../../shared/policy/unit-facts.ts";
import type { RoundContext } from "../../shared/recommendation/context.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import type { Unit } from "../../shared/records/unit.ts";
import type { Records } from "../store/types.ts";
import { candidaciesOf } from "../widgets/round-scene.ts";

/** A round among the records, for the steps that the bureau takes: these ask the rules for nothing. */
export function roundContextOf(
  records: Records,
  unit: Unit,
  round: Round,
  { packs, today }: { readonly packs: readonly Pack[]; readonly today: Day },
): RoundContext {
  const applyOn = parseStart(round.applyOn) ?? today;
  return {
    round,
    candidacies: candidaciesOf(records, round, []),
    people: records.people,
    answers: new Map(),
    pack: packs.find(({ id }) => id === round.packId) ?? null,
    posts: countPosts(unit, [...records.people.values()].map(readPerson), applyOn),
    attachments: [...records.attachments.values()],
    today,
  };
}
