import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  AnswerMaker,
  answerPeople,
  type PersonAnswers,
  RULES_VERSION,
} from "../../../shared/policy/answer.ts";
import { evaluate, openUnit, type PersonAssessments } from "../../../shared/policy/evaluate.ts";
import { MET, readOutcome, UNKNOWN, UNMET } from "../../../shared/policy/outcome.ts";
import { countPosts, postHolders } from "../../../shared/policy/unit-facts.ts";
import { POST_GROUPS } from "../../../shared/records/unit.ts";
import { Dice } from "../../support/dice.ts";
import { throwPack } from "../../support/people/packs.ts";
import { throwPopulation } from "../../support/population.ts";

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** A unit, a round and a pack that no bureau has. */
function throwRound(seed: number) {
  return { ...throwPopulation(seed, 25), pack: throwPack(new Dice(seed)) };
}

function answersOf({ unitFile, cycle, pack }: ReturnType<typeof throwRound>) {
  const open = openUnit(unitFile, cycle, pack);
  return [...answerPeople(open, open.people, new AnswerMaker())];
}

/** What is left of assessments without the figures. */
function withoutFigures({ personId, assessments }: PersonAssessments): PersonAnswers {
  return {
    personId,
    assessments: assessments.map((assessment) => ({
      ...assessment,
      requirements: assessment.requirements.map(({ id, status, metOn }) => ({
        id,
        status,
        metOn,
      })),
    })),
  };
}

describe("answers without their figures", () => {
  it("are the assessments, less what was expected and found", () => {
    for (const seed of SEEDS) {
      const round = throwRound(seed);
      const all = evaluate(round.unitFile, round.cycle, round.pack);
      expect(answersOf(round), `seed ${seed}`).toEqual(all.map(withoutFigures));
    }
  });

  it("say of each requirement what can be read back as the same outcome", () => {
    expect(readOutcome("met", null)).toBe(MET);
    expect(readOutcome("unknown", null)).toBe(UNKNOWN);
    expect(readOutcome("unmet", null)).toBe(UNMET);
    // Two days after the first of 1970, as days are counted.
    expect(readOutcome("unmet", "1970-01-03")).toBe(2);
  });

  it("share what they have in common: one object for all who miss the same until the same day", () => {
    const seen = new Map<string, unknown>();
    const round = throwRound(1);
    for (const { assessments } of answersOf(round)) {
      for (const requirement of assessments.flatMap(({ requirements }) => requirements)) {
        const key = JSON.stringify(requirement);
        expect(seen.get(key) ?? requirement).toBe(requirement);
        seen.set(key, requirement);
      }
    }
  });
});

describe("the posts of a unit", () => {
  it("are counted from what each member holds as from the names behind them", () => {
    for (const seed of SEEDS) {
      const { unitFile, cycle, pack } = throwRound(seed);
      const { people } = openUnit(unitFile, cycle, pack);
      const posts = countPosts(unitFile.unit, people, cycle.applyOn);
      const holders = postHolders(people, cycle.applyOn);
      for (const group of POST_GROUPS) {
        expect(posts[group]).toEqual({
          approved: unitFile.unit.posts?.[group] ?? null,
          filled: holders[group].regular.length,
          special: holders[group].special.length,
        });
      }
    }
  });
});

describe("the version of the rules", () => {
  /**
   * Stored answers bear the version: where the rules answer otherwise than before, it has to go up with this
   * digest. Where only the thrown people or packs changed, the digest alone changes.
   */
  it("goes up with every change of what they answer", () => {
    const hash = createHash("sha256");
    for (const seed of SEEDS) hash.update(JSON.stringify(answersOf(throwRound(seed))));
    expect({ version: RULES_VERSION, digest: hash.digest("hex").slice(0, 16) }).toEqual({
      version: 1,
      digest: "26c4620fe0d872b5",
    });
  });
});
