import { describe, expect, it } from "vitest";
import { unitFileWith } from "../../support/unit-file.ts";
import { goodRowsOf, importInto, placesOf, type Row, sheetOf, workbookOf } from "./importing.ts";
import { schoolRoster, ZHANG_NUMBER } from "./messy-roster.ts";

const SCHOOL = unitFileWith([], { name: "示例镇中心小学", series: "education" });

describe("a roster's row", () => {
  const rows = (...given: readonly Row[]) => importInto(SCHOOL, workbookOf(schoolRoster(...given)));

  it("that repeats an ID number is refused, whoever it names", () => {
    const report = rows(["张示例", ZHANG_NUMBER, "2004.08"], ["李示例", ZHANG_NUMBER, "2005.08"]);
    expect(placesOf(report)).toEqual(["教师花名册 B3 row.repeatedNumber"]);
    expect(report.issues[0]?.expected).toContain("第2行");
  });

  it("with an ID number stored as a number is refused with what to do", () => {
    const report = rows(["张示例", 110_101_198_405_020_000, "2004.08"]);
    expect(placesOf(report)).toContain("教师花名册 B2 code.numeric");
    expect(report.issues[0]?.expected).toContain("设为“文本”");
  });

  it("without a name is refused", () => {
    expect(placesOf(rows([null, ZHANG_NUMBER, "2004.08"]))).toEqual([
      "教师花名册 A2 row.nameMissing",
    ]);
  });

  it("without sex, birth date and ID number is refused for both, by name", () => {
    const report = rows(["张示例", null, "2004.08"]);
    expect(report.issues.map(({ expected }) => expected)).toEqual([
      "表中没有“性别”这一栏，这一栏必填",
      "表中没有“出生日期”这一栏，这一栏必填",
    ]);
    expect(placesOf(report)).toEqual([
      "教师花名册 2 column.missing",
      "教师花名册 2 column.missing",
    ]);
  });

  it("of full-width figures is read as any other", () => {
    const wide = Array.from(ZHANG_NUMBER)
      .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .join("");
    const report = rows(["张　示例", wide, "２００４．０８"]);
    expect(goodRowsOf(report).people[0]).toMatchObject({
      name: "张示例",
      idNumber: ZHANG_NUMBER,
      postings: [{ from: "2004-08" }],
    });
  });

  it.each([
    ["管理", { professional: false, management: true }],
    ["专业技术", { professional: true }],
    ["双肩挑", { professional: true, management: true }],
    ["工勤", { professional: false }],
  ])("says by its kind of post what the posting is: %s", (kind, expected) => {
    const report = rows([
      "张示例",
      ZHANG_NUMBER,
      "2004.08",
      null,
      null,
      null,
      null,
      null,
      null,
      kind,
      null,
    ]);
    expect(goodRowsOf(report).people[0]?.postings[0]).toMatchObject(expected);
    expect(report.defaults.some(({ id }) => id === "professional")).toBe(false);
  });

  it("without an appraisal of a year has none registered, however the cell says so", () => {
    const roster = sheetOf("花名册", [
      ["姓名", "身份证号", "到校时间", "2023年考核", "2024年考核", "2025年考核"],
      ["张示例", ZHANG_NUMBER, "2004.08", "未参加考核", "优", "—"],
    ]);
    const report = importInto(SCHOOL, workbookOf(roster));
    expect(report.issues).toEqual([]);
    expect(goodRowsOf(report).people[0]?.appraisals).toEqual([{ year: 2024, result: "excellent" }]);
  });

  it("with hours of no category has them registered as the default says", () => {
    const report = rows([
      "张示例",
      ZHANG_NUMBER,
      "2004.08",
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      90,
    ]);
    expect(goodRowsOf(report).people[0]?.training).toEqual([
      {
        id: "roster-2025-professional",
        year: 2025,
        hours: 90,
        category: "professional",
        inSpecialty: false,
        title: "花名册年度合计",
      },
    ]);
    expect(report.defaults.map(({ id }) => id)).toContain("trainingCategory");
  });

  it("that names another unit is refused, a short name of this one is not", () => {
    const roster = (unit: string) =>
      sheetOf("花名册", [
        ["姓名", "身份证号", "单位", "到校时间"],
        ["张示例", ZHANG_NUMBER, unit, "2004.08"],
      ]);
    expect(placesOf(importInto(SCHOOL, workbookOf(roster("中心小学"))))).toEqual([]);
    expect(placesOf(importInto(SCHOOL, workbookOf(roster("示例镇卫生院"))))).toEqual([
      "花名册 C2 row.otherUnit",
    ]);
    const mapping = { tables: { 花名册: { columns: { C: null } } } };
    expect(importInto(SCHOOL, workbookOf(roster("语文组")), { mapping }).issues).toEqual([]);
  });
});

describe("a row that is nobody's", () => {
  const HEADINGS: Row = ["序号", "姓名", "身份证号", "到校时间", "联系电话"];
  const kindOf = (row: Row, merged: readonly string[] = []) => {
    const roster = sheetOf(
      "花名册",
      [HEADINGS, [1, "张示例", ZHANG_NUMBER, "2004.08"], row],
      merged,
    );
    const report = importInto(SCHOOL, workbookOf(roster));
    expect(report.counts.read).toBe(3);
    return report.issues.length > 0 ? placesOf(report) : report.ignored.at(-1)?.kind;
  };

  it.each<[string, Row]>([
    ["a line for signatures", ["校长签字：", null, null, null, "填表人：张示例"]],
    ["another", ["院长（签字）：", "制表人：", "审核人：", "联系电话：", "0631"]],
    ["one that begins under the names", [null, "分管领导：", null, "审核人："]],
    ["a remark over a column that is not taken over", ["本表时间以档案为准"]],
  ])("is passed over and shown: %s", (_, row) => {
    expect(kindOf(row)).toBe("note");
  });

  it.each([["本页小计", "1人"], ["全院合计"], ["平均", null, null, "2004.08"]])(
    "is a total by its first words: %s",
    (...row) => {
      expect(kindOf(row)).toBe("total");
    },
  );

  it("is passed over where one text stands across the sheet", () => {
    expect(kindOf([null, "二、护理", null, null, null], ["B3:E3"])).toBe("note");
  });

  it("is empty where it was only numbered in advance", () => {
    expect(kindOf([2])).toBe("empty");
  });

  it("is refused where it says something that would be taken over", () => {
    expect(kindOf([2, null, null, "2004.08"])).toEqual(["花名册 B3 row.nameMissing"]);
    expect(kindOf([2, "李示例"])).toHaveLength(2);
  });
});
