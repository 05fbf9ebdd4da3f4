import { z } from "zod";
import { CHECK_WEIGHTS, DESK_CHECKS } from "../bureau/desk-check.ts";
import { deskDecisionSchema, deskResultSchema } from "../bureau/desk-decision.ts";
import type { PersonAssessments } from "../policy/evaluate.ts";
import { PATHWAYS, type Quota } from "../policy/pathway-names.ts";
import type { Person } from "../records/person.ts";
import { seriesSchema } from "../records/series.ts";
import { lineSchema, titleLevelSchema } from "../records/title.ts";
import { unitSchema } from "../records/unit.ts";
import type { CarriedAssessment } from "../submission/assessments-file.ts";
import type { PackageManifest } from "../submission/package-manifest.ts";
import { RECEIPT_STATUSES, type Receipt, type Remark } from "../submission/receipt.ts";
import { DECISIONS, type RecommendationFile } from "../submission/recommendation-file.ts";
import type { SubmittedUnit } from "../submission/submitted-unit.ts";

/** What the bureau's desk tells the screen; documents of a package were checked when it was taken in. */

export const count = z.number().int().nonnegative();
export const packageId = z.string().min(1).max(64);
export const candidacyKey = z.string().min(1).max(200);
export const clerk = z.string().min(1).max(100);
export const year = z.number().int().min(1900).max(2100);

export const questionFields = {
  pathway: z.enum(PATHWAYS),
  line: lineSchema.nullable(),
  series: seriesSchema.nullable(),
  level: titleLevelSchema.nullable(),
};

export const deskCounts = z.object({
  undecided: count,
  accepted: count,
  returned: count,
  rejected: count,
});

/** A package in the inbox. */
export const inboxPackage = z.object({
  packageId,
  unitId: z.string(),
  unitName: z.string(),
  year,
  revision: count,
  /** Whether no later revision of the unit and year has come. */
  isNewest: z.boolean(),
  receivedAt: z.string(),
  /** Of the latest answer. */
  status: z.enum(RECEIPT_STATUSES),
  people: count,
  candidacies: count,
  attachments: count,
  fileBytes: count,
  /** Decisions as they stand, whether told to the unit or not. */
  decisions: deskCounts,
  /** True where a decision was changed since the last receipt. */
  hasUntold: z.boolean(),
  results: z.object({ passed: count, failed: count }),
  checks: z.object({ conflict: count, notice: count }),
});
export type InboxPackage = z.infer<typeof inboxPackage>;

export const checkPlace = z.object({
  packageId,
  unitName: z.string(),
  personId: z.string().nullable(),
  name: z.string().nullable(),
  key: z.string().nullable(),
});
export const deskCheck = z.object({
  code: z.enum(DESK_CHECKS),
  weight: z.enum([...new Set(Object.values(CHECK_WEIGHTS))]),
  text: z.string(),
  places: z.array(checkPlace),
});

/** Documents that were checked on their way in: not checked field by field again. */
const known = <Value>() => z.custom<Value>((value) => typeof value === "object" && value !== null);

export const deskCandidate = z.object({
  key: candidacyKey,
  personId: z.string(),
  name: z.string(),
  ...questionFields,
  quota: z.enum(["counts", "exempt"] satisfies Quota[]),
  /** What the unit's program found, and ours by the bureau's own pack; null where there is no such answer. */
  decision: z.enum(DECISIONS),
  ownDecision: z.enum(DECISIONS).nullable(),
  score: z.number().nullable(),
  rank: z.number().nullable(),
  carried: known<CarriedAssessment>(),
  own: known<CarriedAssessment>().nullable(),
  /** Sentences; none where the two say the same in every figure. */
  differences: z.array(z.string()),
  /** The clerk's decision, and what of it the unit was told; null for none. */
  desk: deskDecisionSchema.nullable(),
  told: z.enum(["accepted", "returned", "rejected"]).nullable(),
  result: deskResultSchema.nullable(),
});
export type DeskCandidate = z.infer<typeof deskCandidate>;

export const deskFile = z.object({
  /** Below `data/` of the package. */
  path: z.string(),
  kind: z.enum(["form", "attachment"]),
  /** The form's name, or the scan's title. */
  title: z.string(),
  size: count,
  sha256: z.string(),
  personId: z.string().nullable(),
  attachmentKind: z.string().nullable(),
});

export const deskPackage = z.object({
  ...inboxPackage.shape,
  manifest: known<PackageManifest>(),
  /** What the sealed cover sheet must show. */
  tagmanifest: z.string(),
  fileSha256: z.string(),
  signerFingerprint: z.string(),
  unit: unitSchema,
  figures: known<SubmittedUnit["figures"]>(),
  recommendation: known<RecommendationFile>(),
  candidates: z.array(deskCandidate),
  people: z.array(known<Person>()),
  /** Every assessment of ours, for all that a person could apply for; empty where the pack is unknown. */
  own: z.array(known<PersonAssessments>()),
  files: z.array(deskFile),
  remarks: z.array(known<Remark>()),
  checkList: z.array(deskCheck),
  /** Every answer, the first of them `received`. */
  receipts: z.array(known<Receipt>()),
  revisions: z.array(
    z.object({
      packageId,
      revision: count,
      receivedAt: z.string(),
      status: z.enum(RECEIPT_STATUSES),
    }),
  ),
});
export type DeskPackage = z.infer<typeof deskPackage>;

/** One line of 汇总. */
export const summaryRow = z.object({
  /** The unit's id, or a word of the domain; `none` where the pathway has none. */
  key: z.string(),
  /** The unit's name; empty for other rows, which the screen words. */
  name: z.string(),
  units: count,
  people: count,
  candidacies: count,
  eligible: count,
  ineligible: count,
  undetermined: count,
  /** Take up a post, and do not. */
  counts: count,
  exempt: count,
  ...deskCounts.shape,
  passed: count,
  failed: count,
});
export type SummaryRow = z.infer<typeof summaryRow>;

/** 人数 of one band, with the title structure across. */
export const statisticsRow = z.object({
  key: z.string(),
  people: count,
  women: count,
  none: count,
  junior: count,
  intermediate: count,
  associateSenior: count,
  senior: count,
});
export type StatisticsRow = z.infer<typeof statisticsRow>;
