import { existsSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { readUnitFile } from "../../../shared/records/unit-file.ts";
import { jiceng } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { idNumberOf } from "../../support/id-number.ts";
import { writeMessyRoster } from "./messy-roster-file.ts";

const FOLDER = temporaryFolder();
const ROSTER = join(FOLDER, "花名册.xlsx");
const UNIT = join(FOLDER, "单位.json");
const RETURNED = join(FOLDER, "退回.xlsx");
const DESCRIBED = ["--unit-name", "示例镇卫生院", "--unit-series", "卫生"];

const REFUSED = [
  "D9（出生年月）：年份应写四位，请写成 2006-07-01、2006.07 或 2006年7月1日，现为“90年11月”",
  `E9（身份证号码 （18位））：身份证号应为18位：17位数字加一位数字或X，现为“${idNumberOf("1990-11-11", 5).slice(0, 17)}?”`,
  "G9（全日制教育学历/学位）：只写“研究生”分不清硕士和博士，请写“硕士研究生”或“博士研究生”，现为“研究生”",
  "J9（专业技术职务名称）：不认识这个职称名称，是不是：主治医师，现为“主治医生”",
  "L9（专业技术职务聘任时间）：分不清是1月还是10月（Excel 会把 2019.10 存成 2019.1），请先把单元格格式设为“文本”，再写成 2019-01 或 2019-10，现为“2019.1”",
  "N9（年度考核结果2025）：不在可选范围内，应为：优秀、合格、基本合格、不合格、未定等次，现为“及格”",
  "O9（2025年度继续教育学时公需）：应填数字，现为“三十”",
  "E10（身份证号码 （18位））：号码不能存成数字（开头的0和15位以后的数字会丢失），请先把单元格格式设为“文本”，再对照证件重新录入，现为“110101199612030000”",
].map((line) => `${ROSTER}：“2025年底在职人员”表${line}`);

beforeAll(() => writeMessyRoster(ROSTER));

async function importRoster(...args: readonly string[]) {
  return jiceng(["import", ROSTER, "--to", UNIT, ...args]);
}

async function peopleOnFile() {
  const checked = readUnitFile(await readFile(UNIT, "utf8"));
  if (!checked.ok) throw new Error("the unit file is not sound");
  return checked.value.people;
}

describe("importing a messy roster", () => {
  it("is refused as a whole, with every cell that is wrong on a line of its own", async () => {
    const { code, errors } = await importRoster(...DESCRIBED);
    expect(code).toBe(1);
    expect(errors.slice(0, -1)).toEqual(REFUSED);
    expect(errors.at(-1)).toContain("没有作任何改动");
    expect(existsSync(UNIT)).toBe(false);
  });

  it("takes over the good rows where that is asked for, and counts every row", async () => {
    const { code, out } = await importRoster(...DESCRIBED, "--good-rows", "--returned", RETURNED);
    expect(code).toBe(0);
    expect(out).toMatch(/2025年底在职人员 +14 +2 +0 +0 +2 +10\n/);
    expect(out).toContain("标题在第3至4行");
    expect(await peopleOnFile()).toMatchObject([
      {
        name: "陈静",
        birthDate: "1986-05-04",
        education: [{ level: "bachelor", degree: "bachelor", graduatedOn: "2008-07" }],
        postings: [{ from: "2008-08-01", to: null }],
        titles: [{ name: "主管护师", level: "intermediate", obtainedOn: "2016-05-29" }],
        appointments: [{ from: "2016-07" }],
        appraisals: [
          { year: 2024, result: "qualified" },
          { year: 2025, result: "excellent" },
        ],
        training: [{ hours: 30 }, { hours: 60 }],
      },
      {
        name: "卫青",
        sex: "male",
        birthDate: "1979-02",
        idNumber: idNumberOf("1979-02-28", 3),
        education: [{ level: "college", graduatedOn: "2001-07" }],
        postings: [{ from: "2001-07" }],
        titles: [{ level: "associateSenior", obtainedOn: "2019-12-20" }],
        appointments: [{ from: "2020-03-01" }],
        training: [{ hours: 30 }, { hours: 60 }],
      },
    ]);
  });

  it("shows which rows were taken for nobody's", async () => {
    const { out } = await importRoster("--good-rows");
    expect(out.split("\n").filter((line) => /第\d+行（/.test(line))).toEqual([
      "  “2025年底在职人员”表第5行（说明或签字行）：一、临床科室",
      "  “2025年底在职人员”表第12行（合计行）：合  计",
      "  “2025年底在职人员”表第13行（说明或签字行）：备注：时间以档案为准。",
      "  “2025年底在职人员”表第14行（说明或签字行）：院长（签字）：",
    ]);
  });

  it("changes nothing the second time", async () => {
    const before = await readFile(UNIT);
    const { out } = await importRoster("--good-rows");
    expect(out).toContain("没有变化，未改动，现有2人");
    expect(await readFile(UNIT)).toEqual(before);
  });

  it("gives the user's own workbook back with the reasons, ready to be mended and imported", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(RETURNED);
    const sheet = workbook.getWorksheet("2025年底在职人员");
    if (sheet === undefined) throw new Error("the sheet is gone");
    expect(sheet.getCell("R4").value).toBe("未导入原因");
    expect(sheet.getCell("R9").text.split("；")).toHaveLength(7);
    expect(sheet.getCell("R6").value).toBeNull();
    expect(sheet.getColumn("G").hidden).toBe(true);
    expect(sheet.getCell("P6").formula).toBe("30+30");
    sheet.getCell("E10").value = idNumberOf("1996-12-03", 2);
    const mended = join(FOLDER, "改正.xlsx");
    await workbook.xlsx.writeFile(mended);
    const unit = join(FOLDER, "单位二.json");
    await copyFile(UNIT, unit);
    const { out } = await jiceng(["import", mended, "--to", unit, "--good-rows"]);
    expect(out).toMatch(/2025年底在职人员 +14 +1 +0 +2 +1 +10\n/);
  });
});
