import type { Assessment } from "../policy/assessment.ts";
import type { Decision } from "../policy/outcome.ts";
import type { RequirementId } from "../policy/requirement.ts";
import { REQUIREMENT_LABELS } from "../policy/wording/requirement-sentences.ts";
import type { Candidacy, CandidacyCheck } from "./candidacy.ts";
import { answerTo, namesOf, type RoundContext } from "./context.ts";
import type { Matter } from "./matter.ts";

/**
 * 资格审核: the rules' answer with the unit's settlements. An open requirement is settled by data or by a
 * noted decision, and nobody whom the rules find ineligible passes without a reason.
 */

/** Longer reasons are cut; settlements travel whole beside them. */
const LONGEST_REASON = 500;

type Settled = Pick<Candidacy, "settlements">;

/** The latest settlement of a requirement; undefined where there is none. */
function settlementOf({ settlements }: Settled, requirementId: string) {
  return settlements.findLast((one) => one.requirementId === requirementId);
}

/** The requirements that the records leave open and nobody has settled. */
export function openRequirements(
  candidacy: Settled,
  { requirements }: Pick<Assessment, "requirements">,
): readonly RequirementId[] {
  return requirements
    .filter(({ id, status }) => status === "unknown" && settlementOf(candidacy, id) === undefined)
    .map(({ id }) => id);
}

/** The decision with open requirements as they were settled; an unmet one is not settled away. */
export function settledDecision(
  candidacy: Settled,
  { requirements }: Pick<Assessment, "requirements">,
): Decision {
  const settled = requirements.map(({ id, status }) => {
    if (status !== "unknown") return status;
    const settlement = settlementOf(candidacy, id);
    if (settlement === undefined) return status;
    return settlement.isMet ? "met" : "unmet";
  });
  const statuses = new Set(settled);
  if (statuses.has("unmet")) return "ineligible";
  return statuses.has("unknown") ? "undetermined" : "eligible";
}

/** What stands against a check; empty where it can be noted. */
export function findCheckMatters(
  candidacy: Candidacy,
  check: Pick<CandidacyCheck, "isPassed" | "note">,
  answers: RoundContext["answers"],
): readonly Matter[] {
  const names = namesOf(candidacy);
  const noteMissing: readonly Matter[] =
    check.note === null ? [{ code: "check.note", details: names }] : [];
  if (!check.isPassed) return noteMissing;
  const answer = answerTo(candidacy, answers);
  if (answer === null) return [{ code: "answer.missing", details: names }];
  const open = openRequirements(candidacy, answer).map((requirementId): Matter => ({
    code: "requirement.open",
    details: { ...names, requirementId },
  }));
  if (open.length > 0) return open;
  return settledDecision(candidacy, answer) === "ineligible" ? noteMissing : [];
}

/** Why somebody is put forward whom the rules do not find eligible, in one text; null where nobody said why. */
export function foundationOf({ settlements, check }: Candidacy): string | null {
  const labels: Readonly<Record<string, string>> = REQUIREMENT_LABELS;
  const settled = settlements.map(
    ({ requirementId, isMet, text, evidence, by }) =>
      `人工认定“${labels[requirementId] ?? requirementId}”${isMet ? "符合" : "不符合"}：${text}（依据：${evidence}；认定人：${by}）`,
  );
  const note = check?.note ?? null;
  const notes = note === null ? [] : [note];
  const said = [...settled, ...notes].join("；");
  if (said === "") return null;
  return said.length <= LONGEST_REASON ? said : `${said.slice(0, LONGEST_REASON - 1)}…`;
}
