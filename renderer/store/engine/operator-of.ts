import type { RecordChange, Settings } from "../types.ts";

/** Who an edit is put down to: who works now; where nobody does, whom the edit itself puts to work. */
export function operatorOf(settings: Settings, changes: readonly RecordChange[]): string | null {
  const chosen = nameChosen(settings);
  if (chosen !== null) return chosen;
  const after = changes.find(({ table }) => table === "settings")?.after ?? null;
  return after === null ? null : nameChosen(after as Settings);
}

function nameChosen({ operators, operatorId }: Settings): string | null {
  return operators.find(({ id }) => id === operatorId)?.name ?? null;
}
