import { type RosterField, words } from "./fields.ts";

/** The parts of an education; each may stand for the highest, the full-time and the in-service one. */
export const EDUCATION_FIELDS: readonly RosterField[] = [
  {
    key: "level",
    label: "学历",
    headings: words("学历 学历层次 文化程度 教育程度 学历学位 学历及学位 学历和学位"),
    type: { kind: "text" },
  },
  { key: "degree", label: "学位", headings: words("学位 学位名称"), type: { kind: "text" } },
  {
    key: "schoolAndMajor",
    label: "毕业院校及专业",
    headings: words(
      "毕业院校及专业 毕业院校专业 毕业院校和专业 毕业院校系及专业 毕业院校及所学专业 毕业学校及专业 毕业学校专业 院校及专业 院校专业 院校系及专业",
    ),
    type: { kind: "text" },
  },
  {
    key: "school",
    label: "毕业院校",
    headings: words("毕业院校 毕业学校 毕业院校名称 毕业学校名称 院校 毕业院校系"),
    type: { kind: "text" },
  },
  {
    key: "major",
    label: "所学专业",
    headings: words("所学专业 专业 毕业专业 学历专业 所学专业名称"),
    type: { kind: "text" },
  },
  {
    key: "graduatedOn",
    label: "毕业时间",
    headings: words("毕业时间 毕业日期 毕业年月 学历取得时间 取得学历时间 取得时间 获得学历时间"),
    type: { kind: "start" },
  },
];

/** Which education of a person is meant, by the words before the heading. */
export const EDUCATION_GROUPS = [
  {
    id: "inService",
    label: "在职",
    words: /非全日制(?:教育)?|在职(?:教育)?|后取|后续|第二|成人(?:教育)?/,
  },
  { id: "fullTime", label: "全日制", words: /全日制(?:教育)?|第一|初始|原始/ },
  { id: "highest", label: "最高", words: /最高|现有|现/ },
] as const;
export type EducationGroup = (typeof EDUCATION_GROUPS)[number]["id"];
