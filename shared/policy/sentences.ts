import { SERIES_LABELS } from "../records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../records/title.ts";
import type { Assessment } from "./assessment.ts";
import type { Decision, Status } from "./outcome.ts";
import { PATHWAY_LABELS } from "./pathway-names.ts";
import type { Requirement } from "./requirement.ts";
import { CONVENTION_LABELS } from "./sensitivity.ts";
import { sayDate } from "./wording/phrases.ts";
import { REQUIREMENT_LABELS, sayFigures } from "./wording/requirement-sentences.ts";

/**
 * Answers in Chinese. No screen, list or command words a requirement again: they all show what stands
 * here, so that a clerk reads the same sentence everywhere.
 */

export const STATUS_LABELS = {
  met: "符合",
  unmet: "不符合",
  unknown: "无法判定",
} as const satisfies Record<Status, string>;

export const DECISION_LABELS = {
  eligible: "可以申报",
  ineligible: "不能申报",
  undetermined: "待核实",
} as const satisfies Record<Decision, string>;

/** What every expected date takes for granted. */
export const PROJECTION_ASSUMPTION =
  "预计日期的前提是：本人继续在现岗位工作，今后各年继续教育学时学满、年度考核合格以上";

/** `乡镇专业技术工作年限：截至2026年12月31日满22年4个月，要求满20年`. */
export function sayRequirement(requirement: Requirement): string {
  const mended = requirement.metOn === null ? "" : `，预计${sayDate(requirement.metOn)}可以满足`;
  return `${REQUIREMENT_LABELS[requirement.id]}：${sayFigures(requirement)}${mended}`;
}

/** The requirement's sentence with the clause that it rests on. */
export function describeRequirement(requirement: Requirement): string {
  return `${sayRequirement(requirement)}（依据：${requirement.clause}）`;
}

/** What an assessment is about: `正常申报 基层职称 卫生 副高级`. */
export function describeQuestion({
  pathway,
  line,
  series,
  level,
}: Pick<Assessment, "pathway" | "line" | "series" | "level">): string {
  return [
    PATHWAY_LABELS[pathway],
    line === null ? "" : LINE_LABELS[line],
    series === null ? "" : SERIES_LABELS[series],
    level === null ? "" : TITLE_LEVEL_LABELS[level],
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The answer in a word: 可以申报, 不能申报, 暂不能申报 where a day is in sight, 待核实. */
export function labelDecision({
  decision,
  eligibleOn,
}: Pick<Assessment, "decision" | "eligibleOn">): string {
  return eligibleOn === null ? DECISION_LABELS[decision] : `暂${DECISION_LABELS[decision]}`;
}

/** What keeps a pathway from being open: the sentence of each requirement that is unmet or unknown. */
export function describeObstacles({
  requirements,
}: Pick<Assessment, "requirements">): readonly string[] {
  return requirements
    .filter(({ status }) => status !== "met")
    .map(
      (requirement) => `${STATUS_LABELS[requirement.status]}：${describeRequirement(requirement)}`,
    );
}

/** 口径敏感: one sentence for each way of counting that would turn the decision. */
export function describeSensitivities({
  sensitive = [],
}: Pick<Assessment, "sensitive">): readonly string[] {
  return sensitive.map(
    ({ convention, decision }) =>
      `口径敏感：如${CONVENTION_LABELS[convention]}计算年限，结论为“${DECISION_LABELS[decision]}”`,
  );
}
