import { z } from "zod";
import { record } from "./fields.ts";

/** Facts that the unit vouches for; absent means not stated, which is neither yes nor no. */
export const statementsSchema = record({
  outstandingTownshipWork: z.boolean().optional(),
  volunteersForTownship: z.boolean().optional(),
});
export type Statements = z.infer<typeof statementsSchema>;
export const STATEMENT_LABELS = {
  outstandingTownshipWork: "在乡镇基层一线工作成绩突出",
  volunteersForTownship: "自愿到乡镇事业单位工作",
} as const satisfies Record<keyof Statements, string>;
