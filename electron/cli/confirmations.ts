import { formatInstant } from "../../shared/calendar/instant.ts";
import { describeQuestion, labelDecision } from "../../shared/policy/sentences.ts";
import { filledText } from "../../shared/records/fields.ts";
import type { Candidate } from "../../shared/workbook/lists/candidates.ts";
import type { ConfirmedCandidate } from "../services/packages/package-order.ts";
import { type Given, textIfAny } from "./command.ts";
import { type Io, refused, wrongUsage } from "./io.ts";
import { readPersonTexts } from "./person-texts.ts";

/** Who confirms the candidates: the program compares, a person decides (promise 27). */
export const CONFIRMATION_OPTIONS = {
  "confirmed-by": {
    type: "string",
    requiresArg: true,
    describe: "由谁审查并确认推荐（姓名）；比对结论只供参考，推荐由人确认",
  },
  reason: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "比对结论不是“可以申报”时仍确认推荐的理由：人员编号:理由，可重复",
  },
} as const;

/** The candidates as confirmed now by the person named. */
export function confirmCandidates(
  candidates: readonly Candidate[],
  given: Given,
  io: Pick<Io, "now">,
): readonly ConfirmedCandidate[] {
  const by = textIfAny(given, "confirmed-by") ?? "";
  if (!filledText().safeParse(by).success) {
    throw wrongUsage("请用 --confirmed-by 写明由谁审查并确认推荐");
  }
  const at = formatInstant(io.now());
  const reasons = new Map(
    readPersonTexts(given, "reason").map(({ personId, text }) => [personId, text]),
  );
  const unfounded = candidates.filter(
    ({ person, assessment }) => assessment.decision !== "eligible" && !reasons.has(person.id),
  );
  if (unfounded.length > 0) throw refused(...unfounded.map(askReason));
  return candidates.map((candidate) => ({
    candidate,
    confirmation: { by, at, reason: reasons.get(candidate.person.id) ?? null },
    score: null,
    rank: null,
  }));
}

function askReason({ person, assessment }: Candidate): string {
  const question = describeQuestion(assessment);
  return `${person.name}（${person.id}）${question}：比对结论为“${labelDecision(assessment)}”；仍要推荐的，请用 --reason ${person.id}:理由 写明理由`;
}
