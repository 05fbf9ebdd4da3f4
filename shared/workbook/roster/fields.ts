import { choiceOf, type ColumnType } from "../column.ts";
import { PERSON_SHEET, SERIES_CHOICE } from "../sheets/people.ts";
import { LINE_CHOICE } from "../sheets/titles.ts";

/**
 * What a 花名册 may hold, with the headings that units write over it. Data: a heading that is missing
 * here is added here.
 */

/** Headings, parted by blanks: none of them has one. */
export function words(headings: string): readonly string[] {
  return headings.split(" ");
}

export interface RosterField {
  readonly key: string;
  /** What the field is called when columns are chosen by hand. */
  readonly label: string;
  readonly headings: readonly string[];
  readonly type: ColumnType;
}

export const POST_KINDS = ["professional", "management", "both", "worker"] as const;
export type PostKind = (typeof POST_KINDS)[number];

const POST_KIND_CHOICE = choiceOf(
  POST_KINDS,
  { professional: "专业技术", management: "管理", both: "双肩挑", worker: "工勤技能" },
  {
    professional: ["专业技术岗位", "专技", "专技岗", "专业技术岗", "专技岗位", "专业技术人员"],
    management: ["管理岗位", "管理岗", "管理人员"],
    both: ["管理和专业技术双肩挑", "管理（双肩挑）", "专业技术（双肩挑）"],
    worker: ["工勤", "工勤岗", "工勤岗位", "工勤技能岗位", "工勤技能岗", "工人", "工勤人员"],
  },
);

const personType = (key: string): ColumnType => {
  const column = PERSON_SHEET.columns.find((one) => one.key === key);
  if (column === undefined) throw new Error(`no column ${key}`);
  return column.type;
};

/** Fields that stand once in a row. */
export const ROSTER_FIELDS: readonly RosterField[] = [
  {
    key: "name",
    label: "姓名",
    headings: words("姓名 人员姓名 职工姓名 教师姓名 名字"),
    type: personType("name"),
  },
  { key: "id", label: "人员编号", headings: words("人员编号"), type: personType("id") },
  { key: "sex", label: "性别", headings: words("性别"), type: personType("sex") },
  {
    key: "birthDate",
    label: "出生日期",
    headings: words("出生日期 出生年月 出生年月日 出生时间 生日"),
    type: personType("birthDate"),
  },
  {
    key: "idNumber",
    label: "身份证号",
    headings: words(
      "身份证号 身份证号码 公民身份号码 居民身份证号 居民身份证号码 证件号码 证件号 身份证 身份证件号码 有效身份证件号码",
    ),
    type: personType("idNumber"),
  },
  {
    key: "unit",
    label: "单位名称",
    headings: words("单位 单位名称 工作单位 所在单位 现工作单位 所属单位 任职单位"),
    type: { kind: "text" },
  },
  {
    key: "unitStart",
    label: "来本单位时间",
    headings: words(
      "来本单位时间 进入本单位时间 进本单位时间 到本单位时间 到本单位工作时间 来本单位工作时间 调入本单位时间 调入时间 进入现单位时间 来现单位时间 到现单位时间 到单位时间 进单位时间 入职时间 入职日期 到岗时间 到岗日期 来院时间 到院时间 进院时间 入院工作时间 来校时间 到校时间 进校时间 来站时间 到站时间 现单位起始时间",
    ),
    type: { kind: "start" },
  },
  {
    key: "postKind",
    label: "岗位类别",
    headings: words("岗位类别 岗位类型 现聘岗位类别 聘用岗位类别"),
    type: POST_KIND_CHOICE,
  },
  {
    key: "postGrade",
    label: "岗位等级",
    headings: words(
      "岗位等级 现聘岗位等级 聘用岗位等级 岗位级别 现岗位等级 聘用岗位 现聘岗位 岗位",
    ),
    type: { kind: "text" },
  },
  {
    key: "titleName",
    label: "职称名称",
    headings: words(
      "职称 职称名称 现有职称名称 现职称名称 现职称 现有职称 现任职称 取得职称 已取得职称 专业技术职称 专业技术职称名称 专业技术资格 专业技术资格名称 现有专业技术资格 专业技术职务任职资格 专业技术任职资格 任职资格 任职资格名称 职称资格 资格名称 技术职称",
    ),
    type: { kind: "text" },
  },
  {
    key: "titleSeries",
    label: "职称系列",
    headings: words("职称系列 系列 专业技术系列 职称所属系列"),
    type: SERIES_CHOICE,
  },
  {
    key: "titleLine",
    label: "职称类别",
    headings: words("职称类别 职称类型 职称性质"),
    type: LINE_CHOICE,
  },
  {
    key: "titleLevel",
    label: "职称级别",
    headings: words("职称级别 职称等级 职称层级 级别 资格级别 专业技术职务级别 专业技术资格级别"),
    type: { kind: "text" },
  },
  {
    key: "titleObtainedOn",
    label: "职称取得时间",
    headings: words(
      "取得时间 取得日期 职称取得时间 取得职称时间 现职称取得时间 资格取得时间 取得资格时间 任职资格取得时间 任职资格时间 取得任职资格时间 专业技术资格取得时间 专业技术职务任职资格取得时间 专业技术职称取得时间 评审通过时间 评审时间 职称评审时间 职称评审通过时间 评定时间 职称评定时间 资格批准时间 职称批准时间 批准时间 获得时间 获得资格时间 获得职称时间 资格获得时间 职称获得时间 取得现职称时间 取得现任职称时间 专业技术职务取得时间 取得专业技术资格时间 取得专业技术职务资格时间 取得专业技术职务任职资格时间",
    ),
    type: { kind: "start" },
  },
  {
    key: "appointedName",
    label: "聘任职称",
    headings: words(
      "现聘职称 聘任职称 受聘职称 现聘任职称 专业技术职务 专业技术职务名称 现任专业技术职务 现聘专业技术职务 现聘任专业技术职务 聘任专业技术职务 聘任专业技术职务名称 聘任职务 聘任职务名称 受聘专业技术职务 受聘职务 现聘职务 现聘任职务 现聘用职务 聘用职务",
    ),
    type: { kind: "text" },
  },
  {
    key: "appointedOn",
    label: "聘任时间",
    headings: words(
      "聘任时间 聘任日期 聘任年月 聘任起始时间 聘任开始时间 聘用时间 受聘时间 现聘时间 首聘时间 首次聘任时间 职称聘任时间 现聘职称时间 现职称聘任时间 现聘职称聘任时间 专业技术职务聘任时间 现任专业技术职务聘任时间 现聘专业技术职务时间 任现专业技术职务时间",
    ),
    type: { kind: "start" },
  },
];
