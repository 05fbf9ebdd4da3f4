import type { Round } from "../../shared/recommendation/round.ts";
import type { EditLabel } from "../store/types.ts";
import { type Signed, useSignedCommit } from "./signed.ts";

/** A function that changes a round in the operator's name, and gives whether it was changed. */
export function useRoundEdit(
  round: Round,
): (label: EditLabel, change: (signed: Signed) => Partial<Round>) => Promise<boolean> {
  const commit = useSignedCommit();
  return async (label, change) =>
    commit((signed) => ({ label, putRounds: [{ ...round, ...change(signed) }] }));
}
