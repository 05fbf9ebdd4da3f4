import { z } from "zod";
import { parseStart, precisionOf } from "../calendar/text.ts";
import { ATTACHMENT_KINDS } from "../records/attachment-kind.ts";
import { EDUCATION_LEVELS } from "../records/education.ts";
import { APPRAISAL_RESULTS } from "../records/appraisal.ts";
import { SANCTION_KINDS } from "../records/sanction.ts";
import { SERIES } from "../records/series.ts";
import { TITLE_LEVELS } from "../records/title.ts";
import { POST_GROUPS } from "../records/unit.ts";
import { type Criterion, criterionSchema } from "./criterion.ts";
import { PATHWAYS } from "./pathway-names.ts";

/**
 * The policy pack: the parameters of the rules as data, with their sources and their time of effect,
 * so that a bureau can confirm or change what the notice leaves open without a change of code.
 */

const day = z.string().refine((text) => precisionOf(text) === "day");
const count = z.int().min(0);
const series = z.enum(SERIES);
const level = z.enum(TITLE_LEVELS);

/** Where a value comes from. `assumption` says why it is not settled; the screen shows it as 县局口径. */
const basis = {
  source: z.string().optional(),
  clause: z.string().optional(),
  assumption: z.string().min(1).optional(),
};

function isFounded(value: {
  source?: string | undefined;
  assumption?: string | undefined;
}): boolean {
  return value.source !== undefined || value.assumption !== undefined;
}

function parameter<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ value, ...basis }).refine(isFounded, "a parameter names its basis");
}

const rung = z
  .strictObject({
    /** The lowest education that this rung asks. */
    education: z.enum(EDUCATION_LEVELS),
    /** The title level on which the years are served; null counts professional work after graduation. */
    from: level.nullable(),
    years: count,
    note: z.string().optional(),
    ...basis,
  })
  .refine(isFounded, "a rung names its basis");
export type Rung = Readonly<z.infer<typeof rung>>;

function addsUpToHundred(criteria: readonly Criterion[]): boolean {
  return criteria.reduce((sum, { weight }) => sum + weight, 0) === 100;
}

const parameters = z.strictObject({
  "training.totalHours": parameter(count),
  "training.publicHours": parameter(count),
  "training.professionalHours": parameter(count),
  "training.firstYear": parameter(z.int()),
  "training.windowYears": parameter(count),
  "township.years": parameter(
    z.strictObject({ intermediate: count, associateSenior: count, senior: count }),
  ),
  "line.lockoutYears": parameter(count),
  "appraisal.accepted": parameter(z.array(z.enum(APPRAISAL_RESULTS))),
  "appraisal.rejected": parameter(z.array(z.enum(APPRAISAL_RESULTS))),
  "sanction.barsEveryone": parameter(z.array(z.enum(SANCTION_KINDS))),
  "sanction.barsManagers": parameter(z.array(z.enum(SANCTION_KINDS))),
  "conversion.years": parameter(count),
  "service.rejectedAppraisals": parameter(z.array(z.enum(APPRAISAL_RESULTS))),
  "directHire.years": parameter(count),
  "directHire.education": parameter(z.enum(EDUCATION_LEVELS)),
  "directHire.title": parameter(level),
  "exchange.serviceYears": parameter(count),
  "exam.margin": parameter(count),
  "catalogue.dueOn": parameter(z.string().regex(/^\d{2}-\d{2}$/)),
  "publicity.workingDays": parameter(count),
  /** 评议表: proposed to each round. */
  "review.criteria": parameter(
    z.array(criterionSchema).min(1).refine(addsUpToHundred, "the weights add up to 100"),
  ),
  /** Pathways on which candidates are marked and ranked; on the others nobody competes. */
  "review.pathways": parameter(z.array(z.enum(PATHWAYS))),
  "review.leastReviewers": parameter(z.int().min(1)),
  /** From so many marks on, the highest and the lowest of a criterion are left out; null: never. */
  "review.trimFrom": parameter(z.int().min(3).nullable()),
  /** Points proposed for each full year in the township. */
  "review.pointsPerYear": parameter(z.number().min(0)),
  /** The papers asked of a candidate, by pathway. */
  "materials.required": parameter(z.record(z.enum(PATHWAYS), z.array(z.enum(ATTACHMENT_KINDS)))),
  "attachments.maxBytes": parameter(count),
  "attachments.types": parameter(z.array(z.string())),
  "posts.grades": parameter(z.record(z.enum(POST_GROUPS), z.string())),
});
export type Parameters = z.infer<typeof parameters>;
export type ParameterId = keyof Parameters;

const names = z.array(z.string().min(1));
const titleNames = z.strictObject({
  technician: names.optional(),
  assistant: names.optional(),
  intermediate: names.optional(),
  associateSenior: names.optional(),
  senior: names.optional(),
  /** Names of earlier title systems and the level that they count as today. */
  former: z.record(z.string(), level).optional(),
});

export const packSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    title: z.string().min(1),
    publisher: z.string().min(1),
    effectiveFrom: day,
    /** The last day of effect; null while none is set. */
    effectiveTo: day.nullable(),
    sources: z.record(
      z.string(),
      z.strictObject({ document: z.string().min(1), number: z.string().min(1) }),
    ),
    parameters,
    grassrootsSeries: z.array(series),
    tenureBasis: z.record(series, z.enum(["title", "appointment"])),
    tenureBasisNote: z.strictObject(basis).refine(isFounded, "the tenure basis names its basis"),
    ladders: z.partialRecord(series, z.partialRecord(level, z.array(rung).min(1))),
    examBased: z.partialRecord(series, z.array(level)),
    titleNames: z.partialRecord(series, titleNames),
  })
  .refine(namesKnownSources, "a basis names a source that the pack lists");
export type Pack = z.infer<typeof packSchema>;
export type TenureBasis = Pack["tenureBasis"]["other"];

function namesKnownSources(pack: {
  readonly sources: Readonly<Record<string, unknown>>;
  readonly parameters: Parameters;
  readonly ladders: Partial<Record<string, Partial<Record<string, readonly Rung[]>>>>;
}): boolean {
  const rungs = Object.values(pack.ladders).flatMap((levels) => Object.values(levels ?? {}).flat());
  return [...Object.values(pack.parameters), ...rungs].every(
    (founded) => founded?.source === undefined || Object.hasOwn(pack.sources, founded.source),
  );
}

/** True where the pack is in effect on a day. */
export function isInEffect(pack: Pack, on: number): boolean {
  const from = parseStart(pack.effectiveFrom);
  const to = pack.effectiveTo === null ? null : parseStart(pack.effectiveTo);
  return from !== null && from <= on && (to === null || on <= to);
}

/** The clause behind a basis, as it is quoted: number and article, marked 县局口径 where it is an assumption. */
export function citeBasis(
  pack: Pack,
  { source, clause, assumption }: Pick<Rung, "source" | "clause" | "assumption">,
): string {
  const number = source === undefined ? "" : (pack.sources[source]?.number ?? "");
  const cited = [number, clause ?? ""].filter((part) => part !== "").join(" ");
  if (assumption === undefined) return cited;
  return cited === "" ? "县局口径" : `${cited}（县局口径）`;
}
