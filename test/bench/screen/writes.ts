import { median } from "../timing.ts";
import { onFreshBenchPage } from "./bench-app.ts";
import type { TransactionWay } from "./page/bulk-write.ts";
import { type Line, ratioOf } from "./table.ts";

/** The bulk write of many people: the store's own path against raw IndexedDB. A new profile for every figure. */

const WAYS: readonly TransactionWay[] = ["raw", "raw-open", "store", "store-sealing"];
const TARGET = "≤ 1.5";

const HELD = "2 rows a person, unit, history entry with its index, head; one strict transaction";

export async function measureWrites(people: number, rounds: number): Promise<readonly Line[]> {
  const times = await timeInTurn(people, rounds);
  const at = (name: string) => median(times.get(name) ?? []);
  const raw = at("raw");
  const parts = await onFreshBenchPage((page) =>
    page.evaluate(async (count) => window.bench.timeParts(count), people),
  );
  const limits = `checks ${ms(parts.plan)}, entry ${ms(parts.entry)}, row keys ${ms(parts.keys)}`;
  return [
    line("raw IndexedDB, boxes ready made", raw, null, HELD),
    line("raw IndexedDB, documents open", at("raw-open"), raw, "structured clone of the documents"),
    {
      ...line("store's transaction, sealing left out", at("store"), raw, "Dexie and its promises"),
      target: TARGET,
    },
    line("store's transaction with sealing", at("store-sealing"), raw, "JSON and XChaCha20 in JS"),
    line(
      "whole commit, sealing left out",
      at("commit"),
      raw,
      `of it the journal on the host ${ms(at("journal"))}`,
    ),
    line("whole commit with sealing", at("commit-sealing"), raw, limits),
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

function line(name: string, time: number, base: number | null, note: string): Line {
  return { name, figure: ms(time), ratio: base === null ? "1" : ratioOf(time, base), note };
}
