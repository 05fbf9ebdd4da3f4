import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import type { EditLabel } from "../store/types.ts";
import { type Signed, useSignedCommit } from "./signed.ts";

/** A function that changes one candidacy in the operator's name, and gives whether it was changed. */
export function useCandidacyEdit(
  candidacy: Candidacy,
): (label: EditLabel, change: (signed: Signed) => Partial<Candidacy>) => Promise<boolean> {
  const commit = useSignedCommit();
  return async (label, change) =>
    commit((signed) => ({ label, putCandidacies: [{ ...candidacy, ...change(signed) }] }));
}
