import { expect, test } from "vitest";
import {
  type AnswerPiece,
  packAnswers,
  unpackAnswers,
} from "../../../renderer/store/assess/answer-piece.ts";
import type { StoredPerson } from "../../../renderer/store/assess/assessor.ts";
import { AnswerMaker, answerPeople } from "../../../shared/policy/answer.ts";
import { openUnit } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { postsHeldBy } from "../../../shared/policy/unit-facts.ts";
import { throwPopulation } from "../../support/population.ts";

function decide(seed: number, many: number): readonly (readonly [string, StoredPerson])[] {
  const { unitFile, cycle } = throwPopulation(seed, many);
  const open = openUnit(unitFile, cycle, SHANDONG_2020);
  const facts = new Map(open.people.map((one) => [one.person.id, one]));
  return Array.from(answerPeople(open, open.people, new AnswerMaker()), (answers) => {
    const own = facts.get(answers.personId);
    const posts = own === undefined ? [] : postsHeldBy(own, cycle.applyOn);
    return [answers.personId, { posts, answers }] as const;
  });
}

test("what is unpacked from its JSON is what was packed, whoever it is about", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const people = decide(seed, 30);
    const piece = JSON.parse(JSON.stringify(packAnswers(people))) as AnswerPiece;
    expect([...unpackAnswers(piece, new AnswerMaker())], `seed ${seed}`).toEqual(people);
  }
  const all = decide(1, 200).flatMap(([, { answers }]) => answers.assessments);
  expect(all.some(({ sensitive }) => sensitive !== undefined)).toBe(true);
});

test("a piece holds each question and each outcome once", () => {
  const { questions, outcomes } = packAnswers(decide(3, 200));
  expect(new Set(questions.map((one) => JSON.stringify(one))).size).toBe(questions.length);
  expect(new Set(outcomes).size).toBe(outcomes.length);
});

test("a piece that makes no sense is refused, not read as something else", () => {
  const piece = packAnswers(decide(4, 5));
  const unpack = (broken: AnswerPiece) => () => [...unpackAnswers(broken, new AnswerMaker())];
  expect(unpack({ ...piece, questions: [] })).toThrow(RangeError);
  expect(unpack({ ...piece, outcomes: [] })).toThrow(RangeError);
});
