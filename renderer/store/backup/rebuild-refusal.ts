import type { RebuildResult } from "../types.ts";

export type RebuildRefusal = Exclude<RebuildResult, { readonly ok: true }>;

/** A rebuild refused: how far the entries are whole, and how many there once were where that is known. */
export function refuseRebuild(
  code: string,
  message: string,
  wholeUpTo = 0,
  before: number | null = null,
): RebuildRefusal {
  return { ok: false, code, message, details: { wholeUpTo, entriesBefore: before } };
}

/** Whether a refused rebuild goes on once the user has agreed to what it said. */
export function asksUser({ code }: Pick<RebuildRefusal, "code">): boolean {
  return code === "incomplete" || code === "forked" || code === "newer-entries";
}
