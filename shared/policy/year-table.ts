/** One value a calendar year, in a row, so that looking a year up costs next to nothing. */
export interface YearTable<Value> {
  readonly first: number;
  readonly values: readonly (Value | undefined)[];
}

/** The value of a year; undefined where there is none. */
export function valueIn<Value>(
  { first, values }: YearTable<Value>,
  year: number,
): Value | undefined {
  return values[year - first];
}

const EMPTY: YearTable<never> = { first: 0, values: [] };

/** Puts items into a table; `add` joins an item to what its year holds already. */
export function tableByYear<Item, Value>(
  items: readonly Item[],
  yearOf: (item: Item) => number,
  add: (value: Value | undefined, item: Item) => Value,
): YearTable<Value> {
  if (items.length === 0) return EMPTY;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    first = Math.min(first, yearOf(item));
    last = Math.max(last, yearOf(item));
  }
  const values = Array.from({ length: last - first + 1 }, (): Value | undefined => undefined);
  for (const item of items) {
    const place = yearOf(item) - first;
    values[place] = add(values[place], item);
  }
  return { first, values };
}
