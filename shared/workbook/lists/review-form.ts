import { formatDay } from "../../calendar/text.ts";
import { QUOTA_LABELS } from "../../policy/pathway-names.ts";
import {
  describeQuestion,
  describeSensitivities,
  labelDecision,
  sayRequirement,
  STATUS_LABELS,
} from "../../policy/sentences.ts";
import type { Candidate, ListSource } from "./candidates.ts";
import { type ListCell, type OfficialList, type SharedCells, signatureLine } from "./list.ts";

/**
 * 申报资格审查表: each condition with what was expected and found, where the law says it, and what it
 * came to. The program compares, a person decides (个人信息保护法 第二十四条; promise 27).
 */

/** Columns that a candidate's conditions share: who, what for, the outcome, and room for the decision. */
const SHARED_COLUMNS = [0, 1, 2, 6, 7] as const;

/** The form for those put forward, in the order given. */
export function reviewForm(
  { unitFile, cycle, pack }: ListSource,
  candidates: readonly Candidate[],
): OfficialList {
  const rows: (readonly ListCell[])[] = [];
  const shared: SharedCells[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const firstRow = rows.length;
    rows.push(...candidateRows(candidate, index + 1));
    shared.push({ firstRow, lastRow: rows.length - 1, columns: SHARED_COLUMNS });
  }
  return {
    name: "申报资格审查表",
    title: `${cycle.year}年度职称申报资格审查表`,
    lines: [
      [`单位（盖章）：${unitFile.unit.name}`, `政策依据：${pack.title}`],
      [`申报日期：${formatDay(cycle.applyOn)}`, `任职年限截止日：${formatDay(cycle.cutOff)}`],
    ],
    columns: [
      { heading: "序号", width: 6, kind: "centre" },
      { heading: "姓名", width: 10, kind: "centre" },
      { heading: "申报事项", width: 18, kind: "centre" },
      { heading: "申报条件及本人情况", width: 62, kind: "text" },
      { heading: "依据", width: 28, kind: "text" },
      { heading: "比对结果", width: 10, kind: "centre" },
      { heading: "比对结论", width: 14, kind: "centre" },
      { heading: "单位审查意见", width: 18, kind: "centre" },
    ],
    rows,
    shared,
    footers: [
      "注：比对结果和结论由程序按登记的信息得出，供审查时参考；是否符合申报条件由单位审查人员核对原件后确认，并在“单位审查意见”栏签署。",
      signatureLine("审查人", "复核人", "单位负责人"),
    ],
    orientation: "landscape",
  };
}

function candidateRows({ person, assessment }: Candidate, number: number) {
  const head: readonly ListCell[] = [
    number,
    person.name,
    `${describeQuestion(assessment).replaceAll(" ", "\n")}\n（${QUOTA_LABELS[assessment.quota]}）`,
  ];
  const tail: readonly ListCell[] = [decisionOf(assessment), null];
  const conditions = assessment.requirements.map((requirement): readonly ListCell[] => [
    sayRequirement(requirement),
    requirement.clause,
    STATUS_LABELS[requirement.status],
  ]);
  const notes = describeSensitivities(assessment).map((sentence): readonly ListCell[] => [
    sentence,
    null,
    "提示",
  ]);
  return [...conditions, ...notes].map((cells) => [...head, ...cells, ...tail]);
}

function decisionOf(assessment: Candidate["assessment"]): string {
  const { eligibleOn } = assessment;
  const label = labelDecision(assessment);
  return eligibleOn === null ? label : `${label}\n（预计${eligibleOn}）`;
}
