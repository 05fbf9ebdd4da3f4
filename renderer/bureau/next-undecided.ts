import type { DeskCandidate } from "../../shared/bridge/desk-schemas.ts";

type Decided = Pick<DeskCandidate, "key" | "desk">;

/** The candidate that an address means; the first undecided, else the first, where it means none. */
export function chooseCandidate<Candidate extends Decided>(
  candidates: readonly Candidate[],
  key: string | null,
): Candidate | null {
  return (
    candidates.find((one) => one.key === key) ??
    candidates.find(({ desk }) => desk === null) ??
    candidates[0] ??
    null
  );
}

/** The next candidate without a decision, after this one and around the end; null where all others have one. */
export function nextUndecided<Candidate extends Decided>(
  candidates: readonly Candidate[],
  key: string,
): Candidate | null {
  const at = candidates.findIndex((one) => one.key === key);
  const others = [...candidates.slice(at + 1), ...candidates.slice(0, Math.max(at, 0))];
  return others.find(({ desk }) => desk === null) ?? null;
}
