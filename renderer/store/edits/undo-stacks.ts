import type { HistoryEntry } from "../types.ts";

/** What can be undone and redone: numbers of edits, the next one last. */
export interface UndoStacks {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/** So far back one can go step by step. */
const MOST_STEPS = 1_000;

/** The stacks after one more entry. */
export function pushEntry(
  { undo, redo }: UndoStacks,
  { kind, number, of, changes }: Pick<HistoryEntry, "kind" | "number" | "of" | "changes">,
): UndoStacks {
  // A note in the history, such as of a rebuild, changed nothing that could be undone.
  if (changes.length === 0) return { undo, redo };
  if (kind === "edit" || of === null) {
    return { undo: [...undo, number].slice(-MOST_STEPS), redo: [] };
  }
  const without = (numbers: readonly number[]) => numbers.filter((one) => one !== of);
  return kind === "undo"
    ? { undo: without(undo), redo: [...without(redo), of] }
    : { undo: [...without(undo), of], redo: without(redo) };
}
