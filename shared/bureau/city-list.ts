import { type Quota, PATHWAY_LABELS, QUOTA_LABELS } from "../policy/pathway-names.ts";
import { DECISION_LABELS } from "../policy/sentences.ts";
import { DEGREE_LABELS, EDUCATION_LEVEL_LABELS } from "../records/education.ts";
import { SEX_LABELS } from "../records/person.ts";
import { SERIES_LABELS } from "../records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../records/title.ts";
import type { SubmittedCandidate } from "../submission/recommendation-file.ts";
import type { DeskResult } from "../submission/desk-remarks.ts";
import {
  type ListCell,
  type ListColumn,
  type OfficialList,
  signatureLine,
} from "../workbook/lists/list.ts";
import { DESK_DECISION_LABELS, type DeskDecisionKind } from "./desk-decision.ts";
import type { PersonFigures } from "./person-figures.ts";

/**
 * 推荐人选情况一览表 of all units, for the city. Neither ID nor telephone number stands on it: the city asks
 * for them where it needs them.
 */

export interface ListedCandidacy {
  readonly unitName: string;
  readonly name: string;
  readonly candidate: SubmittedCandidate;
  readonly quota: Quota;
  readonly figures: PersonFigures;
  readonly desk: DeskDecisionKind | null;
  readonly result: DeskResult | null;
}

const TITLE = "现职称情况";
const APPLICATION = "申报情况";

const COLUMNS: readonly ListColumn[] = [
  { heading: "序号", width: 6, kind: "centre" },
  { heading: "单位", width: 24, kind: "text" },
  { heading: "姓名", width: 10, kind: "centre" },
  { heading: "性别", width: 5, kind: "centre" },
  { heading: "出生日期", width: 11, kind: "centre" },
  { heading: "学历学位", width: 14, kind: "centre" },
  { heading: "毕业院校", width: 18, kind: "text" },
  { group: TITLE, heading: "职称名称", width: 13, kind: "centre" },
  { group: TITLE, heading: "取得时间", width: 11, kind: "centre" },
  { heading: "乡镇专业技术\n工作年限", width: 13, kind: "centre" },
  { group: APPLICATION, heading: "系列", width: 11, kind: "centre" },
  { group: APPLICATION, heading: "级别", width: 8, kind: "centre" },
  { group: APPLICATION, heading: "类别", width: 13, kind: "centre" },
  { group: APPLICATION, heading: "通道", width: 16, kind: "centre" },
  { group: APPLICATION, heading: "是否占岗位数额", width: 14, kind: "centre" },
  { heading: "单位评议\n名次", width: 9, kind: "centre" },
  { heading: "比对结论", width: 10, kind: "centre" },
  { heading: "县局意见", width: 10, kind: "centre" },
  { heading: "评审结果", width: 14, kind: "centre" },
];

/** The list, in the order given. */
export function cityList(
  year: number,
  bureauName: string,
  candidacies: readonly ListedCandidacy[],
): OfficialList {
  return {
    name: "推荐人选情况一览表",
    title: `${year}年度职称申报推荐人选情况一览表`,
    lines: [[`填报部门（章）：${bureauName}`, `共${candidacies.length}项申报`]],
    columns: COLUMNS,
    rows: candidacies.map((one, index) => [index + 1, ...cellsOf(one)]),
    footers: [signatureLine("填表人", "审核人", "负责人")],
    orientation: "landscape",
  };
}

function cellsOf({
  unitName,
  name,
  candidate,
  quota,
  figures,
  desk,
  result,
}: ListedCandidacy): readonly ListCell[] {
  const { series, level, line, pathway, rank, decision } = candidate;
  return [
    unitName,
    name,
    SEX_LABELS[figures.sex],
    figures.birthDate,
    sayEducation(figures),
    figures.school,
    figures.titleName ?? "无",
    figures.titleObtainedOn,
    sayTownship(figures),
    series === null ? "—" : SERIES_LABELS[series],
    level === null ? "—" : TITLE_LEVEL_LABELS[level],
    line === null ? "—" : LINE_LABELS[line],
    PATHWAY_LABELS[pathway],
    QUOTA_LABELS[quota],
    rank,
    DECISION_LABELS[decision],
    desk === null ? "待办理" : DESK_DECISION_LABELS[desk],
    sayResult(result),
  ];
}

function sayEducation({ education, degree }: PersonFigures): string {
  if (education === null) return "无";
  const level = EDUCATION_LEVEL_LABELS[education];
  return degree === null ? level : `${level}、${DEGREE_LABELS[degree]}`;
}

function sayTownship({ townshipYears, townshipMonths }: PersonFigures): string {
  if (townshipYears === 0 && townshipMonths === 0) return "不满1个月";
  const months = townshipMonths === 0 ? "" : `${townshipMonths}个月`;
  return townshipYears === 0 ? months : `${townshipYears}年${months}`;
}

function sayResult(result: DeskResult | null): string | null {
  if (result === null) return null;
  return result.outcome === "passed" ? `通过（${result.on}）` : `未通过（${result.on}）`;
}
