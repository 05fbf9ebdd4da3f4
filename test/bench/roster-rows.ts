import { idNumberCheckDigit } from "../../shared/records/id-number.ts";

/** An invented roster of a county: 40 columns as units keep them, one row a person. */

const YEARS = [2021, 2022, 2023, 2024, 2025] as const;

export const ROSTER_HEADINGS: readonly string[] = [
  "序号",
  "姓名",
  "性别",
  "出生年月",
  "身份证号码",
  "民族",
  "籍贯",
  "政治面貌",
  "参加工作时间",
  "来本单位时间",
  "全日制学历",
  "全日制学位",
  "全日制毕业院校",
  "全日制所学专业",
  "全日制毕业时间",
  "在职学历",
  "在职毕业院校",
  "在职所学专业",
  "在职毕业时间",
  "职称",
  "职称级别",
  "取得时间",
  "聘任时间",
  "岗位类别",
  ...YEARS.map((year) => `${year}年度考核结果`),
  ...YEARS.flatMap((year) => [`${year}年公需学时`, `${year}年专业学时`]),
  "联系电话",
];

const SURNAMES = Array.from("王李张刘陈杨赵黄周吴");
const GIVEN = Array.from("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚");

/** One row; every tenth date is a serial number, the others are written in the usual ways. */
export function rosterRow(index: number): readonly (string | number)[] {
  const birth = 1_965 + (index % 33);
  const start = birth + 23;
  const sequence = index % 1_000;
  const first17 = `${110_100 + (Math.floor(index / 1_000) % 90)}${birth}0${1 + (index % 9)}15${String(sequence).padStart(3, "0")}`;
  const name = `${SURNAMES[index % 10]}${GIVEN[index % 20]}${GIVEN[Math.floor(index / 20) % 20]}`;
  return [
    index + 1,
    name,
    sequence % 2 === 1 ? "男" : "女",
    `${birth}.0${1 + (index % 9)}`,
    first17 + idNumberCheckDigit(first17),
    "汉族",
    "山东荣成",
    "群众",
    `${start}.08`,
    index % 10 === 0 ? 38_930 : `${start}年8月`,
    "大专",
    "",
    "示例医学院",
    "临床医学",
    `${start}-07-01`,
    "本科",
    "示例大学",
    "临床医学",
    `${start + 5}0701`,
    "主治医师",
    "中级",
    `${start + 9}.11.20`,
    `${start + 10}/1/1`,
    "专业技术",
    ...YEARS.map((year) => ((index + year) % 12 === 0 ? "优秀" : "合格")),
    ...YEARS.flatMap(() => [30, 60]),
    `1390000${String(index % 10_000).padStart(4, "0")}`,
  ];
}
