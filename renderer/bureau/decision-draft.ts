import {
  type DeskDecision,
  type DeskDecisionKind,
  findDecisionFault,
} from "../../shared/bureau/desk-decision.ts";
import { cleanText } from "../../shared/workbook/text.ts";

/** A decision as it is being made. */
export interface DecisionDraft {
  readonly kind: DeskDecisionKind | null;
  readonly reasons: readonly string[];
  readonly note: string;
}

export type DecisionFault = "kind-needed" | "reason-needed" | "note-needed";

export type ReadDecision =
  | {
      readonly ok: true;
      readonly decision: {
        readonly kind: DeskDecisionKind;
        readonly reasons: string[];
        readonly note: string | null;
      };
    }
  | { readonly ok: false; readonly fault: DecisionFault };

/** The form over what is on file. */
export function draftOfDecision(decision: DeskDecision | null): DecisionDraft {
  return decision === null
    ? { kind: null, reasons: [], note: "" }
    : { kind: decision.kind, reasons: decision.reasons, note: decision.note ?? "" };
}

/** The decision that a form says, or what is missing; reasons count for a return alone. */
export function readDecision({ kind, reasons, note }: DecisionDraft): ReadDecision {
  if (kind === null) return { ok: false, fault: "kind-needed" };
  const cleaned = cleanText(note);
  const decision = {
    kind,
    reasons: kind === "returned" ? [...reasons] : [],
    note: cleaned === "" ? null : cleaned,
  };
  const fault = findDecisionFault(decision);
  return fault === null ? { ok: true, decision } : { ok: false, fault };
}

/** The reasons with one more or one less, in the order of the list. */
export function toggleReason(
  reasons: readonly string[],
  code: string,
  all: readonly string[],
): readonly string[] {
  const chosen = new Set(reasons);
  if (!chosen.delete(code)) chosen.add(code);
  return all.filter((one) => chosen.has(one));
}
