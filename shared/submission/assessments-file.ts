import { z } from "zod";
import type { PersonAssessments } from "../policy/evaluate.ts";
import { PATHWAYS, type Quota } from "../policy/pathway-names.ts";
import type { Status } from "../policy/outcome.ts";
import { CONVENTIONS } from "../policy/sensitivity.ts";
import { type Checked, checkFormat, checkShape, parseJson } from "../records/document.ts";
import { filledText, id, list, record, refuse } from "../records/fields.ts";
import type { Issue } from "../records/issue.ts";
import { seriesSchema } from "../records/series.ts";
import { lineSchema, titleLevelSchema } from "../records/title.ts";
import { day } from "./fields.ts";
import { packReferenceSchema } from "./package-manifest.ts";
import { DECISIONS } from "./recommendation-file.ts";
import { writtenCycleSchema } from "./written-cycle.ts";

/**
 * `assessments.ndjson` of a package: a head, then every assessment of one person a line, with inputs,
 * clause, threshold, observed value and outcome, so that an auditor can repeat it (promise 24).
 */

export const ASSESSMENTS_FORMAT = "jiceng.assessments/1";

const MOST_PER_PERSON = 1_000;

const headSchema = record({
  format: z.literal(ASSESSMENTS_FORMAT),
  cycle: writtenCycleSchema,
  pack: packReferenceSchema,
});
export type AssessmentsHead = z.infer<typeof headSchema>;

/** Figures are not pinned down: a pack of tomorrow may ask what nobody asks today, and is compared as it is. */
const figures = z.unknown().check(refuse(isFigures, "type", { expected: "object" }));

/** A statement's figure is a plain yes, no or nothing; all others are groups of fields. */
function isFigures(value: unknown): boolean {
  return typeof value === "boolean" || (typeof value === "object" && !Array.isArray(value));
}

const requirementSchema = record({
  id: filledText(),
  status: z.enum(["met", "unmet", "unknown"] satisfies Status[]),
  clause: z.string(),
  expected: figures,
  found: figures,
  metOn: day().nullable(),
});

const assessmentSchema = record({
  pathway: z.enum(PATHWAYS),
  line: lineSchema.nullable(),
  series: seriesSchema.nullable(),
  level: titleLevelSchema.nullable(),
  decision: z.enum(DECISIONS),
  quota: z.enum(["counts", "exempt"] satisfies Quota[]),
  eligibleOn: day().nullable(),
  requirements: list(requirementSchema, MOST_PER_PERSON),
  sensitive: list(
    record({ convention: z.enum(CONVENTIONS), decision: z.enum(DECISIONS) }),
    CONVENTIONS.length,
  ).optional(),
});
export type CarriedAssessment = z.infer<typeof assessmentSchema>;

const personSchema = record({
  personId: id(),
  assessments: list(assessmentSchema, MOST_PER_PERSON),
});
export type CarriedPerson = z.infer<typeof personSchema>;

export interface AssessmentsFile {
  readonly head: AssessmentsHead;
  readonly people: readonly CarriedPerson[];
}

/** Writes the head and one line for each person. */
export function* writeAssessments(
  head: AssessmentsHead,
  people: Iterable<PersonAssessments>,
): Generator<string> {
  yield `${JSON.stringify(head)}\n`;
  for (const person of people) yield `${JSON.stringify(person)}\n`;
}

/** Reads the lines back. In an issue's path the first step is the line, from 1. */
export function readAssessments(text: string): Checked<AssessmentsFile> {
  const issues: Issue[] = [];
  const lines = text.split("\n");
  // What follows the last line feed: nothing, in a file that was written whole.
  if (lines.at(-1) === "") lines.pop();
  const [first = "", ...rest] = lines;
  const head = readHead(first, issues);
  const people = rest.flatMap((line, index) => readPerson(line, index + 2, issues) ?? []);
  return head === null || issues.length > 0
    ? { ok: false, issues }
    : { ok: true, value: { head, people } };
}

function readHead(line: string, issues: Issue[]): AssessmentsHead | null {
  const data = parseLine(line, 1, issues);
  if (data === undefined) return null;
  const isHead = checkFormat(data, ASSESSMENTS_FORMAT, (issue) =>
    issues.push({ ...issue, path: [1, ...issue.path] }),
  );
  return isHead ? takeShape(data, headSchema, 1, issues) : null;
}

function readPerson(line: string, number: number, issues: Issue[]): CarriedPerson | null {
  const data = parseLine(line, number, issues);
  return data === undefined ? null : takeShape(data, personSchema, number, issues);
}

/** The JSON of one line; undefined, and an issue that names the line, where it is none. */
function parseLine(line: string, number: number, issues: Issue[]): unknown {
  const parsed = parseJson(line);
  if (parsed.ok) return parsed.value;
  for (const issue of parsed.issues) {
    if (issue.code !== "json") throw new Error(`parsing JSON reported ${issue.code}`);
    issues.push({ ...issue, path: [number], details: { ...issue.details, line: number } });
  }
  return undefined;
}

function takeShape<Value>(
  data: unknown,
  schema: z.ZodType<Value>,
  number: number,
  issues: Issue[],
): Value | null {
  const checked = checkShape(data, schema, undefined, [number]);
  if (checked.ok) return checked.value;
  issues.push(...checked.issues);
  return null;
}
