import type { PersonAnswers } from "../../../shared/policy/answer.ts";
import type { PersonAssessments } from "../../../shared/policy/evaluate.ts";

/** Gives what stands behind somebody's answers; the same object for the same answers. */
export type Explain = (answers: PersonAnswers) => PersonAssessments;

/**
 * The answers with all their grounds, made when somebody looks: ten thousand explained people are a
 * second's work and a hundred megabytes. Going through all of them explains all.
 */
export class ExplainedPeople implements ReadonlyMap<string, PersonAssessments> {
  readonly #answers: ReadonlyMap<string, PersonAnswers>;
  readonly #explain: Explain;

  constructor(answers: ReadonlyMap<string, PersonAnswers>, explain: Explain) {
    this.#answers = answers;
    this.#explain = explain;
  }

  get size(): number {
    return this.#answers.size;
  }

  has(personId: string): boolean {
    return this.#answers.has(personId);
  }

  get(personId: string): PersonAssessments | undefined {
    const answers = this.#answers.get(personId);
    return answers === undefined ? undefined : this.#explain(answers);
  }

  keys(): MapIterator<string> {
    return this.#answers.keys();
  }

  *values(): MapIterator<PersonAssessments> {
    for (const answers of this.#answers.values()) yield this.#explain(answers);
  }

  *entries(): MapIterator<[string, PersonAssessments]> {
    for (const [id, answers] of this.#answers) yield [id, this.#explain(answers)];
  }

  [Symbol.iterator](): MapIterator<[string, PersonAssessments]> {
    return this.entries();
  }

  forEach(
    visit: (
      value: PersonAssessments,
      key: string,
      map: ReadonlyMap<string, PersonAssessments>,
    ) => void,
  ): void {
    for (const [id, explained] of this) visit(explained, id, this);
  }
}
