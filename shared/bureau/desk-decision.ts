import { z } from "zod";
import { filledText, list, record } from "../records/fields.ts";
import { day, instant } from "../submission/fields.ts";
import { RETURN_REASON_CODES } from "../submission/return-reasons.ts";

/** What a clerk at the bureau decides on a candidate: a draft until a receipt tells it to the unit. */

export const DESK_DECISIONS = ["accepted", "returned", "rejected"] as const;
export type DeskDecisionKind = (typeof DESK_DECISIONS)[number];
export const DESK_DECISION_LABELS = {
  accepted: "受理",
  returned: "退回修改",
  rejected: "不予受理",
} as const satisfies Record<DeskDecisionKind, string>;

const MOST_REASONS = 20;

export const deskDecisionSchema = record({
  kind: z.enum(DESK_DECISIONS),
  /** From the list; at least one for `returned`. */
  reasons: list(z.enum(RETURN_REASON_CODES as [string, ...string[]]), MOST_REASONS),
  /** In the clerk's own words; asked for with `rejected` and with the reason `return.other`. */
  note: filledText().nullable(),
  by: filledText(),
  at: instant(),
});
export type DeskDecision = z.infer<typeof deskDecisionSchema>;

/** What is missing from a decision; null where it can stand. */
export function findDecisionFault({
  kind,
  reasons,
  note,
}: Pick<DeskDecision, "kind" | "reasons" | "note">): "reason-needed" | "note-needed" | null {
  if (kind === "returned" && reasons.length === 0) return "reason-needed";
  const needsNote = kind === "rejected" || reasons.includes("return.other");
  return needsNote && note === null ? "note-needed" : null;
}

/** 评审结果 as the bureau notes it. */
export const deskResultSchema = record({
  outcome: z.enum(["passed", "failed"]),
  on: day(),
  certificate: filledText().nullable(),
});
