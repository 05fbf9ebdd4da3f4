import { z } from "zod";
import { PATHWAYS } from "../policy/pathway-names.ts";
import { id, list, number, record, wholeNumber } from "../records/fields.ts";
import { seriesSchema } from "../records/series.ts";
import { lineSchema, titleLevelSchema } from "../records/title.ts";
import type { UnitFile } from "../records/unit-file.ts";
import { day } from "./fields.ts";
import { candidateProceedingsSchema, roundProceedingsSchema } from "./proceedings.ts";
import { attachmentSchema, confirmationSchema } from "./recommendation-file.ts";
import { writtenCycleSchema } from "./written-cycle.ts";

/**
 * What the screen asks to be packed. Answers of the rules do not travel in it: Node works them out again
 * from the same records, so that a package never says what its own records do not give.
 */

const MOST_CANDIDATES = 10_000;
const MOST_ATTACHMENTS = 100_000;
const HIGHEST_SCORE = 10_000;

const draftCandidateSchema = record({
  personId: id(),
  pathway: z.enum(PATHWAYS),
  line: lineSchema.nullable(),
  series: seriesSchema.nullable().exactOptional(),
  level: titleLevelSchema.nullable(),
  confirmation: confirmationSchema,
  score: number(0, HIGHEST_SCORE).nullable(),
  rank: wholeNumber(1, MOST_CANDIDATES).nullable(),
  proceedings: candidateProceedingsSchema.exactOptional(),
});
export type DraftCandidate = z.infer<typeof draftCandidateSchema>;

const draftAttachmentSchema = record({
  ...attachmentSchema.shape,
  /** As kept with the scan, eight hexadecimal digits: with it the scan is read once and not twice. */
  crc32: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .exactOptional(),
});
export type DraftAttachment = z.infer<typeof draftAttachmentSchema>;

export const packageDraftSchema = record({
  /** Checked by `checkUnitFile` where it is used, which says what is wrong and where. */
  unitFile: z.custom<UnitFile>((value) => typeof value === "object" && value !== null),
  cycle: writtenCycleSchema,
  packId: id(),
  candidates: list(draftCandidateSchema, MOST_CANDIDATES),
  publicity: record({ from: day(), to: day() }).nullable(),
  attachments: list(draftAttachmentSchema, MOST_ATTACHMENTS),
  /** True for a package in the stead of the last one, which never reached the bureau. */
  isReplacing: z.boolean(),
  proceedings: roundProceedingsSchema.exactOptional(),
});
export type PackageDraft = z.infer<typeof packageDraftSchema>;
