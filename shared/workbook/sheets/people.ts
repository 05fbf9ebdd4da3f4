import { SEX_LABELS, SEXES } from "../../records/person.ts";
import { SERIES, SERIES_LABELS } from "../../records/series.ts";
import { STATEMENT_LABELS } from "../../records/statements.ts";
import { POST_GROUP_LABELS, POST_GROUPS } from "../../records/unit.ts";
import { choiceOf, type Column, type ColumnType } from "../column.ts";
import type { SheetSpec } from "../sheet-spec.ts";

/** The sheets 单位 and 人员, and the columns by which every other sheet names a person. */

export const SERIES_CHOICE: ColumnType = choiceOf(SERIES, SERIES_LABELS, {
  health: ["卫生技术", "卫生健康", "医疗卫生", "卫生系列", "卫生技术系列", "卫生专业技术"],
  education: ["教师", "中小学", "教育", "中小学教师系列", "教师系列", "教育系列"],
  agriculture: ["农业", "农业系列", "农业技术系列"],
  engineering: ["工程", "工程系列", "工程技术系列"],
  statistics: ["统计系列", "统计专业"],
});

const SEX_CHOICE = choiceOf(SEXES, SEX_LABELS, { female: ["女性"], male: ["男性"] });

export const UNIT_SHEET: SheetSpec<"unit"> = {
  id: "unit",
  name: "单位",
  rowMeaning: "全表只填一行：本单位",
  columns: [
    {
      key: "id",
      heading: "单位编号",
      type: { kind: "id" },
      isRequired: true,
      note: "由县级人社局分配或自行编定，如 u-001，启用后不要改动。",
      width: 14,
    },
    {
      key: "name",
      heading: "单位名称",
      type: { kind: "text" },
      isRequired: true,
      note: "与单位公章一致的全称。",
      width: 28,
    },
    {
      key: "creditCode",
      heading: "统一社会信用代码",
      type: { kind: "creditCode" },
      note: "18位，见事业单位法人证书。",
      width: 22,
    },
    {
      key: "series",
      heading: "主要系列",
      type: SERIES_CHOICE,
      isRequired: true,
      note: "单位多数专业技术人员所属的职称系列。",
      width: 14,
    },
    {
      key: "county",
      heading: "县（市、区）",
      type: { kind: "text" },
      synonyms: ["区市", "县市区"],
      note: "所在县（市、区）。",
      width: 14,
    },
    {
      key: "township",
      heading: "乡镇（街道）",
      type: { kind: "text" },
      synonyms: ["镇街", "乡镇街道"],
      note: "所在乡镇或街道。",
      width: 14,
    },
    {
      key: "address",
      heading: "所在地址",
      type: { kind: "text" },
      synonyms: ["地址", "单位地址"],
      note: "详细地址，用于基层单位目录清单。",
      width: 30,
    },
    {
      key: "townshipAllowance",
      heading: "是否享受乡镇工作补贴",
      type: { kind: "yesNo" },
      note: "用于基层单位目录清单；不清楚的空着。",
      width: 14,
    },
    {
      key: "inCatalogue",
      heading: "是否列入基层单位目录清单",
      type: { kind: "yesNo" },
      isRequired: true,
      note: "以县级人社局备案的基层单位目录清单为准；未列入的单位不能申报基层职称。",
      width: 16,
    },
    ...POST_GROUPS.map((group): Column => ({
      key: `posts.${group}`,
      heading: `核定${POST_GROUP_LABELS[group]}岗位数`,
      type: { kind: "number", units: ["个", "名"] },
      note: `岗位设置方案核定的${POST_GROUP_LABELS[group]}专业技术常设岗位数；不清楚的空着，不要填0。`,
      width: 12,
    })),
  ],
};

const PERSON_ID: Column = {
  key: "id",
  heading: "人员编号",
  type: { kind: "id" },
  note: "如 p-001，全表不重复，启用后不要改动；空着由程序编定。",
  width: 12,
};

const PERSON_NAME: Column = {
  key: "name",
  heading: "姓名",
  type: { kind: "name" },
  isRequired: true,
  note: "与身份证一致。",
  width: 12,
};

const ID_NUMBER: Column = {
  key: "idNumber",
  heading: "身份证号",
  type: { kind: "idNumber" },
  synonyms: ["身份证号码", "公民身份号码", "居民身份证号", "证件号码"],
  note: "18位，按文本填写，末位是字母的填大写X。",
  width: 22,
};

export const PERSON_SHEET: SheetSpec<"person"> = {
  id: "person",
  name: "人员",
  rowMeaning: "一人一行",
  columns: [
    PERSON_ID,
    PERSON_NAME,
    {
      key: "sex",
      heading: "性别",
      type: SEX_CHOICE,
      note: "填了身份证号的可以空着。",
      width: 8,
    },
    {
      key: "birthDate",
      heading: "出生日期",
      type: { kind: "start" },
      synonyms: ["出生年月", "出生年月日"],
      note: "填了身份证号的可以空着；只知道月份的填到月，如 1984-05。",
      width: 14,
    },
    ID_NUMBER,
    {
      key: "statements.outstandingTownshipWork",
      heading: STATEMENT_LABELS.outstandingTownshipWork,
      type: { kind: "yesNo" },
      note: "只有拟走“博士直报正高”的人员需要，由单位认定；没有认定的空着。",
      width: 16,
    },
    {
      key: "statements.volunteersForTownship",
      heading: STATEMENT_LABELS.volunteersForTownship,
      type: { kind: "yesNo" },
      note: "只有拟走“直接聘用（凡下必用）”的人员需要，以本人书面意愿为准；没有表示的空着。",
      width: 16,
    },
  ],
};

/** How the rows of every other sheet say whose they are. */
export const LINK_COLUMNS: readonly Column[] = [
  {
    ...PERSON_ID,
    key: "person.id",
    note: "与“人员”表一致；姓名不重复的可以只填姓名。",
  },
  {
    ...PERSON_NAME,
    key: "person.name",
    isRequired: false,
    note: "与“人员”表一致；同时填了人员编号的，两者要对得上。",
  },
  {
    ...ID_NUMBER,
    key: "person.idNumber",
    note: "可以代替人员编号。",
    isReadOnly: true,
  },
];
