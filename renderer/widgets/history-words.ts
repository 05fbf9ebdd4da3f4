import { APPLICATION_OUTCOME_LABELS } from "../../shared/records/application.ts";
import { POST_LABELS } from "../../shared/records/appointment.ts";
import { APPRAISAL_RESULT_LABELS } from "../../shared/records/appraisal.ts";
import { DEGREE_LABELS, EDUCATION_LEVEL_LABELS } from "../../shared/records/education.ts";
import { formatBeijing, isInstant } from "../../shared/calendar/instant.ts";
import { SEX_LABELS } from "../../shared/records/person.ts";
import { POSTING_KIND_LABELS, SETTING_LABELS } from "../../shared/records/posting.ts";
import { SANCTION_KIND_LABELS } from "../../shared/records/sanction.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { STATEMENT_LABELS } from "../../shared/records/statements.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import { TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { ATTACHMENT_KIND_LABELS } from "../../shared/records/attachment-kind.ts";
import type { RecordChange } from "../store/types.ts";
import {
  COUNTED,
  ROUND_CODE_LABELS,
  ROUND_FIELD_LABELS,
  ROUND_UNSAID,
} from "./history-round-words.ts";

/** Fields of the records in the words of the screen; the words of the records are Chinese in both languages. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  name: "姓名",
  sex: "性别",
  birthDate: "出生日期",
  idNumber: "身份证号",
  education: "学历",
  postings: "工作经历",
  titles: "职称",
  appointments: "聘任",
  appraisals: "年度考核",
  training: "继续教育学时",
  sanctions: "处分",
  applications: "申报记录",
  exams: "考试成绩",
  statements: "单位说明",
  creditCode: "统一社会信用代码",
  series: "系列",
  county: "县（市、区）",
  township: "乡镇",
  address: "地址",
  townshipAllowance: "享受乡镇工作补贴",
  inCatalogue: "在基层单位目录清单内",
  posts: "核定岗位数",
  cycle: "申报年度",
  operators: "操作员",
  operatorId: "当前操作员",
  kind: "类别",
  year: "年度",
  hours: "学时",
  category: "科目类别",
  inSpecialty: "本专业培训",
  title: "课程名称",
  organizer: "举办单位",
  professional: "专业技术岗位",
  management: "管理职务",
  score: "成绩",
  nationalLine: "国家合格线",
  applyOn: "申报日期",
  cutOff: "任职年限截止日",
  ...ROUND_FIELD_LABELS,
  ...POST_GROUP_LABELS,
  ...STATEMENT_LABELS,
};

export type ChangedTable = RecordChange["table"];

/** A unit's and a file's names are not a person's. */
const NAME_LABELS = {
  unit: "单位名称",
  person: "姓名",
  training: "课程",
  attachment: "文件名",
  settings: "姓名",
  round: "名称",
  candidacy: "姓名",
} as const satisfies Record<ChangedTable, string>;

export const TABLE_LABELS = {
  unit: "单位信息",
  person: "人员",
  training: "学时记录",
  attachment: "附件",
  settings: "设置",
  round: "推荐年度",
  candidacy: "推荐报名",
} as const satisfies Record<ChangedTable, string>;

/** What a field is called. */
export function labelField(table: ChangedTable, field: string): string {
  return field === "name" ? NAME_LABELS[table] : (FIELD_LABELS[field] ?? field);
}

/** Which words a field's codes have. */
const CODE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...ROUND_CODE_LABELS,
  sex: SEX_LABELS,
  series: SERIES_LABELS,
  level: { ...EDUCATION_LEVEL_LABELS, ...TITLE_LEVEL_LABELS },
  degree: DEGREE_LABELS,
  line: LINE_LABELS,
  setting: SETTING_LABELS,
  kind: { ...POSTING_KIND_LABELS, ...SANCTION_KIND_LABELS, ...ATTACHMENT_KIND_LABELS },
  post: POST_LABELS,
  result: APPRAISAL_RESULT_LABELS,
  category: TRAINING_CATEGORY_LABELS,
  outcome: { ...APPLICATION_OUTCOME_LABELS, ...ROUND_CODE_LABELS["outcome"] },
};

/** What only the program needs to know. */
const UNSAID = new Set([
  ...ROUND_UNSAID,
  "id",
  "titleId",
  "personId",
  "sha256",
  "crc32",
  "size",
  "type",
  "addedAt",
]);

/** A value of a record as people read it. */
export function sayValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string") return sayText(field, value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return sayList(field, value);
  if (typeof value !== "object") return "";
  return sayRecord(value);
}

function sayList(field: string, items: readonly unknown[]): string {
  const counted = COUNTED[field];
  if (counted === undefined) return items.map((one) => sayValue(field, one)).join("；");
  return items.length === 0 ? "" : `${items.length}${counted}`;
}

function sayText(field: string, value: string): string {
  return isInstant(value) ? formatBeijing(value) : (CODE_LABELS[field]?.[value] ?? value);
}

function sayRecord(record: object): string {
  const parts: string[] = [];
  const { from, to } = record as { from?: unknown; to?: unknown };
  if (typeof from === "string") {
    const end = typeof to === "string" ? sayText("to", to) : "今";
    parts.push(`${sayText("from", from)} 至 ${end}`);
  }
  for (const [field, value] of Object.entries(record)) {
    if (field === "from" || field === "to" || UNSAID.has(field)) continue;
    const text = sayValue(field, value);
    if (text === "") continue;
    if (typeof value === "boolean" || typeof value === "number") {
      parts.push(field === "year" ? `${text}年` : `${labelField("person", field)}：${text}`);
    } else parts.push(text);
  }
  return parts.join(" ");
}
