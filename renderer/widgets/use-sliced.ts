import { useEffect, useState } from "react";

/** Work of one slice before the screen gets its turn: half of a frame. */
const SLICE_MS = 8;
const TELL_MS = 200;

export interface Sliced<Item> {
  /** What the source gave when it was last through; null before that. Stays while a new source runs. */
  readonly items: readonly Item[] | null;
  readonly isRunning: boolean;
  /** How many items the running source has given so far. */
  readonly count: number;
}

/**
 * Runs long work in slices, so that the screen stays free. The source must be the same object for the
 * same inputs; it may give null for a step without an item. Null: nothing to do yet.
 */
export function useSliced<Item>(source: (() => Iterator<Item | null>) | null): Sliced<Item> {
  const [done, setDone] = useState<{
    readonly source: unknown;
    readonly items: readonly Item[];
  } | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (source === null) return undefined;
    const items: Item[] = [];
    let iterator: Iterator<Item | null> | null = null;
    let told = performance.now();
    let timer = 0;
    const run = () => {
      iterator ??= source();
      const end = performance.now() + SLICE_MS;
      while (performance.now() < end) {
        const next = iterator.next();
        if (next.done === true) {
          setDone({ source, items });
          return;
        }
        if (next.value !== null) items.push(next.value);
      }
      if (performance.now() - told > TELL_MS) {
        told = performance.now();
        setCount(items.length);
      }
      timer = window.setTimeout(run, 0);
    };
    timer = window.setTimeout(run, 0);
    return () => clearTimeout(timer);
  }, [source]);
  const isRunning = source !== null && done?.source !== source;
  return { items: done?.items ?? null, isRunning, count: isRunning ? count : 0 };
}
