import { z } from "zod";
import type { Decision } from "../policy/outcome.ts";
import { PATHWAYS } from "../policy/pathway-names.ts";
import { type PostUses, vacancies } from "../policy/unit-facts.ts";
import { ATTACHMENT_KINDS } from "../records/attachment-kind.ts";
import { type Checked, readDocument, writeDocument } from "../records/document.ts";
import {
  checkPeriod,
  filledText,
  id,
  list,
  number,
  record,
  refuse,
  wholeNumber,
} from "../records/fields.ts";
import type { Report } from "../records/issue.ts";
import { checkUnique } from "../records/person.ts";
import { seriesSchema } from "../records/series.ts";
import { lineSchema, titleLevelSchema } from "../records/title.ts";
import { POST_GROUPS, type PostGroup } from "../records/unit.ts";
import { day, instant, sha256 } from "./fields.ts";
import { candidateProceedingsSchema, roundProceedingsSchema } from "./proceedings.ts";
import { writtenCycleSchema } from "./written-cycle.ts";

/**
 * `recommendation.json` of a package: the round's outcome. The program compares, a person confirms
 * (个人信息保护法 第二十四条; promise 27); who and when stands beside each decision.
 */

export const RECOMMENDATION_FORMAT = "jiceng.recommendation/1";

const MOST_CANDIDATES = 10_000;
const MOST_ATTACHMENTS = 100_000;
const MOST_POSTS = 200_000;
const HIGHEST_SCORE = 10_000;

export const DECISIONS = [
  "eligible",
  "ineligible",
  "undetermined",
] as const satisfies readonly Decision[];

/** 确认: the person who stands for a recommendation. */
export const confirmationSchema = record({
  by: filledText(),
  at: instant(),
  /** Why somebody is put forward whom the program does not find eligible; null where it does. */
  reason: filledText().nullable(),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

const candidateSchema = record({
  personId: id(),
  pathway: z.enum(PATHWAYS),
  line: lineSchema.nullable(),
  series: seriesSchema.nullable(),
  level: titleLevelSchema.nullable(),
  /** What the program found. */
  decision: z.enum(DECISIONS),
  confirmation: confirmationSchema,
  /** Null where the unit does not score. */
  score: number(0, HIGHEST_SCORE).nullable(),
  rank: wholeNumber(1, MOST_CANDIDATES).nullable(),
  /** Missing where the unit keeps no round in the program, as with `jiceng pack`. */
  proceedings: candidateProceedingsSchema.exactOptional(),
});
export type SubmittedCandidate = z.infer<typeof candidateSchema>;

export const attachmentSchema = record({
  sha256: sha256(),
  extension: z
    .string()
    .check(refuse((value) => /^[a-z0-9]{1,8}$/.test(value), "extension.form", {})),
  /** Whom it is about; null for what concerns the unit, such as the notice that hung. */
  personId: id().nullable(),
  kind: z.enum(ATTACHMENT_KINDS),
  title: filledText(),
  /** In bytes. */
  size: wholeNumber(0, Number.MAX_SAFE_INTEGER),
});
export type SubmittedAttachment = z.infer<typeof attachmentSchema>;

const count = wholeNumber(0, MOST_POSTS);
const quotaLine = record({
  approved: count.nullable(),
  filled: count,
  special: count,
  /** Approved less filled, below 0 where more are filled than approved; null where not known. */
  free: wholeNumber(-MOST_POSTS, MOST_POSTS).nullable(),
});
export type QuotaLine = z.infer<typeof quotaLine>;

const recommendationFileSchema = record({
  format: z.literal(RECOMMENDATION_FORMAT),
  cycle: writtenCycleSchema,
  candidates: list(candidateSchema, MOST_CANDIDATES),
  /** 岗位使用情况 on the day of application (promise 25). */
  quota: record({
    junior: quotaLine,
    intermediate: quotaLine,
    associateSenior: quotaLine,
    senior: quotaLine,
  }),
  /** The days on which the notice hung, both counted in; null where it has not hung yet. */
  publicity: record({ from: day(), to: day() }).nullable(),
  attachments: list(attachmentSchema, MOST_ATTACHMENTS),
  /** Missing likewise. */
  proceedings: roundProceedingsSchema.exactOptional(),
});
export type RecommendationFile = z.infer<typeof recommendationFileSchema>;

/** The quota lines of some use of posts. */
export function quotaOf(posts: PostUses): RecommendationFile["quota"] {
  const line = (group: PostGroup): QuotaLine => ({
    ...posts[group],
    free: vacancies(posts[group]),
  });
  return Object.fromEntries(POST_GROUPS.map((group) => [group, line(group)])) as Record<
    PostGroup,
    QuotaLine
  >;
}

/** Where an attachment lies in a package, below `data/`. */
export function attachmentPath({
  sha256: hash,
  extension,
}: Pick<SubmittedAttachment, "sha256" | "extension">): string {
  return `attachments/${hash}.${extension}`;
}

/** Reads `recommendation.json`. */
export function readRecommendationFile(text: string): Checked<RecommendationFile> {
  return readDocument(text, RECOMMENDATION_FORMAT, recommendationFileSchema, checkRecommendation);
}

/** Writes `recommendation.json`. */
export function writeRecommendationFile(file: RecommendationFile): string {
  return writeDocument(file);
}

function checkRecommendation(file: RecommendationFile, report: Report): void {
  const { candidates, attachments, publicity } = file;
  if (publicity !== null) checkPeriod(publicity, ["publicity"], report);
  for (const [index, { decision, confirmation }] of candidates.entries()) {
    if (decision === "eligible" || confirmation.reason !== null) continue;
    const path = ["candidates", index, "confirmation", "reason"];
    report({ code: "confirmation.reason", path, value: null, details: {} });
  }
  const at = (field: string) => (index: number) => [field, index];
  checkUnique(candidates, candidateKey, at("candidates"), "candidate.duplicate", report);
  checkUnique(attachments, attachmentKey, at("attachments"), "attachment.duplicate", report);
}

type Question = Pick<SubmittedCandidate, "pathway" | "line" | "series" | "level">;

/** Tells one question that can be asked of somebody from another. */
export function questionKey({ pathway, line, series, level }: Question): string {
  return [pathway, line, series, level].join(" ");
}

/** Tells one candidacy from another: nobody is put forward twice for one thing. */
export function candidateKey(candidate: Question & { readonly personId: string }): string {
  return `${candidate.personId} ${questionKey(candidate)}`;
}

/** Tells one attachment from another: none is listed twice. */
export function attachmentKey({
  sha256: hash,
  extension,
  personId,
  kind,
}: SubmittedAttachment): string {
  return [hash, extension, personId ?? "", kind].join(" ");
}
