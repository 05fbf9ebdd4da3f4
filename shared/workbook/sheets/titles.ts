import { APPLICATION_OUTCOME_LABELS, APPLICATION_OUTCOMES } from "../../records/application.ts";
import { POST_LABELS, POSTS } from "../../records/appointment.ts";
import { LINE_LABELS, LINES, TITLE_LEVEL_LABELS, TITLE_LEVELS } from "../../records/title.ts";
import { choiceOf, type Column } from "../column.ts";
import type { SheetSpec } from "../sheet-spec.ts";
import { LINK_COLUMNS, SERIES_CHOICE } from "./people.ts";

/** The sheets 职称, 聘任, 申报记录 and 考试成绩. */

export const LEVEL_CHOICE = choiceOf(TITLE_LEVELS, TITLE_LEVEL_LABELS, {
  technician: ["员", "士级"],
  assistant: ["助理", "师级"],
  intermediate: ["中级职称"],
  associateSenior: ["副高", "高级（副高）", "副高职称"],
  senior: ["正高", "高级（正高）", "正高职称"],
});

export const LINE_CHOICE = choiceOf(LINES, LINE_LABELS, {
  provincial: ["全省统一", "统一职称"],
  grassroots: ["基层"],
});

const LEVEL: Column = {
  key: "level",
  heading: "级别",
  type: LEVEL_CHOICE,
  synonyms: ["职称级别"],
  isRequired: true,
  note: "员级、助理级合称初级，副高级、正高级合称高级。",
  width: 10,
};

const LINE: Column = {
  key: "line",
  heading: "职称类别",
  type: LINE_CHOICE,
  isRequired: true,
  note: "“定向评价、定向使用”的填基层职称，其余填全省统一职称。",
  width: 14,
};

const SERIES: Column = {
  key: "series",
  heading: "系列",
  type: SERIES_CHOICE,
  synonyms: ["职称系列"],
  isRequired: true,
  note: "职称所属系列。",
  width: 14,
};

const TITLE_ID: Column = {
  key: "id",
  heading: "职称编号",
  type: { kind: "id" },
  note: "如 t1，同一人不重复；空着由程序编定。",
  width: 12,
};

const TITLE_NAME: Column = {
  key: "name",
  heading: "职称名称",
  type: { kind: "text" },
  isRequired: true,
  note: "与证书一致，如 主治医师、一级教师。",
  width: 18,
};

export const TITLE_SHEET: SheetSpec<"titles"> = {
  id: "titles",
  name: "职称",
  rowMeaning: "一个职称一行，以前取得的也要填，失效的不要删",
  columns: [
    ...LINK_COLUMNS,
    TITLE_ID,
    SERIES,
    LEVEL,
    LINE,
    TITLE_NAME,
    {
      key: "obtainedOn",
      heading: "取得时间",
      type: { kind: "start" },
      synonyms: ["职称取得时间", "评审通过时间", "资格取得时间"],
      isRequired: true,
      note: "评审通过、考试合格的日期，以证书为准；不是聘任时间。",
      width: 14,
    },
  ],
};

export const APPOINTMENT_SHEET: SheetSpec<"appointments"> = {
  id: "appointments",
  name: "聘任",
  rowMeaning: "一段聘任一行",
  columns: [
    ...LINK_COLUMNS,
    {
      ...TITLE_ID,
      key: "titleId",
      note: "与“职称”表一致；同名职称只有一个的，可以只填职称名称。",
    },
    {
      ...TITLE_NAME,
      key: "title.name",
      isRequired: false,
      note: "与“职称”表一致；同时填了职称编号的，两者要对得上。",
    },
    {
      key: "from",
      heading: "聘任开始时间",
      type: { kind: "start" },
      synonyms: ["聘任时间", "开始时间", "聘任起始时间"],
      isRequired: true,
      note: "以聘书、聘用合同为准；不是职称取得时间。",
      width: 14,
    },
    {
      key: "to",
      heading: "聘任结束时间",
      type: { kind: "end" },
      synonyms: ["结束时间", "聘任截止时间"],
      note: "仍在聘的空着或填“至今”。",
      width: 14,
    },
    {
      key: "post",
      heading: "岗位性质",
      type: choiceOf(POSTS, POST_LABELS, { regular: ["常设"], special: ["特设"] }),
      isRequired: true,
      note: "特设岗位不占单位核定的常设岗位。",
      width: 12,
    },
  ],
};

export const APPLICATION_SHEET: SheetSpec<"applications"> = {
  id: "applications",
  name: "申报记录",
  rowMeaning: "一次申报一行",
  columns: [
    ...LINK_COLUMNS,
    {
      key: "year",
      heading: "申报年度",
      type: { kind: "year" },
      synonyms: ["年度"],
      isRequired: true,
      note: "四位年份。",
      width: 10,
    },
    { ...SERIES, heading: "申报系列", note: "申报的系列。", synonyms: ["系列"] },
    { ...LEVEL, heading: "申报级别", note: "申报的级别。", synonyms: ["级别"] },
    {
      ...LINE,
      heading: "申报类别",
      note: "同一年度不能同时申报两类职称。",
      synonyms: ["职称类别"],
    },
    {
      key: "outcome",
      heading: "申报结果",
      type: choiceOf(APPLICATION_OUTCOMES, APPLICATION_OUTCOME_LABELS, {
        pending: ["待定", "在评"],
        failed: ["不通过"],
        withdrawn: ["撤销"],
      }),
      isRequired: true,
      note: "尚未公布结果的填“评审中”。",
      width: 12,
    },
  ],
};

export const EXAM_SHEET: SheetSpec<"exams"> = {
  id: "exams",
  name: "考试成绩",
  rowMeaning: "一科成绩一行，同一次考试的各科填同一个场次",
  columns: [
    ...LINK_COLUMNS,
    {
      key: "session",
      heading: "场次",
      type: { kind: "number", units: [] },
      note: "本人第几次考试，如 1、2；空着的，同一年度、系列、级别算一次考试。",
      width: 8,
    },
    { ...SERIES, heading: "考试系列", note: "考试所属系列。", synonyms: ["系列"] },
    { ...LEVEL, heading: "考试级别", note: "考试对应的级别。", synonyms: ["级别"] },
    {
      key: "year",
      heading: "考试年度",
      type: { kind: "year" },
      synonyms: ["年度"],
      isRequired: true,
      note: "四位年份。",
      width: 10,
    },
    {
      key: "subject.name",
      heading: "科目",
      type: { kind: "text" },
      synonyms: ["考试科目"],
      note: "科目名称；只登记考试、还没有成绩的，科目和成绩都空着。",
      width: 20,
    },
    {
      key: "subject.score",
      heading: "成绩",
      type: { kind: "number", units: ["分"] },
      synonyms: ["分数"],
      note: "本科目的分数。",
      width: 10,
    },
    {
      key: "subject.nationalLine",
      heading: "国家合格标准",
      type: { kind: "number", units: ["分"] },
      synonyms: ["合格标准", "合格线"],
      note: "当年国家公布的合格分数线。",
      width: 14,
    },
  ],
};
