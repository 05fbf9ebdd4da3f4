import { assess } from "../../shared/policy/assessment.ts";
import { cycleOf } from "../../shared/policy/cycle.ts";
import { decide } from "../../shared/policy/decide.ts";
import { type OpenUnit, openUnit } from "../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import { setScene } from "../../shared/policy/scene.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import { MEASURED_YEAR, throwStaff } from "../support/staff.ts";
import { Baseline } from "./baseline.ts";
import { type PreparedPerson, preparePerson } from "./baseline/prepare.ts";
import { openRules } from "./baseline/rules.ts";
import { type Contender, measureInTurn } from "./timing.ts";
import { measureSpreadsheet } from "./spreadsheet/measure.ts";

/**
 * How fast the rules are, all figures from one run: `node out/test/bench/rules.js`. Medians over rounds in
 * turn after a warm-up. Nothing is asserted; docs quote what a run prints.
 */
const PEOPLE = 10_000;
const SEED = 42;
const ROUNDS = 15;
const WARM_UPS = 5;
const CYCLE = cycleOf(MEASURED_YEAR);
/** Larger units are read in pieces, so that their raw records need not all be in memory at once. */
const PIECE = 2_000;
const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000];

function deciding({ book, unit, people }: OpenUnit): number {
  let sum = 0;
  for (const facts of people) sum += decide(setScene(book, unit, facts)).length;
  return sum;
}

function assessing({ book, unit, people }: OpenUnit): number {
  let sum = 0;
  for (const facts of people) sum += assess(setScene(book, unit, facts)).length;
  return sum;
}

function looping(baseline: Baseline, people: readonly PreparedPerson[]): number {
  let sum = 0;
  for (const person of people) {
    baseline.decide(person);
    sum += baseline.answers.length;
  }
  return sum;
}

function baselineFor(unitFile: UnitFile, people: readonly PreparedPerson[]): Baseline {
  return new Baseline(openRules(SHANDONG_2020, CYCLE, unitFile.unit, people));
}

const NAMES = {
  loop: "baseline: one loop over whole numbers",
  decide: "engine: deciding, from facts read beforehand",
  assess: "engine: deciding and explaining everything",
  read: "engine: reading people into facts",
} as const;

function printRow(name: string, milliseconds: number, base: number): void {
  const each = ((milliseconds * 1_000) / PEOPLE).toFixed(2).padStart(9);
  const ratio = (milliseconds / base).toFixed(2).padStart(8);
  console.log(`${name.padEnd(48)}${milliseconds.toFixed(1).padStart(9)}${each}${ratio}`);
}

/** The same people and answers, four ways. Returns the microseconds that deciding one person takes. */
function compareOnStaff(): number {
  const unitFile = throwStaff(SEED, PEOPLE);
  const opened = openUnit(unitFile, CYCLE, SHANDONG_2020);
  const prepared = unitFile.people.map(preparePerson);
  const baseline = baselineFor(unitFile, prepared);
  const contenders: Contender[] = [
    { name: NAMES.loop, run: () => looping(baseline, prepared) },
    { name: NAMES.decide, run: () => deciding(opened) },
    { name: NAMES.assess, run: () => assessing(opened) },
    { name: NAMES.read, run: () => openUnit(unitFile, CYCLE, SHANDONG_2020).people.length },
  ];
  const times = measureInTurn(contenders, ROUNDS, WARM_UPS);
  const base = times.get(NAMES.loop) ?? Number.NaN;
  console.log(`${PEOPLE} people, medians of ${ROUNDS} rounds in turn`);
  console.log(`${"".padEnd(48)}${"ms".padStart(9)}${"µs each".padStart(9)}${"ratio".padStart(8)}`);
  for (const { name } of contenders) printRow(name, times.get(name) ?? Number.NaN, base);
  console.log("targets: deciding ≤ 2, explaining ≤ 5 times the baseline");
  return ((times.get(NAMES.decide) ?? Number.NaN) * 1_000) / PEOPLE;
}

interface Sized {
  readonly opened: OpenUnit;
  readonly prepared: readonly PreparedPerson[];
  readonly baseline: Baseline;
}

function throwSized(size: number): Sized {
  const first = throwStaff(SEED, Math.min(size, PIECE));
  const { book, unit } = openUnit(first, CYCLE, SHANDONG_2020);
  const prepared: PreparedPerson[] = [];
  const people: OpenUnit["people"][number][] = [];
  for (let done = 0; done < size; done += PIECE) {
    const piece = throwStaff(SEED + done, Math.min(PIECE, size - done));
    people.push(...openUnit(piece, CYCLE, SHANDONG_2020).people);
    prepared.push(...piece.people.map(preparePerson));
  }
  const opened = { book, unit, people };
  return { opened, prepared, baseline: baselineFor(first, prepared) };
}

/** Does the cost of one person stay the same, however many there are? */
function compareSizes(): void {
  console.log("\nµs a person by the number of people (medians of 9 rounds, of 3 beyond 10,000)");
  console.log(
    `${"people".padStart(9)}${"baseline".padStart(10)}${"deciding".padStart(10)}${"explaining".padStart(12)}`,
  );
  for (const size of SIZES) {
    const { opened, prepared, baseline } = throwSized(size);
    const times = measureInTurn(
      [
        { name: NAMES.loop, run: () => looping(baseline, prepared) },
        { name: NAMES.decide, run: () => deciding(opened) },
        { name: NAMES.assess, run: () => assessing(opened) },
      ],
      size > PEOPLE ? 3 : 9,
      size > PEOPLE ? 1 : 3,
    );
    const each = (name: string) => (((times.get(name) ?? Number.NaN) * 1_000) / size).toFixed(2);
    console.log(
      `${String(size).padStart(9)}${each(NAMES.loop).padStart(10)}${each(NAMES.decide).padStart(10)}${each(NAMES.assess).padStart(12)}`,
    );
  }
}

const microseconds = compareOnStaff();
compareSizes();
measureSpreadsheet(microseconds);
