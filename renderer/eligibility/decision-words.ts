import type { Assessment } from "../../shared/policy/assessment.ts";
import type { TagState } from "../widgets/status-tag.tsx";
import type { eligibilityMessages } from "./messages.ts";

/** The answers as signs with words. */

export type DecisionWord = "eligible" | "undetermined" | "later" | "ineligible";

/** `later`: not yet, with a day in sight. */
export function wordOf({
  decision,
  eligibleOn,
}: Pick<Assessment, "decision" | "eligibleOn">): DecisionWord {
  return decision === "ineligible" && eligibleOn !== null ? "later" : decision;
}

export const TAG_STATES = {
  eligible: "good",
  undetermined: "unknown",
  later: "warn",
  ineligible: "bad",
} as const satisfies Record<DecisionWord, TagState>;

type MessageKey = keyof (typeof eligibilityMessages)["messages"]["zh-CN"];

/** The message of each word: in Chinese the core's own labels. */
export const DECISION_KEYS = {
  eligible: "decision.eligible",
  undetermined: "decision.undetermined",
  later: "decision.later",
  ineligible: "decision.ineligible",
} as const satisfies Record<DecisionWord, MessageKey>;
