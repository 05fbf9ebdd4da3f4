import type { PersonAssessments } from "../policy/evaluate.ts";
import { DECISION_LABELS, describeQuestion } from "../policy/sentences.ts";
import { REQUIREMENT_LABELS } from "../policy/wording/requirement-sentences.ts";
import type { CarriedAssessment, CarriedPerson } from "./assessments-file.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Remark } from "./receipt.ts";
import type { PackReference } from "./package-manifest.ts";
import { questionKey, type RecommendationFile } from "./recommendation-file.ts";

/**
 * What the bureau's own program answers on the records that came, beside the answers that came with
 * them. A difference is no fault of the package: versions and packs differ, and a person decides.
 */

/**
 * `pack-unknown`: this program does not know the pack, nothing was recomputed · `confirmed-otherwise`: a
 * person put somebody forward whom the program did not find eligible.
 */
export type RemarkCode =
  | "pack-unknown"
  | "assessment-differs"
  | "assessment-missing"
  | "assessment-surplus"
  | "confirmed-otherwise";

function remark(personId: string | null, code: RemarkCode, text: string): Remark {
  return { personId, code, text: shorten(text) };
}

/** Each question on which the answers that came and our own are not the same in every figure. */
export function compareAssessments(
  carried: readonly CarriedPerson[],
  recomputed: readonly PersonAssessments[],
): readonly Remark[] {
  const own = new Map(recomputed.map((one) => [one.personId, one.assessments]));
  return carried.flatMap(({ personId, assessments }) =>
    comparePerson(personId, assessments, (own.get(personId) ?? []) as readonly CarriedAssessment[]),
  );
}

function comparePerson(
  personId: string,
  carried: readonly CarriedAssessment[],
  own: readonly CarriedAssessment[],
): readonly Remark[] {
  const ours = new Map(own.map((one) => [questionKey(one), one]));
  const theirs = new Set(carried.map(questionKey));
  const differing = carried.flatMap((one): readonly Remark[] => {
    const our = ours.get(questionKey(one));
    const question = describeQuestion(one);
    if (our === undefined) {
      const text = `${question}：随包有审查结果，按随包记录重新判定时没有这一申报事项`;
      return [remark(personId, "assessment-surplus", text)];
    }
    if (canonicalJson(our) === canonicalJson(one)) return [];
    const text = `${question}：${sayDifference(one, our)}`;
    return [remark(personId, "assessment-differs", text)];
  });
  const missing = own
    .filter((one) => !theirs.has(questionKey(one)))
    .map((one) => {
      const text = `${describeQuestion(one)}：随包没有审查结果，按随包记录重新判定为“${DECISION_LABELS[one.decision]}”`;
      return remark(personId, "assessment-missing", text);
    });
  return [...differing, ...missing];
}

function sayDifference(carried: CarriedAssessment, own: CarriedAssessment): string {
  if (carried.decision !== own.decision) {
    return `随包结论为“${DECISION_LABELS[carried.decision]}”，按随包记录重新判定为“${DECISION_LABELS[own.decision]}”`;
  }
  const ours = new Map(own.requirements.map((one) => [one.id, canonicalJson(one)]));
  const labels: Readonly<Record<string, string>> = REQUIREMENT_LABELS;
  const differing = carried.requirements
    .filter((one) => ours.get(one.id) !== canonicalJson(one))
    .map(({ id }) => labels[id] ?? id);
  const which = differing.length === 0 ? "" : `（${differing.join("、")}）`;
  return `结论相同，但随包的依据与按随包记录重新判定的有出入${which}`;
}

/** Those put forward although the program did not find them eligible, with the reason given. */
export function remarkConfirmations({ candidates }: RecommendationFile): readonly Remark[] {
  return candidates
    .filter(({ decision }) => decision !== "eligible")
    .map((candidate) => {
      const { personId, decision, confirmation } = candidate;
      const text = `${describeQuestion(candidate)}：比对结论为“${DECISION_LABELS[decision]}”，由${confirmation.by}确认推荐，理由：${confirmation.reason ?? ""}`;
      return remark(personId, "confirmed-otherwise", text);
    });
}

/** Nothing could be recomputed, since this program does not have the pack that the package names. */
export function remarkUnknownPack({ id }: PackReference): Remark {
  const text = `本机没有报送包所用的政策包 ${id}，没有重新判定；请更新程序或政策包后再核对`;
  return remark(null, "pack-unknown", text);
}

const LONGEST = 500;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
