import type { RoundScene } from "../../../renderer/widgets/round-scene.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import { countPosts } from "../../../shared/policy/unit-facts.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import { factsOf } from "../../../renderer/widgets/facts.ts";
import { BY_PERSON, CYCLE, PACK, ROSTER, UNIT_FILE } from "../eligibility/sample.ts";
import { roundWith } from "../../shared/recommendation/rounds.ts";

/** A round of the invented unit, as the views get it. */
export function sceneWith(
  candidacies: readonly Candidacy[] = [],
  given: Partial<Round> = {},
): RoundScene {
  const round = roundWith(given);
  const people = new Map(UNIT_FILE.people.map((person) => [person.id, person]));
  const posts = countPosts(UNIT_FILE.unit, UNIT_FILE.people.map(factsOf), CYCLE.applyOn);
  const { year, applyOn, cutOff } = round;
  return {
    round,
    candidacies,
    records: {
      unit: UNIT_FILE.unit,
      people,
      attachments: new Map(),
      rounds: new Map([[round.id, round]]),
      candidacies: new Map(candidacies.map((one) => [one.id, one])),
      settings: { cycle: { year, applyOn, cutOff }, operators: [], operatorId: null },
    },
    roster: ROSTER,
    unit: UNIT_FILE.unit,
    pack: PACK,
    cycle: CYCLE,
    answers: BY_PERSON,
    context: {
      round,
      candidacies,
      people,
      answers: BY_PERSON,
      pack: PACK,
      posts,
      attachments: [],
      today: dayOf(2026, 11, 26),
    },
    pending: 0,
  };
}
