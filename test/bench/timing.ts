/** One piece of work; what it returns is added up, so that no engine can leave the work out. */
export interface Contender {
  readonly name: string;
  readonly run: () => number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * Runs contenders in turn, so that what else the machine does falls on all of them alike; milliseconds by
 * name, the median of the rounds after the warm-up.
 */
export function measureInTurn(
  contenders: readonly Contender[],
  rounds: number,
  warmUps: number,
): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  let sum = 0;
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      sum += run();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  if (Number.isNaN(sum)) throw new Error("the work came to nothing");
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}
