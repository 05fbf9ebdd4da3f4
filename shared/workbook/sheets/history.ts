import {
  DEGREE_LABELS,
  DEGREES,
  EDUCATION_LEVEL_LABELS,
  EDUCATION_LEVELS,
} from "../../records/education.ts";
import {
  POSTING_KIND_LABELS,
  POSTING_KINDS,
  SETTING_LABELS,
  SETTINGS,
} from "../../records/posting.ts";
import { SANCTION_KIND_LABELS, SANCTION_KINDS } from "../../records/sanction.ts";
import { choiceOf } from "../column.ts";
import type { SheetSpec } from "../sheet-spec.ts";
import { LINK_COLUMNS, SERIES_CHOICE } from "./people.ts";

/** The sheets 学历, 工作经历 and 处分. */

export const EDUCATION_LEVEL_CHOICE = choiceOf(EDUCATION_LEVELS, EDUCATION_LEVEL_LABELS, {
  secondary: ["中师", "中等专业学校", "中等专业", "中专毕业", "中等师范"],
  college: ["专科", "大学专科", "大专毕业", "专科毕业"],
  bachelor: ["大学本科", "大学", "本科毕业", "大学毕业", "大本"],
  master: ["硕士", "硕士学历", "硕士研究生毕业"],
  doctor: ["博士", "博士学历", "博士研究生毕业"],
});

export const DEGREE_CHOICE = choiceOf(DEGREES, DEGREE_LABELS, {
  bachelor: ["学士学位", "双学士"],
  master: ["硕士学位"],
  doctor: ["博士学位"],
});

export const EDUCATION_SHEET: SheetSpec<"education"> = {
  id: "education",
  name: "学历",
  rowMeaning: "一个学历一行，一人可有多行",
  columns: [
    ...LINK_COLUMNS,
    {
      key: "level",
      heading: "学历",
      type: EDUCATION_LEVEL_CHOICE,
      isRequired: true,
      note: "国家承认的学历。",
      width: 14,
    },
    {
      key: "degree",
      heading: "学位",
      type: DEGREE_CHOICE,
      note: "没有学位的空着。",
      width: 10,
    },
    {
      key: "major",
      heading: "专业",
      type: { kind: "text" },
      synonyms: ["所学专业"],
      note: "与毕业证书一致。",
      width: 20,
    },
    {
      key: "school",
      heading: "毕业院校",
      type: { kind: "text" },
      synonyms: ["毕业学校"],
      note: "与毕业证书一致。",
      width: 26,
    },
    {
      key: "graduatedOn",
      heading: "毕业时间",
      type: { kind: "start" },
      synonyms: ["毕业日期"],
      isRequired: true,
      note: "以毕业证书为准；只写到月的，从当月1日算起。",
      width: 14,
    },
  ],
};

export const POSTING_SHEET: SheetSpec<"postings"> = {
  id: "postings",
  name: "工作经历",
  rowMeaning: "一段工作经历一行，单位、岗位性质或聘用方式变动的另起一行",
  columns: [
    ...LINK_COLUMNS,
    {
      key: "from",
      heading: "开始时间",
      type: { kind: "start" },
      isRequired: true,
      note: "只写到月的，从当月1日算起。",
      width: 14,
    },
    {
      key: "to",
      heading: "结束时间",
      type: { kind: "end" },
      note: "只写到月的，算到当月最后一天；仍在继续的空着或填“至今”。",
      width: 14,
    },
    {
      key: "employer",
      heading: "工作单位",
      type: { kind: "text" },
      note: "当时所在单位的全称。",
      width: 26,
    },
    {
      key: "setting",
      heading: "实际工作所在层级",
      type: choiceOf(SETTINGS, SETTING_LABELS, {
        township: ["乡镇级", "镇"],
        grassroots: ["其他基层单位"],
        county: ["县", "县（市、区）级", "县区级", "区级"],
        above: ["市级", "省级", "市级以上"],
        outside: ["体制外", "企业"],
      }),
      isRequired: true,
      note: "按实际干活的地方填；借调的填借调到的地方。乡镇年限只计算“乡镇”。",
      width: 22,
    },
    {
      key: "kind",
      heading: "聘用方式",
      type: choiceOf(POSTING_KINDS, POSTING_KIND_LABELS, {
        regular: ["正常", "聘用", "在编聘用"],
        exchange: ["交流"],
        directHire: ["直接聘用", "凡下必用"],
        study: ["脱产进修"],
        leave: ["停薪留职", "长期离岗", "离岗"],
      }),
      isRequired: true,
      note: "脱产学习、停薪留职或长期离岗期间不计入年限，要单独填一行。",
      width: 22,
    },
    {
      key: "professional",
      heading: "是否专业技术岗位",
      type: { kind: "yesNo" },
      isRequired: true,
      note: "只有专业技术岗位上的时间计入专业技术工作年限。",
      width: 12,
    },
    {
      key: "series",
      heading: "岗位系列",
      type: SERIES_CHOICE,
      isRequired: true,
      note: "岗位所属的职称系列。",
      width: 14,
    },
    {
      key: "management",
      heading: "是否管理岗位",
      type: { kind: "yesNo" },
      note: "院长、校长、站长等管理岗位填“是”；空着按“否”。",
      width: 12,
    },
  ],
};

export const SANCTION_SHEET: SheetSpec<"sanctions"> = {
  id: "sanctions",
  name: "处分",
  rowMeaning: "一次处分一行",
  columns: [
    ...LINK_COLUMNS,
    {
      key: "kind",
      heading: "处分种类",
      type: choiceOf(SANCTION_KINDS, SANCTION_KIND_LABELS, {
        demotion: ["降级", "降低岗位等级"],
      }),
      isRequired: true,
      note: "以处分决定书为准。",
      width: 22,
    },
    {
      key: "from",
      heading: "处分开始时间",
      type: { kind: "start" },
      synonyms: ["开始时间", "处分起始时间"],
      isRequired: true,
      note: "处分期的第一天。",
      width: 14,
    },
    {
      key: "to",
      heading: "处分结束时间",
      type: { kind: "end" },
      synonyms: ["结束时间", "处分解除时间"],
      note: "处分期的最后一天；空着表示没有期限。",
      width: 14,
    },
  ],
};
