import { loadavg } from "node:os";
import { it } from "vitest";
import { median } from "../timing.ts";
import { onFreshBenchPage } from "./bench-app.ts";
import { measureScrolling } from "./scroll.ts";
import { fillApp, measureMatrix, measureStarts } from "./start.ts";
import { type Line, printLines, ratioOf } from "./table.ts";
import { measureWrites } from "./writes.ts";

/**
 * How fast the screen is, in a real browser over the loopback host: `npm run bench:screen`. All figures of
 * a heading come from one run, the contenders in turn. Nothing is asserted; docs quote what a run prints.
 * `ROUNDS=3` for fewer rounds; `ONLY=writes,starts` for some of the headings.
 */

const PEOPLE = 10_000;
const FEW = 100;
const ROUNDS = Number(process.env["ROUNDS"] ?? 5);
const only = (process.env["ONLY"] ?? "").split(",").filter((name) => name !== "");
const isWanted = (name: string) => only.length === 0 || only.includes(name);

async function measureRecompute(): Promise<readonly Line[]> {
  const times = await onFreshBenchPage((page) =>
    page.evaluate(async (given) => window.bench.timeRecompute(given.people, given.rounds), {
      people: PEOPLE,
      rounds: ROUNDS,
    }),
  );
  const all = median(times.all);
  const line = (name: string, values: readonly number[], note: string): Line => ({
    name,
    figure: `${median(values).toFixed(1)} ms`,
    ratio: ratioOf(median(values), all),
    note,
  });
  return [
    line(
      "all, after the cycle was changed",
      times.all,
      "every rule explained; pauses for the screen",
    ),
    line("all, from nothing", times.fromNothing, "with reading the people into facts"),
    line("one person's training edited", times.one, "going through all to see who changed"),
  ];
}

it("measures", async () => {
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}, ${ROUNDS} rounds in turn`,
  );
  const results: (readonly [string, readonly Line[]])[] = [];
  if (isWanted("writes")) {
    results.push([`Writing ${PEOPLE} people`, await measureWrites(PEOPLE, ROUNDS)]);
  }
  if (isWanted("recompute")) {
    results.push([`Deciding ${PEOPLE} people`, await measureRecompute()]);
  }
  if (["starts", "matrix", "scrolling"].some(isWanted)) {
    const few = await fillApp(FEW);
    const many = await fillApp(PEOPLE);
    try {
      if (isWanted("starts")) {
        const { bySize, byPage } = await measureStarts(few, many, ROUNDS);
        results.push([`Start with ${FEW} / ${PEOPLE} people`, bySize]);
        results.push(["Start against an empty page", byPage]);
      }
      if (isWanted("starts") || isWanted("matrix")) {
        const heading = `Start on the matrix of ${PEOPLE} people, answers anew / stored`;
        results.push([heading, await measureMatrix(many, ROUNDS)]);
      }
      if (isWanted("scrolling")) {
        results.push(["Frame times while scrolling, p95", await measureScrolling(many, ROUNDS)]);
      }
    } finally {
      await few.app.remove();
      await many.app.remove();
    }
  }
  for (const [heading, lines] of results) printLines(heading, lines);
  console.log(
    `\nload ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")} at the end`,
  );
});
