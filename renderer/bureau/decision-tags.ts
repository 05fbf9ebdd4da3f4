import type { DeskDecisionKind } from "../../shared/bureau/desk-decision.ts";
import type { Decision } from "../../shared/policy/outcome.ts";
import type { ReceiptStatus } from "../../shared/submission/receipt.ts";
import type { TagState } from "../widgets/status-tag.tsx";

/** How a decision of the desk looks. */
export const DECISION_TAGS = {
  accepted: "good",
  returned: "warn",
  rejected: "bad",
} as const satisfies Record<DeskDecisionKind, TagState>;

/** How an answer of the rules looks. */
export const ANSWER_TAGS = {
  eligible: "good",
  ineligible: "bad",
  undetermined: "unknown",
} as const satisfies Record<Decision, TagState>;

/** How a receipt looks. */
export const RECEIPT_TAGS = {
  received: "plain",
  accepted: "good",
  returned: "warn",
  refused: "bad",
} as const satisfies Record<ReceiptStatus, TagState>;
