import { median } from "../timing.ts";
import { onFreshBenchPage } from "./bench-app.ts";
import type { TransactionWay } from "./page/bulk-write.ts";
import type { Line } from "./table.ts";

/** The bulk write of many people: the store's own path against raw IndexedDB. A new profile for every figure. */

const WAYS: readonly TransactionWay[] = ["raw", "raw-open", "store", "store-sealing"];
const TARGET = "≤ 1.5";

const HELD = "2 rows a person, unit, history entry with its index, head; one strict transaction";

export async function measureWrites(people: number, rounds: number): Promise<readonly Line[]> {
  const times = await timeInTurn(people, rounds);
  const of = (name: string) => times.get(name) ?? [];
  const parts = await onFreshBenchPage((page) =>
    page.evaluate(async (count) => window.bench.timeParts(count), people),
  );
  // Each against raw of its own round: what else the machine does changes from minute to minute.
  const line = (label: string, name: string, note: string): Line => ({
    name: label,
    figure: ms(median(of(name))),
    ratio: median(of(name).map((time, round) => time / (of("raw")[round] ?? time))).toFixed(2),
    note,
  });
  const journal = `of it the journal on the host ${ms(median(of("journal")))}`;
  const rest = `checks ${ms(parts.plan)}, entry ${ms(parts.entry)}, row keys ${ms(parts.keys)}`;
  return [
    line("raw IndexedDB, boxes ready made", "raw", HELD),
    line("raw IndexedDB, documents open", "raw-open", "structured clone of the documents"),
    {
      ...line("store's transaction, sealing left out", "store", "IndexedDB itself"),
      target: TARGET,
    },
    line("store's transaction with sealing", "store-sealing", "JSON and XChaCha20 in JavaScript"),
    line("whole commit, sealing left out", "commit", journal),
    line("whole commit with sealing", "commit-sealing", rest),
  ];
}

async function timeInTurn(
  people: number,
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  const note = (name: string, time: number) => {
    times.set(name, [...(times.get(name) ?? []), time]);
    console.log(`  ${name} ${ms(time)}`);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of WAYS) {
      const time = await onFreshBenchPage((page) =>
        page.evaluate(async (given) => window.bench.timeTransaction(given.way, given.people), {
          way,
          people,
        }),
      );
      note(way, time);
    }
    for (const isSealed of [false, true]) {
      const { whole, journal } = await onFreshBenchPage((page) =>
        page.evaluate(async (given) => window.bench.timeCommit(given.isSealed, given.people), {
          isSealed,
          people,
        }),
      );
      note(isSealed ? "commit-sealing" : "commit", whole);
      if (!isSealed) note("journal", journal);
    }
  }
  return times;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
