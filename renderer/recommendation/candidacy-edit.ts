import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import type { EditLabel } from "../store/types.ts";
import { type Signed, useSignedCommit } from "./signed.ts";

/**
 * A function that changes one candidacy in the operator's name, and gives whether it was changed. `change` is
 * given the candidacy as it is when its turn has come.
 */
export function useCandidacyEdit({
  id,
}: Candidacy): (
  label: EditLabel,
  change: (signed: Signed, current: Candidacy) => Partial<Candidacy>,
) => Promise<boolean> {
  const commit = useSignedCommit();
  return async (label, change) =>
    commit((signed, { candidacies }) => {
      const current = candidacies.get(id);
      return {
        label,
        putCandidacies: current === undefined ? [] : [{ ...current, ...change(signed, current) }],
      };
    });
}
