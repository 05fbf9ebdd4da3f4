import type { Parameters } from "../../shared/policy/pack.ts";
import type { Person } from "../../shared/records/person.ts";
import type { TrainingEntry } from "../../shared/records/training.ts";

/**
 * What every projection takes for granted (PROJECTION_ASSUMPTION): the coming years have their hours
 * and are appraised as qualified. What is on file for such a year stays; only what lacks is filled in.
 */
export function assumeGoodYears(
  person: Person,
  parameters: Parameters,
  firstYear: number,
  lastYear: number,
): Person {
  const appraised = new Set(person.appraisals.map(({ year }) => year));
  const appraisals = [...person.appraisals];
  const training = [...person.training];
  for (let year = firstYear; year <= lastYear; year += 1) {
    if (!appraised.has(year)) appraisals.push({ year, result: "qualified" });
    training.push(...missingHours(person.training, parameters, year));
  }
  return { ...person, appraisals, training };
}

function missingHours(
  training: readonly TrainingEntry[],
  parameters: Parameters,
  year: number,
): readonly TrainingEntry[] {
  const sum = { public: 0, professional: 0 };
  for (const entry of training) if (entry.year === year) sum[entry.category] += entry.hours;
  const publicHours = Math.max(0, parameters["training.publicHours"].value - sum.public);
  const professional = Math.max(
    0,
    parameters["training.professionalHours"].value - sum.professional,
    parameters["training.totalHours"].value - sum.public - publicHours - sum.professional,
  );
  return [entryOf(year, "public", publicHours), entryOf(year, "professional", professional)].filter(
    ({ hours }) => hours > 0,
  );
}

/** An id that no record bears: the entries are never kept. */
function entryOf(year: number, category: TrainingEntry["category"], hours: number): TrainingEntry {
  return { id: `assumed-${year}-${category}`, year, hours, category, inSpecialty: false };
}
