import { z } from "zod";
import { record, year } from "./fields.ts";
import { seriesSchema } from "./series.ts";
import { lineSchema, titleLevelSchema } from "./title.ts";

export const APPLICATION_OUTCOMES = ["pending", "passed", "failed", "withdrawn"] as const;
export type ApplicationOutcome = (typeof APPLICATION_OUTCOMES)[number];
export const APPLICATION_OUTCOME_LABELS = {
  pending: "评审中",
  passed: "通过",
  failed: "未通过",
  withdrawn: "撤回",
} as const satisfies Record<ApplicationOutcome, string>;

/** 申报记录: one past or running application. */
export const applicationSchema = record({
  year: year(),
  series: seriesSchema,
  level: titleLevelSchema,
  line: lineSchema,
  outcome: z.enum(APPLICATION_OUTCOMES),
});
export type Application = z.infer<typeof applicationSchema>;
