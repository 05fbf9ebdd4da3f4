import type { Pack } from "./pack.ts";

/** The packs that are worked on with one put in the place of the one of its id, or behind all; null drops it. */
export function putPackDraft(drafts: readonly Pack[], id: string, draft: Pack | null): Pack[] {
  if (draft === null) return drafts.filter((one) => one.id !== id);
  const isThere = drafts.some((one) => one.id === id);
  // It keeps its place: its card must not move under the clerk's hands.
  return isThere ? drafts.map((one) => (one.id === id ? draft : one)) : [...drafts, draft];
}
