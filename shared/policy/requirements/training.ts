import { yearOf } from "../../calendar/day.ts";
import { MILLI_HOURS, type PersonFacts } from "../facts.ts";
import { metIf } from "../outcome.ts";
import { citeBasis } from "../pack.ts";
import type { HoursFigure, HoursNeededFigure } from "../requirement.ts";
import type { RuleBook } from "../rule-book.ts";
import { citeNotice, type Rule } from "../rule.ts";
import { latestTitle, type Scene } from "../scene.ts";

/** 继续教育: 90 hours a year, and training in one's own specialty before a senior title. */

const NO_TRAINING = { public: 0, professional: 0 } as const;

/** True where a year has its hours: in all, in public and in professional courses. */
export function hasHours({ parameters }: RuleBook, facts: PersonFacts, year: number): boolean {
  const hours = facts.training.get(year) ?? NO_TRAINING;
  return (
    hours.public + hours.professional >= parameters["training.totalHours"].value * MILLI_HOURS &&
    hours.public >= parameters["training.publicHours"].value * MILLI_HOURS &&
    hours.professional >= parameters["training.professionalHours"].value * MILLI_HOURS
  );
}

/** The hours on file for a year, and whether they are enough. */
export function showHours(book: RuleBook, facts: PersonFacts, year: number): HoursFigure {
  const hours = facts.training.get(year) ?? NO_TRAINING;
  return {
    year,
    total: (hours.public + hours.professional) / MILLI_HOURS,
    public: hours.public / MILLI_HOURS,
    professional: hours.professional / MILLI_HOURS,
    isEnough: hasHours(book, facts, year),
  };
}

/** The hours that each of some years needs. */
export function showHoursNeeded(
  { parameters }: RuleBook,
  years: readonly number[],
): HoursNeededFigure {
  return {
    years,
    total: parameters["training.totalHours"].value,
    public: parameters["training.publicHours"].value,
    professional: parameters["training.professionalHours"].value,
  };
}

/** The first year of the window: no earlier than the duty, the window's length and the year after the latest title of the series. */
function windowStart({ book, facts, heldTitles, series }: Scene): number {
  const { parameters, cycle } = book;
  const latest = latestTitle(heldTitles, series);
  return Math.max(
    parameters["training.firstYear"].value,
    cycle.year - parameters["training.windowYears"].value,
    latest === null ? firstYearAtWork(facts, cycle.year) : latest.obtainedYear + 1,
  );
}

/** The year after the first posting began; the cycle's own year, and so an empty window, without one. */
function firstYearAtWork({ postings }: PersonFacts, year: number): number {
  let first: number | null = null;
  for (const { from } of postings) if (first === null || from < first) first = from;
  return first === null ? year : yearOf(first) + 1;
}

function windowYears(scene: Scene): readonly number[] {
  const years: number[] = [];
  for (let year = windowStart(scene); year < scene.book.cycle.year; year += 1) years.push(year);
  return years;
}

export const trainingAnnual: Rule<"training.annual"> = {
  id: "training.annual",
  scope: "person",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["training.totalHours"]),
  decide: (scene) => {
    for (let year = windowStart(scene); year < scene.book.cycle.year; year += 1) {
      if (!hasHours(scene.book, scene.facts, year)) return metIf(false);
    }
    return metIf(true);
  },
  explain: (scene) => {
    const years = windowYears(scene);
    return {
      expected: showHoursNeeded(scene.book, years),
      found: { years: years.map((year) => showHours(scene.book, scene.facts, year)) },
    };
  },
};

export const trainingSpecialty: Rule<"training.specialty"> = {
  id: "training.specialty",
  scope: "person",
  clause: citeNotice("五（一）"),
  decide: ({ book, facts }) =>
    metIf(facts.firstSpecialtyYear !== null && facts.firstSpecialtyYear <= book.cycle.year),
  explain: ({ book, facts }) => {
    const years = facts.person.training.flatMap(({ inSpecialty, year }) =>
      inSpecialty && year <= book.cycle.year ? [year] : [],
    );
    return {
      expected: { by: book.cycle.year },
      found: { year: years.length === 0 ? null : Math.max(...years) },
    };
  },
};
