import { describe, expect, it } from "vitest";
import { findHeadings, headingsOf } from "../../../shared/workbook/import/headings.ts";
import { recogniseRosterHeading } from "../../../shared/workbook/roster/recognise.ts";
import { type Row, sheetOf } from "./importing.ts";

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
    ["学历/学位", "highest.level"],
    ["学历（全日制）", "fullTime.level"],
    ["毕业时间（在职教育）", "inService.graduatedOn"],
    ["第一学历学校", "fullTime.school"],
    ["在职教育学校及专业", "inService.schoolAndMajor"],
    ["何时毕业", "highest.graduatedOn"],
    ["来校工作时间", "unitStart"],
    ["进入本单位工作时间", "unitStart"],
    ["何时到本单位工作", "unitStart"],
    ["到站年月", "unitStart"],
    ["取得年月", "titleObtainedOn"],
    ["现聘任职务", "appointedName"],
    ["职称类别", "titleLine"],
    ["学校", "unknown"],
    ["单位时间", "unknown"],
    ["到乡镇工作时间", "unknown"],
    ["何时参加工作", "ignored"],
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

  it("of three levels are known by any of their lower ones together", () => {
    const sheet = sheetOf(
      "花名册",
      [
        ["姓名", "学历情况", null],
        [null, "全日制教育", null],
        [null, "学历", "毕业时间"],
      ],
      ["A1:A3", "B1:C1", "B2:C2"],
    );
    expect(headingsOf(sheet, [1, 3])[1]).toEqual([
      "学历情况全日制教育学历",
      "全日制教育学历",
      "学历",
    ]);
  });

  it("are shown without the line breaks inside them", () => {
    expect(headingsOf(sheetOf("花名册", [["出生\n年月"]]), [1, 1])).toEqual([["出生年月"]]);
  });

  it.each([
    ["2026年农技站人员情况", null, null, null],
    ["填报单位：农技站", null, "2026年3月", null],
    [null, "2026年农技站人员情况", null, null],
    [null, null, "2026年人员名册", null],
  ])("are never those of a title above them: %s, %s, %s", (...title) => {
    const sheet = sheetOf("花名册", [title, ["姓名", "性别", "身份证号", "考核结果"]]);
    expect(findHeadings(sheet, recogniseRosterHeading, 3)?.rows).toEqual([2, 2]);
  });

  it("are the first of those repeated on every page, however cells are merged", () => {
    const headings: readonly Row[] = [
      ["姓名", "性别", "全日制教育", null, "考核", null],
      [null, null, "学历", "毕业时间", 2024, 2025],
    ];
    const person: Row = ["张示例", "女", "本科", "2006.07", "合格", "合格"];
    const sheet = sheetOf("花名册", [...headings, person, ...headings, person], ["A1:B2", "C1:F1"]);
    expect(findHeadings(sheet, recogniseRosterHeading, 3)?.rows).toEqual([1, 2]);
  });
});
