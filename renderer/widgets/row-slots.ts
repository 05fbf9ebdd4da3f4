/**
 * Which element shows which row: an element moved within the page costs as much as a new one, one that
 * stays and shows another text costs little.
 */
export interface RowSlots {
  readonly first: number;
  readonly size: number;
  readonly shift: number;
}

export const NO_SLOTS: RowSlots = { first: 0, size: 1, shift: 0 };

/**
 * The slots after scrolling. A short way, rows keep theirs and only those that left move to the other end;
 * a long way, every element stays where it is and shows another row.
 */
export function followRows(before: RowSlots, first: number, size: number): RowSlots {
  if (before.first === first && before.size === size) return before;
  const way = first - before.first;
  const isFar = Math.abs(way) * 4 > size;
  return { first, size, shift: isFar ? before.shift + way : before.shift };
}

/** The slot of a row; no two rows out of `size` in sequence have the same. */
export function slotOf({ shift, size }: RowSlots, index: number): number {
  const rest = (index - shift) % size;
  return rest < 0 ? rest + size : rest;
}
