import ExcelJS from "exceljs";
import { idNumberOf } from "../../support/id-number.ts";

/** A roster as a township health centre keeps it, with all that its clerks have done to it. */

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month - 1, date));

const LEVEL_ONE = [
  ["序号", "姓  名", "性别", "出生\n年月", "身份证号码\n（18位）", "来院工作时间"],
  [
    "全日制教育",
    "",
    "",
    "专业技术职务",
    "",
    "",
    "年度考核结果",
    "",
    "2025年度继续教育学时",
    "",
    "备注",
  ],
].flat();
const LEVEL_TWO = [
  ["", "", "", "", "", ""],
  ["学历/学位", "毕业院校及专业", "毕业时间", "名称", "取得资格时间", "聘任时间"],
  ["2024", "2025", "公需", "专业", ""],
].flat();

const MERGED = ["A1:Q1", "G3:I3", "J3:L3", "M3:N3", "O3:P3"].concat(
  ["A", "B", "C", "D", "E", "F", "Q"].map((column) => `${column}3:${column}4`),
);

const BOLD = { bold: true };

const PEOPLE: readonly (readonly ExcelJS.CellValue[])[] = [
  [
    [1, { richText: [{ text: "陈" }, { font: BOLD, text: "静" }] }, "女", day(1986, 5, 4)],
    [idNumberOf("1986-05-04", 8), day(2008, 8, 1)],
    ["本科/学士", "示例医学院护理学", "2008.7", "主管护师", day(2016, 5, 29), "2016.7"],
    ["合格", "优秀", 30, { formula: "30+30", result: 60 }],
  ].flat(),
  [
    [{ formula: "A6+1", result: 2 }, "卫　青", { formula: '"男"', result: "男" }, "１９７９．０２"],
    [idNumberOf("1979-02-28", 3).toLowerCase(), "2001年7月"],
    ["大专", "", "200107", "副主任医师", "20191220", 43_891],
    ["称职", "合格", "30学时", " 60 "],
  ].flat(),
  [
    [3, "霍去病", "男", "90年11月", `${idNumberOf("1990-11-11", 5).slice(0, 17)}?`, "2014.8"],
    ["研究生", "", "2014.6", "主治医生", "2018.11", 2019.1],
    ["合格", "及格", "三十", ""],
  ].flat(),
  [
    [4, "班昭", "女", "1996.12", 110_101_199_612_030_000, "2018.8"],
    ["本科", "", "2018.7", "未定级"],
  ].flat(),
];

/** Writes the roster. Rows 1 to 4 are title, unit and headings, people stand in rows 6, 7, 9 and 10. */
export async function writeMessyRoster(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("2025年底在职人员");
  sheet.addRow(["示例镇卫生院2025年底在职人员基本情况表"]);
  sheet.addRow([
    "填报单位：示例镇卫生院（公章）",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "2025年12月31日",
  ]);
  sheet.addRow(LEVEL_ONE);
  sheet.addRow(LEVEL_TWO);
  for (const range of MERGED) sheet.mergeCells(range);
  sheet.addRow(["一、临床科室"]);
  sheet.mergeCells("A5:Q5");
  const [first, second, ...others] = PEOPLE;
  sheet.addRow(first);
  sheet.addRow(second);
  sheet.addRow([]);
  for (const person of others) sheet.addRow(person);
  sheet.addRow([5]);
  sheet.addRow(["合  计", "4人"]);
  sheet.addRow(["备注：时间以档案为准。"]);
  sheet.addRow(["院长（签字）：", "", "", "", "填表人：陈静"]);
  sheet.getColumn("G").hidden = true;
  await workbook.xlsx.writeFile(path);
}
