import type { RebuildResult } from "../types.ts";

export type RebuildRefusal = Exclude<RebuildResult, { readonly ok: true }>;

/** Whether a refused rebuild goes on once the user has agreed to what it said. */
export function asksUser({ code }: Pick<RebuildRefusal, "code">): boolean {
  return code === "incomplete" || code === "forked";
}
