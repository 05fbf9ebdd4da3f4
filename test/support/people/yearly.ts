import type { Appraisal, AppraisalResult } from "../../../shared/records/appraisal.ts";
import { APPRAISAL_RESULTS } from "../../../shared/records/appraisal.ts";
import type { TrainingEntry } from "../../../shared/records/training.ts";
import type { Dice } from "../dice.ts";
import { yearOfDay } from "./cycles.ts";
import type { Frame } from "./postings.ts";

/** One result a year at most; how often something is amiss differs from person to person. */
export function throwAppraisals(frame: Frame): Appraisal[] {
  const { dice, cycle, entry } = frame;
  const flaws = dice.pick([0, 0, 4, 15]);
  const last = cycle.year - (dice.percent(80) ? 1 : 0);
  const appraisals: Appraisal[] = [];
  for (let year = yearOfDay(entry); year <= last; year += 1) {
    if (dice.percent(flaws)) {
      const result = dice.pick<AppraisalResult | null>([...APPRAISAL_RESULTS, null]);
      if (result !== null) appraisals.push({ year, result });
    } else appraisals.push({ year, result: dice.percent(15) ? "excellent" : "qualified" });
  }
  if (dice.percent(3)) appraisals.push({ year: last + 3, result: "unqualified" });
  return dice.percent(10) ? appraisals.toReversed() : appraisals;
}

/** Public and professional hours of one year: enough, just short, or oddly divided. */
type Hours = readonly (readonly ["public" | "professional", number])[];

const ENOUGH: readonly Hours[] = [
  [
    ["public", 30],
    ["professional", 60],
  ],
  [
    ["public", 30],
    ["professional", 72.5],
  ],
  [
    ["professional", 59.5],
    ["public", 30],
    ["professional", 0.5],
  ],
  [
    // Thirty times: as binary fractions they add up to less than thirty.
    ...Array.from({ length: 30 }, () => ["public", 0.1] as const),
    ["public", 27],
    ["professional", 60],
  ],
  [
    ["public", 10.1],
    ["public", 10.2],
    ["public", 9.7],
    ["professional", 60],
  ],
  [
    ["public", 35],
    ["professional", 20.25],
    ["professional", 39.75],
  ],
];
const SHORT: readonly Hours[] = [
  [],
  [
    ["public", 30],
    ["professional", 59.5],
  ],
  [
    ["public", 29.5],
    ["professional", 60.5],
  ],
  [
    ["public", 29.999],
    ["professional", 80],
  ],
  [["professional", 95]],
  [["public", 90]],
  [
    ["public", 30],
    ["professional", 59.9],
  ],
  [
    ["public", 0],
    ["professional", 0],
  ],
];

function throwHours(dice: Dice, flaws: number): Hours {
  return dice.percent(flaws) ? dice.pick(SHORT) : dice.pick(ENOUGH);
}

/** Courses of the years around the windows that are looked at. */
export function throwTraining(frame: Frame): TrainingEntry[] {
  const { dice, cycle, entry } = frame;
  const flaws = dice.pick([0, 0, 3, 20]);
  const specialty = dice.weigh([
    [0, 1],
    [50, 6],
    [5, 1],
  ]);
  const first = dice.percent(70) ? cycle.year - dice.between(5, 9) : yearOfDay(entry);
  const training: TrainingEntry[] = [];
  for (let year = Math.min(first, cycle.year); year <= cycle.year + 1; year += 1) {
    if (year > cycle.year && dice.percent(70)) continue;
    for (const [category, hours] of throwHours(dice, flaws)) {
      const inSpecialty = category === "professional" && dice.percent(specialty);
      training.push({ id: `x${training.length + 1}`, year, hours, category, inSpecialty });
    }
  }
  return training;
}
