import { z } from "zod";
import { criterionSchema } from "../policy/criterion.ts";
import { QUOTAS } from "../policy/pathway-names.ts";
import {
  filledText,
  id,
  list,
  longText,
  number,
  record,
  text,
  wholeNumber,
} from "../records/fields.ts";
import { POST_GROUPS } from "../records/unit.ts";
import { day, instant } from "./fields.ts";

/**
 * 推荐过程 as it travels: how the unit came to recommend whom it recommends. Of the people who wait or were
 * declined only how many there are (个人信息保护法 第六条), and who objected never travels.
 */

const MOST_PEOPLE = 10_000;
const HIGHEST_SCORE = 10_000;

const signed = { by: filledText(), at: instant() };
const score = number(0, HIGHEST_SCORE);

/** 人工认定: how the unit settled a requirement that its records leave open. */
export const settlementSchema = record({
  /** An id of policy.md: `appraisal.results`. */
  requirementId: id(),
  isMet: z.boolean(),
  /** Why. */
  text: filledText(),
  /** The paper that it rests on. */
  evidence: filledText(),
  ...signed,
});
export type Settlement = z.infer<typeof settlementSchema>;

/** What a package says on one candidate besides the decision. */
export const candidateProceedingsSchema = record({
  /** 本人确认; null where none was noted. */
  ownConfirmation: record({ on: day(), ...signed }).nullable(),
  settlements: list(settlementSchema),
  /** 审核意见. */
  check: record({ note: filledText().nullable(), ...signed }).nullable(),
  /** The mean of each criterion; null where nobody gave points. */
  means: list(record({ criterionId: id(), mean: score.nullable() })),
  /** Each ballot's score: null where its reviewer stood back 回避; nameless where the review was secret. */
  ballots: list(record({ reviewer: filledText().nullable(), score: score.nullable() })),
  /** Days of professional work in the township, which decide between equal scores. */
  townshipDays: wholeNumber(0, 100_000),
  /** Why the person is recommended, as the minutes have it. */
  ground: text(),
});
export type CandidateProceedings = z.infer<typeof candidateProceedingsSchema>;

const count = wholeNumber(0, MOST_PEOPLE);

const reviewSchema = record({
  isSecret: z.boolean(),
  criteria: list(criterionSchema),
  /** From so many marks on, the highest and the lowest were left out. */
  trimFrom: wholeNumber(1, MOST_PEOPLE).nullable(),
  reviewers: list(
    record({ name: filledText(), post: filledText().nullable(), isAbsent: z.boolean() }),
  ),
  /** Those compared with each other, how many of them are recommended and how many wait. */
  pools: list(
    record({
      group: z.enum(POST_GROUPS),
      quota: z.enum(QUOTAS),
      ranked: count,
      recommended: count,
      waiting: count,
    }),
  ),
  tieBreaks: list(record({ reason: filledText(), ...signed })),
});

export const OBJECTION_OUTCOMES = ["upheld", "dismissed"] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];
export const OBJECTION_OUTCOME_LABELS = {
  upheld: "异议成立",
  dismissed: "异议不成立",
} as const satisfies Record<ObjectionOutcome, string>;

const noticeSchema = record({
  from: day(),
  to: day(),
  workingDays: wholeNumber(0, MOST_PEOPLE),
  places: list(filledText()),
  /** Days that the unit counted other than the official calendar has it. */
  corrections: list(record({ day: day(), isWorking: z.boolean() })),
  objections: list(
    record({
      receivedOn: day(),
      isNamed: z.boolean(),
      /** Null for the round as a whole, and for people who are not recommended. */
      personId: id().nullable(),
      outcome: z.enum(OBJECTION_OUTCOMES).nullable(),
      handling: longText().nullable(),
      closedOn: day().nullable(),
    }),
  ),
  certifiedBy: filledText().nullable(),
  certifiedAt: instant().nullable(),
  /** Notices that were taken down before their time. */
  earlier: list(record({ from: day(), to: day() })),
});

/** What a package says on the round as a whole. */
export const roundProceedingsSchema = record({
  review: reviewSchema,
  notice: noticeSchema.nullable(),
  /** 办理记录: the steps in the words of the log. */
  steps: list(record({ step: filledText(), note: filledText().nullable(), ...signed })),
});
export type RoundProceedings = z.infer<typeof roundProceedingsSchema>;
export type NoticeProceedings = z.infer<typeof noticeSchema>;
