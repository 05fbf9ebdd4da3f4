import type { PersonAnswers } from "../../shared/policy/answer.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import type { Person } from "../../shared/records/person.ts";
import type { CandidateChoice } from "../../shared/workbook/lists/candidates.ts";

/** Who can be put forward, and for what: every answer that says 可以申报. */

export interface CandidateOption {
  /** Stable while the records stay as they are. */
  readonly key: string;
  readonly name: string;
  readonly question: string;
  readonly choice: CandidateChoice;
}

/** The open pathways of everybody, in the order of the staff. */
export function candidateOptions(
  answers: readonly PersonAnswers[],
  people: ReadonlyMap<string, Person>,
): readonly CandidateOption[] {
  return answers.flatMap(({ personId, assessments }) =>
    assessments
      .filter(({ decision }) => decision === "eligible")
      .map(({ pathway, line, series, level }) => ({
        key: [personId, pathway, line ?? "", level ?? ""].join(":"),
        name: people.get(personId)?.name ?? "",
        question: describeQuestion({ pathway, line, series, level }),
        choice: { personId, pathway, line, level },
      })),
  );
}

/** One thing a person: what is chosen later takes the place of what was, of several at once the first stays. */
export function oneEach(
  options: readonly CandidateOption[],
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): ReadonlySet<string> {
  const kept = new Map<string, string>();
  const wanted = options.filter(({ key }) => after.has(key));
  const newFirst = [
    ...wanted.filter(({ key }) => !before.has(key)),
    ...wanted.filter(({ key }) => before.has(key)),
  ];
  for (const { key, choice } of newFirst) {
    if (!kept.has(choice.personId)) kept.set(choice.personId, key);
  }
  return new Set(kept.values());
}
