import type { OutboxFault } from "./fault.ts";

/** When what failed is tried again, and how often the bureau is asked for answers. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export interface Pauses {
  /** After the first failure in a row, the second …; the last for all that follow. Milliseconds. */
  readonly retry: readonly number[];
  /** The same for faults that only people can mend. */
  readonly stubborn: readonly number[];
  /** Between two questions for answers, growing while there is no news. */
  readonly ask: readonly number[];
}

export const USUAL_PAUSES: Pauses = {
  retry: [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE],
  stubborn: [5 * MINUTE, 15 * MINUTE],
  ask: [10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE],
};

/** Faults that pass by themselves: of the network, or of a receiver that is busy. */
const PASSING: ReadonlySet<OutboxFault> = new Set<OutboxFault>([
  "offline",
  "unreachable",
  "link-cut",
  "server-fault",
  "busy",
  "hash-wrong",
  "upload-gone",
  "folder-in-use",
]);

/** Milliseconds until the next try after so many failures in a row (from 1). */
export function pauseAfter(
  { retry, stubborn }: Pauses,
  code: OutboxFault,
  failures: number,
  retryAfter: number | null,
): number {
  const pause = stepOf(PASSING.has(code) ? retry : stubborn, failures - 1);
  return Math.max(pause, (retryAfter ?? 0) * SECOND);
}

/** Milliseconds between two questions, after so many without news (from 0). */
export function pauseOfAsking({ ask }: Pauses, quiet: number): number {
  return stepOf(ask, quiet);
}

function stepOf(pauses: readonly number[], index: number): number {
  return pauses[index] ?? pauses.at(-1) ?? 0;
}
