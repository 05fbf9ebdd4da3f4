import { z } from "zod";
import { record, year } from "./fields.ts";

export const APPRAISAL_RESULTS = [
  "excellent",
  "qualified",
  "basicallyQualified",
  "unqualified",
  "ungraded",
] as const;
export type AppraisalResult = (typeof APPRAISAL_RESULTS)[number];
export const APPRAISAL_RESULT_LABELS = {
  excellent: "优秀",
  qualified: "合格",
  basicallyQualified: "基本合格",
  unqualified: "不合格",
  ungraded: "未定等次",
} as const satisfies Record<AppraisalResult, string>;

/** 年度考核: one result a calendar year. */
export const appraisalSchema = record({ year: year(), result: z.enum(APPRAISAL_RESULTS) });
export type Appraisal = z.infer<typeof appraisalSchema>;
