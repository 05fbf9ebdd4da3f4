import { DECISION_LABELS, STATUS_LABELS } from "../policy/sentences.ts";
import { REQUIREMENT_LABELS } from "../policy/wording/requirement-sentences.ts";
import type { CarriedAssessment } from "../submission/assessments-file.ts";
import { canonicalJson } from "../submission/canonical-json.ts";

const LABELS: Readonly<Record<string, string>> = REQUIREMENT_LABELS;

/**
 * What our own assessment says otherwise than the one that came, a sentence each; none where both are the
 * same in every figure. `own` is null where the records that came raise no such question.
 */
export function sayDifferences(
  carried: CarriedAssessment,
  own: CarriedAssessment | null,
): readonly string[] {
  if (own === null) return ["按随包记录和本局政策包重新判定时没有这一申报事项"];
  if (canonicalJson(carried) === canonicalJson(own)) return [];
  const decision =
    carried.decision === own.decision
      ? []
      : [
          `结论：单位为“${DECISION_LABELS[carried.decision]}”，本局为“${DECISION_LABELS[own.decision]}”`,
        ];
  const theirs = new Map(carried.requirements.map((one) => [one.id, one]));
  const ours = new Map(own.requirements.map((one) => [one.id, one]));
  const requirements = [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((id) =>
    sayRequirement(id, theirs.get(id), ours.get(id)),
  );
  const said = [...decision, ...requirements];
  return said.length > 0 ? said : ["结论和各项条件相同，只有预计时间或计算口径提示不同"];
}

type Carried = CarriedAssessment["requirements"][number];

function sayRequirement(
  id: string,
  carried: Carried | undefined,
  own: Carried | undefined,
): readonly string[] {
  const label = LABELS[id] ?? id;
  if (carried === undefined) {
    return own === undefined
      ? []
      : [`${label}：单位没有审查，本局为“${STATUS_LABELS[own.status]}”`];
  }
  if (own === undefined) return [`${label}：本局的政策包不要求这一条`];
  if (carried.status !== own.status) {
    return [
      `${label}：单位为“${STATUS_LABELS[carried.status]}”，本局为“${STATUS_LABELS[own.status]}”`,
    ];
  }
  if (canonicalJson(carried) === canonicalJson(own)) return [];
  return [`${label}：结果相同，依据的数据或要求不同`];
}
