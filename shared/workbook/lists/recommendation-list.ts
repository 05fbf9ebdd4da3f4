import { formatDay } from "../../calendar/text.ts";
import { QUOTA_LABELS } from "../../policy/pathway-names.ts";
import { showServiceLength } from "../../policy/requirements/figures.ts";
import { DECISION_LABELS } from "../../policy/sentences.ts";
import { sayLength } from "../../policy/wording/phrases.ts";
import { EDUCATION_LEVEL_LABELS } from "../../records/education.ts";
import { SEX_LABELS } from "../../records/person.ts";
import { heldTitle, highestEducation } from "./candidates.ts";
import { type ListCell, type OfficialList, signatureLine } from "./list.ts";
import { questionCells } from "./question-cells.ts";
import { recommendedOf, type RoundCandidate, type RoundSource } from "./round-source.ts";

/** 推荐人选情况一览表: whom the unit puts forward, with what the rules and the review came to. */
export function recommendationList(source: RoundSource): OfficialList {
  const { unitFile, cycle } = source;
  return {
    name: "推荐人选情况一览表",
    title: `${cycle.year}年度职称申报推荐人选情况一览表`,
    lines: [
      [
        `单位（盖章）：${unitFile.unit.name}`,
        `申报日期：${formatDay(cycle.applyOn)}；任职年限截止日：${formatDay(cycle.cutOff)}`,
      ],
    ],
    columns: [
      { heading: "序号", width: 5, kind: "centre" },
      { heading: "姓名", width: 9, kind: "centre" },
      { heading: "性别", width: 5, kind: "centre" },
      { heading: "出生日期", width: 11, kind: "centre" },
      { heading: "学历", width: 10, kind: "centre" },
      { heading: "现职称", width: 12, kind: "centre" },
      { heading: "取得时间", width: 11, kind: "centre" },
      { heading: "聘任时间", width: 11, kind: "centre" },
      { heading: "乡镇专业技术\n工作年限", width: 13, kind: "centre" },
      { heading: "申报系列", width: 9, kind: "centre" },
      { heading: "申报级别", width: 9, kind: "centre" },
      { heading: "申报类别", width: 11, kind: "centre" },
      { heading: "申报通道", width: 12, kind: "centre" },
      { heading: "是否占\n岗位数额", width: 11, kind: "centre" },
      { heading: "比对结论", width: 9, kind: "centre" },
      { heading: "评议得分", width: 9, kind: "number" },
      { heading: "排名", width: 6, kind: "centre" },
      { heading: "推荐理由", width: 28, kind: "text" },
    ],
    rows: recommendedOf(source).map((one, index) => [index + 1, ...cellsOf(one)]),
    footers: [
      "注：比对结论由程序按登记的信息得出，推荐人选由单位集体研究确定。",
      signatureLine("填表人", "审核人", "单位负责人"),
    ],
    orientation: "landscape",
  };
}

function cellsOf({ candidate, proceedings, score, rank }: RoundCandidate): readonly ListCell[] {
  const { person, facts, assessment, scene } = candidate;
  const education = highestEducation(candidate);
  const held = heldTitle(candidate);
  const { cutOff } = scene.book.cycle;
  return [
    person.name,
    SEX_LABELS[person.sex],
    person.birthDate,
    education === null ? null : EDUCATION_LEVEL_LABELS[education.level],
    held?.title.name ?? "无",
    held?.title.obtainedOn ?? null,
    held?.appointedOn ?? null,
    proceedings.townshipDays === 0
      ? "无"
      : sayLength(showServiceLength(facts.townshipWork, cutOff)),
    ...questionCells(assessment),
    QUOTA_LABELS[assessment.quota],
    DECISION_LABELS[assessment.decision],
    score,
    rank,
    sayGround({ candidate, proceedings }),
  ];
}

/** Why the person is put forward, with what the unit settled. */
function sayGround({ proceedings }: Pick<RoundCandidate, "candidate" | "proceedings">): string {
  const { ground, settlements, check } = proceedings;
  const settled = settlements.length === 0 ? [] : [`人工认定${settlements.length}项`];
  const note = check?.note ?? null;
  return [ground, ...settled, ...(note === null ? [] : [note])].join("；");
}
