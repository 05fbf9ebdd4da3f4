import { earliestOf, firstDayOf } from "./dates.ts";
import { millionths } from "./exact.ts";
import { type Answer, type Matter, metWhen, type Question, seriesAndLevelOf } from "./question.ts";
import { isHeld } from "./standing.ts";

/**
 * "the hours sum to ≥ 90, of them `public` ≥ 30 and `professional` ≥ 60 (P)"; "A year without entries
 * has 0 hours; nothing carries over."
 */
export function hasItsHours(year: number, { person, pack }: Matter): boolean {
  const sumOf = (category: "public" | "professional") =>
    person.training
      .filter((entry) => entry.year === year && entry.category === category)
      .reduce((sum, entry) => sum + millionths(entry.hours), 0);
  const inPublic = sumOf("public");
  const inProfessional = sumOf("professional");
  const { parameters } = pack;
  return (
    inPublic + inProfessional >= millionths(parameters["training.totalHours"].value) &&
    inPublic >= millionths(parameters["training.publicHours"].value) &&
    inProfessional >= millionths(parameters["training.professionalHours"].value)
  );
}

/**
 * "The window runs from the latest of 2020 (P), Y − 5 (P) and the year after the latest title of series S
 * held on `applyOn` was obtained (no such title: the year after the first posting began; no posting: Y)"
 */
function firstYearOfWindow(question: Question): number {
  const { person, cycle, pack } = question;
  const { series } = seriesAndLevelOf(question);
  const titleYears = person.titles
    .filter((title) => title.series === series && isHeld(title, question))
    .map(({ obtainedOn }) => firstDayOf(obtainedOn).year);
  const firstPosting = earliestOf(person.postings.map(({ from }) => firstDayOf(from)));
  let third = cycle.year;
  if (titleYears.length > 0) third = Math.max(...titleYears) + 1;
  else if (firstPosting !== null) third = firstPosting.year + 1;
  return Math.max(
    pack.parameters["training.firstYear"].value,
    cycle.year - pack.parameters["training.windowYears"].value,
    third,
  );
}

/**
 * | training.annual | in each year of the window the hours sum to […]. The window runs from […] to
 * Y − 1. […] An empty window is met | null |
 */
export function trainingAnnual(question: Question): Answer {
  let isEveryYearFull = true;
  for (let year = firstYearOfWindow(question); year <= question.cycle.year - 1; year += 1)
    if (!hasItsHours(year, question)) isEveryYearFull = false;
  return metWhen(isEveryYearFull);
}

/**
 * | training.specialty | `associateSenior` and `senior` only, for lower levels not asked: an entry with
 * `inSpecialty` in a year ≤ Y | null |
 */
export function trainingSpecialty({ person, cycle }: Question): Answer {
  return metWhen(
    person.training.some(({ inSpecialty, year }) => inSpecialty && year <= cycle.year),
  );
}
