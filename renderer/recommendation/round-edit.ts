import type { Round } from "../../shared/recommendation/round.ts";
import type { EditLabel } from "../store/types.ts";
import { type Signed, useSignedCommit } from "./signed.ts";

/**
 * A function that changes a round in the operator's name, and gives whether it was changed. `change` is given
 * the round as it is when its turn has come: a receipt may have moved it since it was drawn.
 */
export function useRoundEdit({
  id,
}: Round): (
  label: EditLabel,
  change: (signed: Signed, current: Round) => Partial<Round>,
) => Promise<boolean> {
  const commit = useSignedCommit();
  return async (label, change) =>
    commit((signed, { rounds }) => {
      const current = rounds.get(id);
      return {
        label,
        putRounds: current === undefined ? [] : [{ ...current, ...change(signed, current) }],
      };
    });
}
