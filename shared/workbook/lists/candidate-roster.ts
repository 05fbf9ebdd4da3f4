import { formatDay } from "../../calendar/text.ts";
import { lengthUpTo } from "../../calendar/service-length.ts";
import { QUOTA_LABELS } from "../../policy/pathway-names.ts";
import type { RequirementFigures } from "../../policy/requirement.ts";
import { showServiceLength } from "../../policy/requirements/figures.ts";
import { sayLength } from "../../policy/wording/phrases.ts";
import { DEGREE_LABELS, EDUCATION_LEVEL_LABELS } from "../../records/education.ts";
import { SEX_LABELS } from "../../records/person.ts";
import { TITLE_LEVEL_LABELS } from "../../records/title.ts";
import { type Candidate, heldTitle, highestEducation, type ListSource } from "./candidates.ts";
import { type ListCell, type ListColumn, type OfficialList, signatureLine } from "./list.ts";
import { questionCells } from "./question-cells.ts";

/**
 * 申报人员花名册. The day a title was obtained, the day of appointment and the day from which the years
 * on it are counted stand in columns of their own (promise 26).
 */

const EDUCATION = "学历情况";
const TITLE = "现职称情况";
const APPLICATION = "申报情况";

const COLUMNS: readonly ListColumn[] = [
  { heading: "序号", width: 5, kind: "centre" },
  { heading: "姓名", width: 9, kind: "centre" },
  { heading: "性别", width: 5, kind: "centre" },
  { heading: "出生日期", width: 11, kind: "centre" },
  { heading: "身份证号", width: 20, kind: "centre" },
  { group: EDUCATION, heading: "学历", width: 10, kind: "centre" },
  { group: EDUCATION, heading: "学位", width: 6, kind: "centre" },
  { group: EDUCATION, heading: "毕业院校", width: 16, kind: "text" },
  { group: EDUCATION, heading: "所学专业", width: 13, kind: "text" },
  { group: EDUCATION, heading: "毕业时间", width: 11, kind: "centre" },
  { group: TITLE, heading: "职称名称", width: 12, kind: "centre" },
  { group: TITLE, heading: "级别", width: 8, kind: "centre" },
  { group: TITLE, heading: "取得时间", width: 11, kind: "centre" },
  { group: TITLE, heading: "聘任时间", width: 11, kind: "centre" },
  { group: TITLE, heading: "任职年限\n起算时间", width: 11, kind: "centre" },
  { group: TITLE, heading: "任职年限", width: 9, kind: "centre" },
  { heading: "乡镇专业技术\n工作年限", width: 13, kind: "centre" },
  { group: APPLICATION, heading: "申报系列", width: 9, kind: "centre" },
  { group: APPLICATION, heading: "申报级别", width: 9, kind: "centre" },
  { group: APPLICATION, heading: "申报类别", width: 10, kind: "centre" },
  { group: APPLICATION, heading: "申报通道", width: 12, kind: "centre" },
  { group: APPLICATION, heading: "是否占岗位数额", width: 9, kind: "centre" },
  { heading: "备注", width: 8, kind: "text" },
];

/** The list of those put forward, in the order given. */
export function candidateRoster(
  { unitFile, cycle }: ListSource,
  candidates: readonly Candidate[],
): OfficialList {
  return {
    name: "申报人员花名册",
    title: `${cycle.year}年度职称申报人员花名册`,
    lines: [
      [
        `单位（盖章）：${unitFile.unit.name}`,
        `申报日期：${formatDay(cycle.applyOn)}；任职年限截止日：${formatDay(cycle.cutOff)}`,
      ],
    ],
    columns: COLUMNS,
    rows: candidates.map((candidate, index) => [index + 1, ...cellsOf(candidate)]),
    footers: [signatureLine("填表人", "审核人", "单位负责人")],
    orientation: "landscape",
  };
}

function cellsOf(candidate: Candidate): readonly ListCell[] {
  const { person, facts, assessment, scene } = candidate;
  const { cutOff } = scene.book.cycle;
  const township = facts.townshipWork;
  return [
    person.name,
    SEX_LABELS[person.sex],
    person.birthDate,
    person.idNumber,
    ...educationCells(candidate),
    ...titleCells(candidate),
    lengthUpTo(township, cutOff).days === 0 ? "无" : sayLength(showServiceLength(township, cutOff)),
    ...questionCells(assessment),
    QUOTA_LABELS[assessment.quota],
    null,
  ];
}

function educationCells(candidate: Candidate): readonly ListCell[] {
  const education = highestEducation(candidate);
  if (education === null) return [null, null, null, null, null];
  const { level, degree, school, major, graduatedOn } = education;
  return [
    EDUCATION_LEVEL_LABELS[level],
    degree === null ? "无" : DEGREE_LABELS[degree],
    school ?? null,
    major ?? null,
    graduatedOn,
  ];
}

function titleCells(candidate: Candidate): readonly ListCell[] {
  const held = heldTitle(candidate);
  if (held === null) return ["无", null, null, null, null, null];
  const { title, appointedOn } = held;
  const tenure = tenureOf(candidate);
  const isCounted = tenure?.expected?.from === title.level;
  const length = isCounted ? tenure.found.length : null;
  return [
    title.name,
    TITLE_LEVEL_LABELS[title.level],
    title.obtainedOn,
    appointedOn,
    length?.from ?? null,
    length === null ? null : sayLength(length),
  ];
}

function tenureOf({ assessment }: Candidate): RequirementFigures["ladder.tenure"] | undefined {
  return assessment.requirements.find((one) => one.id === "ladder.tenure");
}
