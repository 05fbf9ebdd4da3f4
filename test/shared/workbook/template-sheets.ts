import { unitFileWith } from "../../support/unit-file.ts";
import { idNumberOf } from "../../support/id-number.ts";
import { type Row, sheetOf } from "./importing.ts";

/** Sheets of the 人员信息采集表 with rows of a test's own. */

export const WOMAN = idNumberOf("1984-05-02", 2);
export const MAN = idNumberOf("1990-11-20", 1);

export const PEOPLE_HEADINGS: Row = ["人员编号", "姓名", "性别", "出生日期", "身份证号"];
export const TITLE_HEADINGS: Row = [
  "人员编号",
  "姓名",
  "职称编号",
  "系列",
  "级别",
  "职称类别",
  "职称名称",
  "取得时间",
];
export const APPOINTMENT_HEADINGS: Row = [
  "人员编号",
  "姓名",
  "职称编号",
  "职称名称",
  "聘任开始时间",
  "聘任结束时间",
  "岗位性质",
];
export const POSTING_HEADINGS: Row = [
  "人员编号",
  "姓名",
  "开始时间",
  "结束时间",
  "工作单位",
  "实际工作所在层级",
  "聘用方式",
  "是否专业技术岗位",
  "岗位系列",
  "是否管理岗位",
];
export const APPRAISAL_HEADINGS: Row = ["人员编号", "姓名", "年度", "考核结果"];
export const TRAINING_HEADINGS: Row = [
  "人员编号",
  "姓名",
  "学时记录编号",
  "年度",
  "学时",
  "科目类别",
  "是否本专业培训",
];
export const EXAM_HEADINGS: Row = [
  "人员编号",
  "姓名",
  "场次",
  "考试系列",
  "考试级别",
  "考试年度",
  "科目",
  "成绩",
  "国家合格标准",
];

export const people = (...rows: readonly Row[]) => sheetOf("人员", [PEOPLE_HEADINGS, ...rows]);
export const titles = (...rows: readonly Row[]) => sheetOf("职称", [TITLE_HEADINGS, ...rows]);
export const appointments = (...rows: readonly Row[]) =>
  sheetOf("聘任", [APPOINTMENT_HEADINGS, ...rows]);
export const postings = (...rows: readonly Row[]) =>
  sheetOf("工作经历", [POSTING_HEADINGS, ...rows]);
export const appraisals = (...rows: readonly Row[]) =>
  sheetOf("年度考核", [APPRAISAL_HEADINGS, ...rows]);
export const training = (...rows: readonly Row[]) =>
  sheetOf("继续教育", [TRAINING_HEADINGS, ...rows]);
export const exams = (...rows: readonly Row[]) => sheetOf("考试成绩", [EXAM_HEADINGS, ...rows]);

export const ZHANG: Row = ["p-001", "张示例", "女", "1984-05-02", WOMAN];
export const LI: Row = ["p-002", "李示例", "男", "1990.11.20", MAN];
export const EMPTY = unitFileWith([]);
