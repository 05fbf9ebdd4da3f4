import { type ColumnType } from "../workbook/column.ts";
import { bareHeadingKey, headingKey } from "../workbook/text.ts";
import { TRAINING_SHEET } from "../workbook/sheets/yearly.ts";
import type { Recogniser } from "../workbook/import/headings.ts";

/** What a platform's list of hours may hold, with the headings that platforms write over it. */

export const TRAINING_LIST_KEYS = [
  "name",
  "idNumber",
  "id",
  "title",
  "hours",
  "category",
  "year",
  "organizer",
  "inSpecialty",
] as const;
export type TrainingListKey = (typeof TRAINING_LIST_KEYS)[number];

export interface TrainingListField {
  readonly key: TrainingListKey;
  readonly label: string;
  readonly type: ColumnType;
  readonly headings: readonly string[];
}

function typeOf(key: string): ColumnType {
  const column = TRAINING_SHEET.columns.find((one) => one.key === key);
  if (column === undefined) throw new Error(`no column ${key}`);
  return column.type;
}

function words(headings: string): readonly string[] {
  return headings.split(" ");
}

export const TRAINING_LIST_FIELDS: readonly TrainingListField[] = [
  {
    key: "name",
    label: "姓名",
    type: { kind: "name" },
    headings: words("姓名 学员姓名 人员姓名 教师姓名 学员 参训人员 参加人员 用户姓名"),
  },
  {
    key: "idNumber",
    label: "身份证号",
    type: { kind: "idNumber" },
    headings: words(
      "身份证号 身份证号码 证件号码 证件号 身份证 公民身份号码 居民身份证号 居民身份证号码 身份证件号码 有效证件号码",
    ),
  },
  { key: "id", label: "人员编号", type: { kind: "id" }, headings: words("人员编号") },
  {
    key: "title",
    label: "课程名称",
    type: { kind: "text" },
    headings: words(
      "课程 课程名称 课程名 课程标题 培训内容 培训名称 培训班名称 培训项目 培训项目名称 项目名称 项目 学习内容 班级名称 班次名称 科目名称 科目 内容",
    ),
  },
  {
    key: "hours",
    label: "学时",
    type: typeOf("hours"),
    headings: words(
      "学时 学时数 认定学时 获得学时 取得学时 完成学时 实得学时 已获学时 已获得学时 学习学时 合格学时 课时 课程学时 培训学时 继续教育学时",
    ),
  },
  {
    key: "category",
    label: "科目类别",
    type: typeOf("category"),
    headings: words(
      "类别 科目类别 学时类别 学时类型 课程类别 课程类型 科目类型 培训类别 培训类型 继续教育类别 科目性质 类型",
    ),
  },
  {
    key: "year",
    label: "年度",
    type: { kind: "year" },
    headings: words(
      "年度 年份 学时年度 学习年度 培训年度 学年 所属年度 认定年度 学时所属年度 继续教育年度",
    ),
  },
  {
    key: "organizer",
    label: "举办单位",
    type: { kind: "text" },
    headings: words(
      "举办单位 主办单位 施教机构 培训机构 组织单位 承办单位 学习平台 平台 培训平台 培训单位",
    ),
  },
  {
    key: "inSpecialty",
    label: "是否本专业培训",
    type: { kind: "yesNo" },
    headings: words("是否本专业培训 是否本专业 本专业"),
  },
];

const KEYS = new Map(
  TRAINING_LIST_FIELDS.flatMap(({ key, headings }) =>
    headings.map((heading) => [headingKey(heading), key] as const),
  ),
);

/** Tells what a heading of such a list means. */
export const recogniseTrainingHeading: Recogniser = (candidates) => {
  for (const candidate of candidates) {
    const key = KEYS.get(headingKey(candidate)) ?? KEYS.get(bareHeadingKey(candidate));
    if (key !== undefined) return { state: "used", key };
  }
  return null;
};
