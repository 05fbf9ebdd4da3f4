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

  it("without sex, birth date and ID number is refused for both", () => {
    expect(placesOf(rows(["张示例", null, "2004.08"]))).toEqual([
      "教师花名册 2 key.missing",
      "教师花名册 2 key.missing",
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
