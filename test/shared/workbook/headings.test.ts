import { describe, expect, it } from "vitest";
import { findHeadings, headingsOf } from "../../../shared/workbook/import/headings.ts";
import { recogniseRosterHeading } from "../../../shared/workbook/roster/recognise.ts";
import { sheetOf } from "./importing.ts";

function meaningOf(...candidates: readonly string[]): string {
  const recognised = recogniseRosterHeading(candidates);
  if (recognised === null) return "unknown";
  return recognised.state === "used" ? recognised.key : recognised.state;
}

describe("a roster's heading means", () => {
  it.each([
    ["姓  名", "name"],
    ["公民身份号码", "idNumber"],
    ["证件号码", "idNumber"],
    ["出生年月\n（年/月）", "birthDate"],
    ["*性别：", "sex"],
    ["进入本单位时间", "unitStart"],
    ["到岗时间", "unitStart"],
    ["文化程度", "highest.level"],
    ["最高学历", "highest.level"],
    ["第一学历", "fullTime.level"],
    ["全日制教育毕业院校系及专业", "fullTime.schoolAndMajor"],
    ["非全日制学历", "inService.level"],
    ["在职毕业时间", "inService.graduatedOn"],
    ["学历毕业院校", "highest.school"],
    ["现聘职称", "appointedName"],
    ["专业技术职务任职资格", "titleName"],
    ["评审通过时间", "titleObtainedOn"],
    ["聘任起始时间", "appointedOn"],
    ["2023年考核", "appraisal.2023"],
    ["2023年度考核结果", "appraisal.2023"],
    ["年度考核情况2023年", "appraisal.2023"],
    ["2023年公需学时", "training.2023.public"],
    ["2023年度继续教育专业科目学时", "training.2023.professional"],
    ["2023年学时", "training.2023.total"],
    ["岗位类别", "postKind"],
    ["联系电话", "ignored"],
    ["参加工作时间", "ignored"],
    ["配偶姓名", "ignored"],
    ["2022-2023学年考核", "unknown"],
    ["学时", "unknown"],
    ["特长", "unknown"],
  ])("%j: %s", (heading, meaning) => {
    expect(meaningOf(heading)).toBe(meaning);
  });

  it("what it means with its group, before what it means alone", () => {
    expect(meaningOf("全日制教育学历", "学历")).toBe("fullTime.level");
    expect(meaningOf("基本情况姓名", "姓名")).toBe("name");
    expect(meaningOf("配偶情况姓名", "姓名")).toBe("ignored");
  });
});

describe("headings in several rows", () => {
  const rows = [["某单位花名册"], ["姓名", "学历", null, "考核"], [null, "层次", "毕业时间", 2024]];

  it("stand together where cells are merged", () => {
    const sheet = sheetOf("花名册", rows, ["A2:A3", "B2:C2"]);
    expect(headingsOf(sheet, [2, 3])).toEqual([
      ["姓名"],
      ["学历层次", "层次"],
      ["学历毕业时间", "毕业时间"],
      ["考核2024", "2024"],
    ]);
  });

  it("stand together where nobody merged them, too", () => {
    expect(headingsOf(sheetOf("花名册", rows), [2, 3])[2]).toEqual(["学历毕业时间", "毕业时间"]);
  });

  it("give no group to a column that has none", () => {
    const sheet = sheetOf("花名册", [
      ["学历", null, "姓名", null],
      ["层次", "毕业时间", null, "备注"],
    ]);
    expect(headingsOf(sheet, [1, 2])).toEqual([
      ["学历层次", "层次"],
      ["学历毕业时间", "毕业时间"],
      ["姓名"],
      ["备注"],
    ]);
  });

  it("are found under titles, and in no more rows than they take", () => {
    const found = (
      given: readonly (readonly (string | number | null)[])[],
      merged: readonly string[] = [],
    ) => findHeadings(sheetOf("花名册", given, merged), recogniseRosterHeading, 3)?.rows;
    expect(found(rows, ["A2:A3", "B2:C2"])).toEqual([2, 3]);
    expect(found([["花名册"], ["姓名", "性别"], ["张三", "男"]], ["A1:B1"])).toEqual([2, 2]);
    expect(found([["甲", "乙"]])).toBeUndefined();
  });
});
