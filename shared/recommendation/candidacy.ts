import { z } from "zod";
import { PATHWAYS } from "../policy/pathway-names.ts";
import { ATTACHMENT_KINDS } from "../records/attachment-kind.ts";
import { checkShape, type Checked } from "../records/document.ts";
import { filledText, id, list, longText, record } from "../records/fields.ts";
import { seriesSchema } from "../records/series.ts";
import { lineSchema, titleLevelSchema } from "../records/title.ts";
import { day, instant } from "../submission/fields.ts";
import {
  OBJECTION_OUTCOMES,
  type ObjectionOutcome,
  settlementSchema,
} from "../submission/proceedings.ts";
import { DECISIONS } from "../submission/recommendation-file.ts";

/**
 * 申报: one person on one pathway in one round. Differs from the sketch in issue4.md: a settlement says
 * which way it goes (`isMet`); `appeals` are kept with the candidacy that they are about.
 */

const signed = { by: filledText(), at: instant() };

/** 本人确认: the person's own word for the pathway and the line. */
const ownConfirmationSchema = record({
  on: day(),
  ...signed,
  /** The signed sheet, among the person's attachments. */
  attachmentId: id().nullable(),
});
export type OwnConfirmation = z.infer<typeof ownConfirmationSchema>;

/** 资格审核. */
const checkSchema = record({
  isPassed: z.boolean(),
  /** Why: asked where it does not pass, and where it passes although the rules find it ineligible. */
  note: filledText().nullable(),
  ...signed,
});
export type CandidacyCheck = z.infer<typeof checkSchema>;

export const OUTCOME_DECISIONS = ["recommended", "waiting", "declined"] as const;
export type OutcomeDecision = (typeof OUTCOME_DECISIONS)[number];
export const OUTCOME_DECISION_LABELS = {
  recommended: "推荐",
  waiting: "候补",
  declined: "不推荐",
} as const satisfies Record<OutcomeDecision, string>;

/** 推荐结果, as a person confirmed it (promise 27). */
const outcomeSchema = record({
  decision: z.enum(OUTCOME_DECISIONS),
  reason: filledText().nullable(),
  ...signed,
});
export type CandidacyOutcome = z.infer<typeof outcomeSchema>;

const withdrawalSchema = record({ on: day(), reason: filledText(), ...signed });
const waiverSchema = record({
  kind: z.enum(ATTACHMENT_KINDS),
  reason: filledText(),
  ...signed,
});
export type Waiver = z.infer<typeof waiverSchema>;

/** 申诉: the person asks for a decision to be looked at again (个人信息保护法 第二十四条; promise 27). */
const appealSchema = record({
  id: id(),
  receivedOn: day(),
  text: longText(),
  handling: longText().nullable(),
  outcome: z.enum(OBJECTION_OUTCOMES).nullable(),
  closedOn: day().nullable(),
  ...signed,
});
export type Appeal = z.infer<typeof appealSchema>;
export const APPEAL_OUTCOME_LABELS = {
  upheld: "申诉成立",
  dismissed: "申诉不成立",
} as const satisfies Record<ObjectionOutcome, string>;

export const RESULT_OUTCOMES = ["passed", "failed"] as const;
/** 评审结果. */
const resultSchema = record({
  outcome: z.enum(RESULT_OUTCOMES),
  on: day(),
  /** The title that was put on file for it. */
  titleId: id().nullable(),
  ...signed,
});
export type CandidacyResult = z.infer<typeof resultSchema>;

export const candidacySchema = record({
  id: id(),
  roundId: id(),
  personId: id(),
  pathway: z.enum(PATHWAYS),
  line: lineSchema.nullable(),
  series: seriesSchema.nullable(),
  level: titleLevelSchema.nullable(),
  /** The day on which the person chose pathway and line. */
  chosenOn: day(),
  /** What the rules found, as of `check`; before it as of the day of choice. */
  decision: z.enum(DECISIONS),
  confirmation: ownConfirmationSchema.nullable(),
  settlements: list(settlementSchema),
  check: checkSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  withdrawal: withdrawalSchema.nullable(),
  waivers: list(waiverSchema),
  result: resultSchema.nullable(),
  /** Missing where there was none. */
  appeals: list(appealSchema).exactOptional(),
});
export type Candidacy = z.infer<typeof candidacySchema>;

/** Checks data that claims to be a candidacy. */
export function checkCandidacy(data: unknown): Checked<Candidacy> {
  return checkShape(data, candidacySchema);
}
