import type { Day } from "../../shared/calendar/day.ts";
import type { ShownLength } from "../../shared/calendar/service-length.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import {
  readServiceRecord,
  SERVICE_VERDICT_LABELS,
  type ServicePeriod,
  type ServiceRecord,
  type ServiceStep,
} from "../../shared/policy/service-record.ts";
import type { Person } from "../../shared/records/person.ts";
import { SETTING_LABELS } from "../../shared/records/posting.ts";
import type { RosterRow } from "../store/types.ts";
import { factsOf } from "../widgets/facts.ts";
import type { TimeBand, TimeMark, Tone } from "../widgets/time-line.tsx";

/** 工作年限 as the pages show it; the core alone counts. */

/** The years of service that open a pathway, in the pack's order. */
export function stepsOf({ parameters }: Pack): readonly number[] {
  return Object.values(parameters["township.years"].value);
}

/** One person in the list. */
export interface ServiceRow {
  readonly personId: string;
  readonly name: string;
  readonly initials: string;
  readonly nameRank: number;
  readonly titleName: string | null;
  readonly days: number;
  readonly length: ShownLength;
  readonly steps: readonly ServiceStep[];
}

/** The list, one person after the other. */
export function* serviceRows(
  roster: readonly RosterRow[],
  people: ReadonlyMap<string, Person>,
  cutOff: Day,
  steps: readonly number[],
): Generator<ServiceRow | null> {
  for (const row of roster) {
    const person = people.get(row.id);
    if (person === undefined) {
      yield null;
      continue;
    }
    const record = readServiceRecord(factsOf(person), cutOff, steps);
    yield {
      personId: row.id,
      name: row.name,
      initials: row.initials,
      nameRank: row.nameRank,
      titleName: row.titleName,
      days: record.days,
      length: record.length,
      steps: record.steps,
    };
  }
}

export interface ServiceFilter {
  readonly text: string;
  /** The highest step reached; 0: none yet; null: whatever. */
  readonly reached: number | null;
  readonly ids: ReadonlySet<string> | null;
}

/** Reads the filter of an address. */
export function readServiceFilter(query: URLSearchParams, steps: readonly number[]): ServiceFilter {
  const reached = Number(query.get("reached") ?? "none");
  const ids = query.get("ids");
  return {
    text: query.get("q") ?? "",
    reached: reached === 0 || steps.includes(reached) ? reached : null,
    ids: ids === null ? null : new Set(ids.split(",").filter((id) => id !== "")),
  };
}

/** The rows that a filter asks for. */
export function filterServiceRows(
  rows: readonly ServiceRow[],
  { text, reached, ids }: ServiceFilter,
): readonly ServiceRow[] {
  const sought = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (ids === null || ids.has(row.personId)) &&
      (reached === null || highestReached(row.steps) === reached) &&
      (sought === "" ||
        row.name.toLowerCase().includes(sought) ||
        row.initials.split(" ").some((one) => one.startsWith(sought))),
  );
}

/** The highest step whose years are full; 0 where none is. */
export function highestReached(steps: readonly ServiceStep[]): number {
  return Math.max(0, ...steps.filter(({ isReached }) => isReached).map(({ years }) => years));
}

/** What the time line of a person shows. */
export interface ServiceLine {
  readonly from: Day;
  readonly to: Day;
  readonly bands: readonly TimeBand[];
  readonly marks: readonly TimeMark[];
}

const HALF_A_YEAR = 183;

interface LineWords {
  readonly cutOff: string;
  readonly sayStep: (step: ServiceStep) => string;
}

/** Periods, counted and not, one row a posting, with the days of the steps; null without any period. */
export function serviceLine(
  { periods, steps }: ServiceRecord,
  cutOff: Day,
  words: LineWords,
): ServiceLine | null {
  const from = Math.min(...periods.map(({ posting }) => posting.from));
  if (!Number.isFinite(from)) return null;
  const marks = [
    { at: cutOff, label: words.cutOff },
    ...steps.flatMap((step) =>
      step.reachedOn === null ? [] : [{ at: step.reachedOn, label: words.sayStep(step) }],
    ),
  ];
  return {
    from,
    to: Math.max(from, ...marks.map(({ at }) => at)) + HALF_A_YEAR,
    bands: periods.flatMap((period, row) => bandsOf(period, row)),
    marks: marks.toSorted((a, b) => a.at - b.at),
  };
}

function bandsOf(period: ServicePeriod, row: number): readonly TimeBand[] {
  const employer = employerOf(period);
  const counted = period.counted.map(({ from, to }) => ({
    from,
    to,
    label: `${SERVICE_VERDICT_LABELS.counted} ${employer}`,
    tone: "good" as const,
    row,
  }));
  const left = period.left.map(({ from, to }) => ({
    from,
    to,
    label: leftLabel(period, employer),
    tone: leftTone(period),
    row,
  }));
  return [...counted, ...left].toSorted((a, b) => a.from - b.from);
}

function leftLabel({ verdict, remark }: ServicePeriod, employer: string): string {
  const word = verdict === "deducted" ? "deducted" : "uncounted";
  return [SERVICE_VERDICT_LABELS[word], remark, employer].filter((part) => part !== "").join(" ");
}

function leftTone({ verdict }: ServicePeriod): Tone {
  if (verdict === "deducted") return "bad";
  return verdict === "counted" ? "warn" : "plain";
}

/** The employer of a period, or where it is when nobody wrote the name. */
export function employerOf({ posting }: ServicePeriod): string {
  const { employer } = posting.record;
  return employer === undefined || employer === "" ? SETTING_LABELS[posting.setting] : employer;
}
