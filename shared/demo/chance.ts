/** A stream of chance that is the same for the same seed on every machine (mulberry32). */
export interface Chance {
  /** A whole number from `least` to `most`, both counted in. */
  between(least: number, most: number): number;
  /** One of some items, which must not be empty. */
  oneOf<Item>(items: readonly Item[]): Item;
  /** True in `percent` of 100 calls. */
  happens(percent: number): boolean;
}

/** Opens a stream of chance. */
export function openChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    oneOf: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to choose from");
      return item;
    },
    happens: (percent) => between(1, 100) <= percent,
  };
}
