import exceljs from "exceljs";
import { idNumberCheckDigit } from "../shared/records/id-number.ts";

/**
 * The 花名册 of an invented health centre as units keep it today, with the mistakes that they make: what
 * README.md imports, step by step. The ID numbers begin with a division code of no place in China.
 */

/** Where it stands, from the repository's root. */
export const EXAMPLE_ROSTER = "docs/examples/roster.xlsx";

const TITLE = "演示镇卫生院专业技术人员花名册（虚构）";
const FILLED_IN = "填报单位：演示镇卫生院（虚构）　　填报时间：2026.09";
const YEARS = [2021, 2022, 2023, 2024, 2025];

const HEADINGS = [
  ["序号", "姓  名", "性别", "出生年月", "公民身份号码", "政治面貌"],
  ["最高学历", "毕业院校及专业", "毕业时间", "到本单位时间"],
  ["现有职称", "取得资格时间", "现聘专业技术职务", "聘任时间"],
  YEARS.map((year) => `${year}年考核结果`),
  YEARS.flatMap((year) => [`${year}年公需科目学时`, `${year}年专业科目学时`]),
  ["联系电话"],
].flat();

type Cell = string | number | Date;

/** A date cell: exceljs reads and writes days in universal time. */
function dateCell(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function idNumber(birthDate: string, sequence: string): string {
  const first17 = `990000${birthDate}${sequence}`;
  return first17 + idNumberCheckDigit(first17);
}

/** The same number with a check digit that is not its own. */
function mistyped(right: string): string {
  return right.slice(0, 17) + (right.endsWith("1") ? "2" : "1");
}

/** Five appraisals and five years' hours: all that is asked, but for what is given last. */
function fullYears(lastHours: Cell = 60): readonly Cell[] {
  return [
    ...YEARS.map((year) => (year % 2 === 0 ? "合格" : "优秀")),
    ...YEARS.flatMap((year) => [30, year === YEARS.at(-1) ? lastHours : 60]),
  ];
}

/** Dates in every form that clerks use, names with blanks in them, and three rows that cannot be right. */
const PEOPLE: readonly (readonly (readonly Cell[])[])[] = [
  [
    ["王  芳", "女", "1978.05", idNumber("19780512", "002"), "群众"],
    ["本科", "虚构医学院临床医学", "2001.07", "2001年8月"],
    ["主治医师", "2012.11.20", "主治医师", dateCell(2013, 1, 1)],
    fullYears(),
  ],
  [
    ["李建国", "男", "1970年3月", idNumber("19700318", "011"), "中共党员"],
    ["大专", "虚构卫生学校临床医学", "1993-7", "199308"],
    ["副主任医师", "2016-12-01", "副主任医师", "2017.01"],
    fullYears("60学时"),
  ],
  [
    ["张　敏", "女", dateCell(1985, 9, 8), idNumber("19850908", "024"), "群众"],
    ["本科", "虚构医学院护理学", "2008/7/1", "2008.8.1"],
    ["主管护师", "2017年6月", "主管护师", "2018.1"],
    fullYears(54),
  ],
  [
    ["赵 磊", "男", "1990-11-02", idNumber("19901102", "033"), "群众"],
    ["本科", "虚构大学药学", "2013.07", "2016.09"],
    ["药师", "2015.06.15", "药师", "2016.10"],
    fullYears(),
  ],
  [
    ["陈静", "女", "19950620", idNumber("19950620", "042"), "共青团员"],
    ["硕士研究生", "虚构医学院中医学", "2020.07", "2020.08"],
    ["主治医师", "2024.11.30", "主治医师", "2025-01"],
    fullYears(),
  ],
  [
    ["刘洋", "男", "1988.03", mistyped(idNumber("19880312", "015")), "群众"],
    ["大专", "虚构卫生学校医学检验", "2010.07", "2010.08"],
    ["技师", "2016.06", "技师", "2017.01"],
    fullYears(),
  ],
  [
    ["杨超", "男", "1992.13", idNumber("19921203", "051"), "群众"],
    ["本科", "虚构医学院医学影像", "2015.07", "2015.08"],
    ["技师", "2017.06", "技师", "2018.01"],
    fullYears(),
  ],
  [
    ["周婷", "女", "1993.08", Number(idNumber("19930815", "060")), "群众"],
    ["本科", "虚构医学院护理学", "2016.07", "2016.08"],
    ["护师", "2018.06", "护师", "2019.01"],
    fullYears(),
  ],
];

const BLANK_AFTER = 4;

/** The workbook, ready to be written to a file. */
export function exampleRoster(): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  workbook.created = dateCell(2026, 9, 1);
  workbook.modified = dateCell(2026, 9, 1);
  const sheet = workbook.addWorksheet("花名册");
  for (const [index, line] of [TITLE, FILLED_IN].entries()) {
    sheet.addRow([line]);
    sheet.mergeCells(index + 1, 1, index + 1, HEADINGS.length);
  }
  sheet.addRow(HEADINGS);
  for (const [index, person] of PEOPLE.entries()) {
    const row = sheet.addRow([index + 1, ...person.flat(), `0000-100${index + 1}`]);
    row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = "yyyy/m/d";
    });
    if (index + 1 === BLANK_AFTER) sheet.addRow([]);
  }
  sheet.addRow(["合计", `${PEOPLE.length}人`]);
  sheet.addRow(["注：本表人员均为虚构。"]);
  for (const column of sheet.columns) column.width = 14;
  return workbook;
}
