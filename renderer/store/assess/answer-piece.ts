import {
  type AnsweredQuestion,
  type AnswerMaker,
  type PersonAnswers,
} from "../../../shared/policy/answer.ts";
import { type Outcome, readOutcome } from "../../../shared/policy/outcome.ts";
import type { Sensitivity } from "../../../shared/policy/sensitivity.ts";
import type { HeldPost } from "../../../shared/policy/unit-facts.ts";
import type { StoredPerson } from "./assessor.ts";

/**
 * The answers of some hundred people, packed: what they have in common stands once. Spelt out they are
 * fifty times as long, and reading them back would take longer than deciding.
 */
export interface AnswerPiece {
  readonly questions: readonly AnsweredQuestion[];
  readonly outcomes: readonly Outcome[];
  readonly people: readonly PackedPerson[];
}

interface PackedPerson {
  readonly id: string;
  readonly posts: readonly HeldPost[];
  /** An answer is the place of its question, then the places of its outcomes. */
  readonly answers: readonly (readonly number[])[];
  /** By the place of the answer. */
  readonly sensitive?: Readonly<Record<number, readonly Sensitivity[]>>;
}

/** A list in which each thing stands once. */
class Places<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<unknown, number>();

  placeOf(key: unknown, value: Value): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Packs the answers of some people. */
export function packAnswers(people: Iterable<readonly [string, StoredPerson]>): AnswerPiece {
  const questions = new Places<AnsweredQuestion>();
  const outcomes = new Places<Outcome>();
  const packed: PackedPerson[] = [];
  for (const [id, { posts, answers }] of people) {
    const sensitive: Record<number, readonly Sensitivity[]> = {};
    const lists = answers.assessments.map((answer, index) => {
      const { pathway, line, series, level, quota, requirements } = answer;
      if (answer.sensitive !== undefined) sensitive[index] = answer.sensitive;
      const ids = requirements.map((one) => one.id);
      const key = [pathway, line, series, level, quota, ...ids].join(" ");
      const question = { pathway, line, series, level, quota, requirements: ids };
      return [
        questions.placeOf(key, question),
        ...requirements.map(({ status, metOn }) => {
          const outcome = readOutcome(status, metOn);
          return outcomes.placeOf(outcome, outcome);
        }),
      ];
    });
    const isSensitive = Object.keys(sensitive).length > 0;
    packed.push({ id, posts, answers: lists, ...(isSensitive ? { sensitive } : {}) });
  }
  return { questions: questions.values, outcomes: outcomes.values, people: packed };
}

/** Undoes `packAnswers`; throws a RangeError where a place is none. */
export function* unpackAnswers(
  { questions, outcomes, people }: AnswerPiece,
  maker: AnswerMaker,
): Generator<readonly [string, StoredPerson]> {
  for (const { id, posts, answers: lists, sensitive = {} } of people) {
    const assessments = lists.map((places, index) => {
      const question = at(questions, places[0]);
      const own = places.slice(1).map((place) => at(outcomes, place));
      return maker.make(question, own, sensitive[index] ?? []);
    });
    const answers: PersonAnswers = { personId: id, assessments };
    yield [id, { posts, answers }];
  }
}

function at<Value>(values: readonly Value[], place: number | undefined): Value {
  const value = place === undefined ? undefined : values[place];
  if (value === undefined) throw new RangeError("a place that is none");
  return value;
}
