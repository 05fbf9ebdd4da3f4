import { z } from "zod";
import { endDate, record, startDate } from "./fields.ts";

/** 处分, lightest first. */
export const SANCTION_KINDS = [
  "warning",
  "demerit",
  "majorDemerit",
  "demotion",
  "dismissal",
] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];
export const SANCTION_KIND_LABELS = {
  warning: "警告",
  demerit: "记过",
  majorDemerit: "记大过",
  demotion: "降低岗位等级或降级",
  dismissal: "撤职",
} as const satisfies Record<SanctionKind, string>;

/** 处分: a period that may bar application. */
export const sanctionSchema = record({
  kind: z.enum(SANCTION_KINDS),
  from: startDate(),
  to: endDate().nullable(),
});
export type Sanction = z.infer<typeof sanctionSchema>;
