import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import type { Edit, EditLabel, Records } from "../store/types.ts";
import { type Signed, useSignedCommit } from "./signed.ts";

/**
 * A function that changes one document in the operator's name, and gives whether it was changed. `change` is
 * given the document as it is when its turn has come: a receipt may have moved it since it was drawn.
 */
type DocumentEdit<Document> = (
  label: EditLabel,
  change: (signed: Signed, current: Document) => Partial<Document>,
) => Promise<boolean>;

/** Changes a round. */
export function useRoundEdit({ id }: Round): DocumentEdit<Round> {
  return useDocumentEdit(
    ({ rounds }) => rounds.get(id),
    (round) => ({ putRounds: [round] }),
  );
}

/** Changes one candidacy. */
export function useCandidacyEdit({ id }: Candidacy): DocumentEdit<Candidacy> {
  return useDocumentEdit(
    ({ candidacies }) => candidacies.get(id),
    (candidacy) => ({ putCandidacies: [candidacy] }),
  );
}

function useDocumentEdit<Document>(
  find: (records: Records) => Document | undefined,
  put: (changed: Document) => Omit<Edit, "label">,
): DocumentEdit<Document> {
  const commit = useSignedCommit();
  return async (label, change) =>
    commit((signed, records) => {
      const current = find(records);
      return current === undefined
        ? { label }
        : { label, ...put({ ...current, ...change(signed, current) }) };
    });
}
