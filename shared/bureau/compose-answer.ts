import type { ReceiptStatus, Remark } from "../submission/receipt.ts";
import {
  aboutQuestion,
  type DeskResult,
  isRemarkAbout,
  readResult,
  writeResult,
} from "../submission/desk-remarks.ts";
import type { SubmittedCandidate } from "../submission/recommendation-file.ts";
import { findReturnReason } from "../submission/return-reasons.ts";
import type { DeskDecision, DeskDecisionKind } from "./desk-decision.ts";

/** From decisions to the receipt that tells them, and back from a receipt to what was told. */

export type Answered = Exclude<ReceiptStatus, "received">;
type Question = Pick<SubmittedCandidate, "pathway" | "line" | "series" | "level">;

/** A candidacy with what the desk has decided. */
export interface DecidedCandidacy extends Question {
  readonly key: string;
  readonly personId: string;
  readonly decision: Pick<DeskDecision, "kind" | "reasons" | "note"> | null;
  readonly result: DeskResult | null;
}

/** Why a package as a whole goes back. */
export interface WholeAnswer {
  readonly status: "returned" | "refused";
  readonly reasons: readonly string[];
  readonly note: string | null;
}

export type ComposedAnswer =
  | { readonly ok: true; readonly status: Answered; readonly remarks: readonly Remark[] }
  /** The keys of those on whom nothing is decided. */
  | { readonly ok: false; readonly code: "undecided"; readonly keys: readonly string[] };

/** The longest text of a remark. */
const LONGEST = 500;

/** The answer that tells the desk's decisions; `whole` sends the package back whatever is decided. */
export function composeAnswer(
  candidacies: readonly DecidedCandidacy[],
  whole: WholeAnswer | null,
): ComposedAnswer {
  if (whole !== null) {
    const remarks = [...sayWhole(whole), ...candidacies.flatMap(sayDecision)];
    return { ok: true, status: whole.status, remarks };
  }
  const undecided = candidacies.filter(({ decision }) => decision === null);
  if (undecided.length > 0) {
    return { ok: false, code: "undecided", keys: undecided.map(({ key }) => key) };
  }
  const remarks = candidacies.flatMap((one) => [...sayDecision(one), ...sayResult(one)]);
  return { ok: true, status: statusOf(candidacies), remarks };
}

function statusOf(candidacies: readonly DecidedCandidacy[]): Answered {
  const kinds = candidacies.map(({ decision }) => decision?.kind);
  if (kinds.includes("returned")) return "returned";
  return kinds.every((kind) => kind === "rejected") ? "refused" : "accepted";
}

function sayWhole({ status, reasons, note }: WholeAnswer): readonly Remark[] {
  const lines = sayReasons(reasons, note);
  if (lines.length > 0) return lines.map((line) => remarkOf(null, line));
  const text = status === "refused" ? "整个报送包不予受理" : "整个报送包退回修改";
  return [
    remarkOf(null, { code: "return.other", text: note === null ? text : `${text}：${note}` }),
  ];
}

function sayDecision(candidacy: DecidedCandidacy): readonly Remark[] {
  const { decision, personId } = candidacy;
  if (decision === null) return [];
  return sayKind(decision).map(({ code, text }) =>
    remarkOf(personId, { code, text: aboutQuestion(candidacy, text) }),
  );
}

interface Line {
  readonly code: string;
  readonly text: string;
}

function sayKind({
  kind,
  reasons,
  note,
}: NonNullable<DecidedCandidacy["decision"]>): readonly Line[] {
  switch (kind) {
    case "accepted":
      return [{ code: "candidate.accepted", text: note === null ? "已受理" : `已受理（${note}）` }];
    case "rejected":
      return [{ code: "candidate.rejected", text: `不予受理，原因：${note ?? "—"}` }];
    case "returned":
    default:
      return sayReasons(reasons, note);
  }
}

/** One line a reason; the clerk's own words stand with the last. */
function sayReasons(reasons: readonly string[], note: string | null): readonly Line[] {
  return reasons.map((code, index) => {
    const text = findReturnReason(code)?.text ?? code;
    const isLast = index === reasons.length - 1;
    return { code, text: isLast && note !== null ? `${text}（${note}）` : text };
  });
}

function sayResult(candidacy: DecidedCandidacy): readonly Remark[] {
  const { result, personId } = candidacy;
  return result === null ? [] : [remarkOf(personId, writeResult(candidacy, result))];
}

function remarkOf(personId: string | null, { code, text }: Line): Remark {
  return {
    personId,
    code,
    text: text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`,
  };
}

/** What a receipt told of a candidacy. */
export interface Told {
  /** Null where it told nothing. */
  readonly kind: DeskDecisionKind | null;
  /** Codes of the reasons of a return. */
  readonly reasons: readonly string[];
  readonly result: DeskResult | null;
}

/** What a receipt's remarks told of one candidacy. */
export function readTold(
  remarks: readonly Remark[],
  candidacy: Question & { readonly personId: string },
): Told {
  const own = remarks.filter(
    (remark) => remark.personId === candidacy.personId && isRemarkAbout(remark, candidacy),
  );
  const kinds = own.flatMap(({ code }) => kindOf(code) ?? []);
  const results = own.flatMap((remark) => readResult(remark) ?? []);
  return {
    kind: kinds[0] ?? null,
    reasons: own.map(({ code }) => code).filter((code) => kindOf(code) === "returned"),
    result: results.at(-1) ?? null,
  };
}

function kindOf(code: string): DeskDecisionKind | null {
  if (code === "candidate.accepted") return "accepted";
  if (code === "candidate.rejected") return "rejected";
  return findReturnReason(code) === undefined ? null : "returned";
}
