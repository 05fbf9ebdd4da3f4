import { TRAINING_CATEGORIES, type TrainingCategory } from "../../records/training.ts";
import { APPRAISAL_CHOICE } from "../sheets/yearly.ts";
import type { Fields, ListDraft } from "../import/draft.ts";
import type { FieldSources, RowReader } from "./row-reader.ts";

/** The year columns of a roster: appraisals, and hours of training. */

const HOURS = { kind: "number", units: ["学时", "小时", "课时"] } as const;
const TOTAL_TITLE = "花名册年度合计";

const NOTHING_ASSUMED: Fields = {};

/** Everything that a yearly record says stands in one cell. One object a column, however many rows. */
const SOURCES = new Map<string, FieldSources>();

function sourcesOf(key: string): FieldSources {
  const sources = SOURCES.get(key) ?? { year: key, result: key, hours: key, category: key };
  SOURCES.set(key, sources);
  return sources;
}

/** One appraisal for each year column with something in it. */
export function appraisalRecords(reader: RowReader): readonly ListDraft[] {
  return reader.context.years.appraisal.flatMap((year) => {
    const key = `appraisal.${year}`;
    const result = reader.read(key, APPRAISAL_CHOICE);
    if (result === undefined) return [];
    return [reader.draft("appraisals", { year, result }, NOTHING_ASSUMED, sourcesOf(key))];
  });
}

/** The hours of each year, one entry a category. */
export function trainingRecords(reader: RowReader): readonly ListDraft[] {
  const drafts: ListDraft[] = [];
  for (const year of reader.context.years.training) {
    const hours = readHours(reader, year);
    for (const category of TRAINING_CATEGORIES) {
      const sum = hours[category];
      if (sum !== undefined) drafts.push(trainingDraft(reader, year, category, sum));
    }
  }
  if (drafts.length > 0) {
    reader.assume("trainingTotals");
    reader.assume("inSpecialty");
  }
  return drafts;
}

function trainingDraft(
  reader: RowReader,
  year: number,
  category: TrainingCategory,
  hours: number,
): ListDraft {
  const own = `training.${year}.${category}`;
  const key = reader.context.places.has(own) ? own : `training.${year}.total`;
  const known = { id: `roster-${year}-${category}`, year, hours, category };
  const assumed = { inSpecialty: reader.context.defaults.inSpecialty, title: TOTAL_TITLE };
  return { ...reader.draft("training", known, assumed, sourcesOf(key)), isYearTotal: true };
}

type Hours = Partial<Record<TrainingCategory, number>>;

/** The total is one category and the other; where one of the three is missing the other two give it. */
function readHours(reader: RowReader, year: number): Hours {
  const [publicHours, professional, total] = [...TRAINING_CATEGORIES, "total"].map((part) => {
    const value = reader.read(`training.${year}.${part}`, HOURS);
    return typeof value === "number" ? value : undefined;
  });
  const parts: Hours = {
    ...(publicHours === undefined ? {} : { public: publicHours }),
    ...(professional === undefined ? {} : { professional }),
  };
  if (total === undefined) return parts;
  const known = publicHours ?? professional;
  if (known === undefined) {
    reader.assume("trainingCategory");
    return { [reader.context.defaults.trainingCategory]: total };
  }
  const rest = subtract(total, known);
  const isWhole = publicHours !== undefined && professional !== undefined;
  if (rest < 0 || (isWhole && rest !== professional)) {
    const sum = subtract(publicHours ?? 0, -(professional ?? 0));
    reader.blame(`training.${year}.total`, "row.trainingTotal", { year, total, parts: sum });
    return {};
  }
  if (isWhole) return parts;
  return publicHours === undefined
    ? { public: rest, professional: known }
    : { public: known, professional: rest };
}

/** In thousandths, so that half hours come out exactly. */
function subtract(a: number, b: number): number {
  return (Math.round(a * 1_000) - Math.round(b * 1_000)) / 1_000;
}

/** The years that have a column, in order. */
export function yearsOf(
  places: ReadonlyMap<string, number>,
  kind: "appraisal" | "training",
): readonly number[] {
  const years = new Set<number>();
  for (const key of places.keys()) {
    const [head, year] = key.split(".");
    if (head === kind) years.add(Number(year));
  }
  return [...years].toSorted((a, b) => a - b);
}
