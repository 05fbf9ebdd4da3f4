import {
  type Answered,
  composeAnswer,
  type WholeAnswer,
} from "../../../shared/bureau/compose-answer.ts";
import type { DeskResult } from "../../../shared/submission/desk-remarks.ts";
import type { Remark } from "../../../shared/submission/receipt.ts";
import type { DeskContext } from "./desk-context.ts";
import { readStates } from "./desk-decisions.ts";

/** From what was decided to what a receipt is to say. */

export const ANSWER_FAULTS = {
  undecided: "还有申报人没有决定；请逐人决定后再出具回执，或整包退回",
  "not-accepted": "这个报送包还没有出具受理回执，不能登记评审结果；请先出具受理回执",
  "result-not-accepted": "有申报人没有受理，不能登记评审结果；请核对名单",
  "reason-needed": "退回修改要写明原因；请至少选择一条退回原因",
} as const;
export type AnswerFault = keyof typeof ANSWER_FAULTS;

export type DraftedAnswer =
  | { readonly ok: true; readonly status: Answered; readonly remarks: readonly Remark[] }
  | { readonly ok: false; readonly code: AnswerFault; readonly count: number };

/** The answer that the decisions of a package come to. */
export async function draftAnswer(
  context: Pick<DeskContext, "ledger" | "seals">,
  packageId: string,
  whole: WholeAnswer | null,
): Promise<DraftedAnswer> {
  if (whole !== null && whole.reasons.length === 0 && whole.note === null) {
    return { ok: false, code: "reason-needed", count: 0 };
  }
  const composed = composeAnswer(await readStates(context, packageId), whole);
  return composed.ok ? composed : { ok: false, code: "undecided", count: composed.keys.length };
}

/** The answer that tells results beside what was decided; results told before are told again. */
export async function draftResults(
  context: Pick<DeskContext, "ledger" | "seals">,
  packageId: string,
  given: ReadonlyMap<string, DeskResult>,
): Promise<DraftedAnswer> {
  const states = await readStates(context, packageId);
  if (states.some(({ told }) => told === null))
    return { ok: false, code: "not-accepted", count: 0 };
  const wrong = states.filter(({ key, told }) => given.has(key) && told !== "accepted");
  const known = new Set(states.map(({ key }) => key));
  const unknown = [...given.keys()].filter((key) => !known.has(key));
  if (wrong.length + unknown.length > 0) {
    return { ok: false, code: "result-not-accepted", count: wrong.length + unknown.length };
  }
  const composed = composeAnswer(
    states.map((state) => ({ ...state, result: given.get(state.key) ?? state.result })),
    null,
  );
  if (!composed.ok) return { ok: false, code: "undecided", count: composed.keys.length };
  if (composed.status !== "accepted") return { ok: false, code: "not-accepted", count: 0 };
  return composed;
}
