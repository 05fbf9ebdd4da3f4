import { useMemo, useState } from "react";
import type { PersonAnswers } from "../../shared/policy/answer.ts";
import { evaluate } from "../../shared/policy/evaluate.ts";
import {
  type Candidate,
  type ListSource,
  resolveCandidates,
} from "../../shared/workbook/lists/candidates.ts";
import { useStoreState } from "../store/context.ts";
import type { Records, StoreState } from "../store/types.ts";
import { type CandidateOption, candidateOptions } from "./candidate-options.ts";

export interface PickedCandidates {
  readonly options: readonly CandidateOption[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly candidates: readonly Candidate[];
  /** Some people are still to be worked out. */
  readonly isPending: boolean;
}

const selectAssessed = ({ assessed }: StoreState) => assessed;
const NOBODY: ReadonlySet<string> = new Set();
const NO_ANSWERS: readonly PersonAnswers[] = [];

/** Those who can apply in the round of a list, and those of them who are chosen. */
export function useCandidates(
  source: ListSource,
  records: Records,
  isWanted: boolean,
): PickedCandidates {
  const assessed = useStoreState(selectAssessed);
  const [chosen, setChosen] = useState(NOBODY);
  const isOwnYear = records.settings.cycle.year === source.cycle.year;
  // The store has worked out the round that the program is set to; another one is worked out here.
  const ofOtherYear = useMemo(
    () => (isWanted && !isOwnYear ? evaluate(source.unitFile, source.cycle, source.pack) : null),
    [isWanted, isOwnYear, source],
  );
  const answers = useMemo(() => {
    if (!isWanted) return NO_ANSWERS;
    const { people } = source.unitFile;
    return ofOtherYear ?? people.flatMap(({ id }) => assessed.answers.get(id) ?? []);
  }, [isWanted, ofOtherYear, source, assessed]);
  const options = useMemo(() => candidateOptions(answers, records.people), [answers, records]);
  const candidates = useMemo(() => {
    const choices = options.filter(({ key }) => chosen.has(key)).map(({ choice }) => choice);
    if (choices.length === 0) return [];
    const explained =
      ofOtherYear ?? choices.flatMap(({ personId }) => assessed.byPerson.get(personId) ?? []);
    const resolved = resolveCandidates(source, explained, choices);
    return resolved.ok ? resolved.candidates : [];
  }, [source, ofOtherYear, assessed, options, chosen]);
  const isPending = isWanted && isOwnYear && assessed.pending > 0;
  return { options, chosen, onChange: setChosen, candidates, isPending };
}
