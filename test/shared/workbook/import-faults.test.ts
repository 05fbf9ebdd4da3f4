import { describe, expect, it } from "vitest";
import { formatImportIssue } from "../../../shared/workbook/import/import-issue.ts";
import { personWith, postingWith, unitFileWith } from "../../support/unit-file.ts";
import { goodRowsOf, importInto, placesOf, type Row, sheetOf, workbookOf } from "./importing.ts";
import {
  WOMAN,
  people,
  postings,
  appraisals,
  training,
  exams,
  ZHANG,
  EMPTY,
} from "./template-sheets.ts";

describe("a fault is told with sheet, cell, heading, value and what was expected", () => {
  const located = (workbook: ReturnType<typeof workbookOf>) =>
    importInto(EMPTY, workbook).issues.map(formatImportIssue);

  it("in a cell that cannot be read", () => {
    const row: Row = ["p-001", "张示例", "女", "1998.1", 110_101_198_405_020_000];
    expect(
      located(
        workbookOf(
          people(["p-001", "张示例", "女", 1998.1, 110_101_198_405_020_000]),
          appraisals(),
        ),
      ),
    ).toEqual([
      "“人员”表D2（出生日期）：分不清是1月还是10月（Excel 会把 1998.10 存成 1998.1），请先把单元格格式设为“文本”，再写成 1998-01 或 1998-10，现为“1998.1”",
      "“人员”表E2（身份证号）：号码不能存成数字（开头的0和15位以后的数字会丢失），请先把单元格格式设为“文本”，再对照证件重新录入，现为“110101198405020000”",
    ]);
    expect(row).toHaveLength(5);
  });

  it("in a record that its own checks refuse", () => {
    const wrong = `${WOMAN.slice(0, 17)}${WOMAN.endsWith("1") ? "2" : "1"}`;
    expect(
      located(workbookOf(people(["p-001", "张示例", "女", "1984-05-02", wrong]), appraisals())),
    ).toEqual([`“人员”表E2（身份证号）：身份证号校验码不对，请对照证件重新录入，现为“${wrong}”`]);
  });

  it("in every cell of a row that has several, those found by the records' own checks too", () => {
    const wrong = `${WOMAN.slice(0, 17)}${WOMAN.endsWith("1") ? "2" : "1"}`;
    const report = importInto(
      EMPTY,
      workbookOf(people(["p-001", "张示例", "女", "1984.13", wrong]), appraisals()),
    );
    expect(placesOf(report)).toEqual(["人员 D2 date.notExisting", "人员 E2 idNumber.checkDigit"]);
  });

  it("in a row that waits for the person's own", () => {
    const report = importInto(
      EMPTY,
      workbookOf(
        people(["p-001", "张示例", "女", "84.5.2", WOMAN]),
        postings([
          "p-001",
          null,
          "2010-01",
          "2009-12",
          null,
          "乡镇",
          "正常聘用",
          "是",
          "卫生",
          null,
        ]),
      ),
    );
    expect(placesOf(report)).toEqual([
      "人员 D2 date.twoDigitYear",
      "工作经历 2 row.personRefused",
      "工作经历 D2 period.reversed",
    ]);
  });

  it("in one line, whatever the cell holds", () => {
    const [line] = located(
      workbookOf(people(["p-001", "张示例", "女\n（待核）", "1984-05-02"]), appraisals()),
    );
    expect(line).toBe("“人员”表C2（性别）：不在可选范围内，应为：女、男，现为“女·（待核）”");
  });

  it("from the first row down and along each row", () => {
    const report = importInto(
      EMPTY,
      workbookOf(
        people(
          ["p-001", "张示例", "女", "1984-05-02", `${WOMAN.slice(0, 17)}?`],
          ["p-002", null, "?", "?"],
        ),
        appraisals(),
      ),
    );
    expect(report.issues.map(({ cell }) => cell)).toEqual(["E2", "B3", "C3", "D3"]);
  });

  it.each<[string, ReturnType<typeof sheetOf>, string]>([
    [
      "a period that ends before it starts",
      postings(["p-001", null, "2010-01", "2009-12", null, "乡镇", "正常聘用", "是", "卫生", null]),
      "工作经历 D2 period.reversed",
    ],
    [
      "a posting before birth",
      postings(["p-001", null, "1980-01", null, null, "乡镇", "正常聘用", "是", "卫生", null]),
      "工作经历 C2 birth.before",
    ],
    [
      "too many hours in a year",
      training(
        ["p-001", null, "a", 2025, 8_000, "公需科目", "否"],
        ["p-001", null, "b", 2025, 800, "专业科目", "否"],
      ),
      "继续教育 E3 training.yearTotal",
    ],
    [
      "negative hours",
      training(["p-001", null, "a", 2025, -1, "公需科目", "否"]),
      "继续教育 E2 number.low",
    ],
    [
      "an id that is no ASCII",
      training(["p-001", null, "甲", 2025, 1, "公需科目", "否"]),
      "继续教育 C2 id.form",
    ],
    ["a year out of reach", appraisals(["p-001", null, 1_066, "合格"]), "年度考核 C2 number.low"],
    [
      "a choice that is none",
      appraisals(["p-001", null, 2024, "良好"]),
      "年度考核 D2 choice.unknown",
    ],
    [
      "a result that is missing",
      appraisals(["p-001", null, 2024, null]),
      "年度考核 D2 cell.required",
    ],
    [
      "a subject in part",
      exams(["p-001", null, 1, "卫生", "中级", 2025, "专业知识", 57, null]),
      "考试成绩 2 row.examSubject",
    ],
  ])("%s", (_, sheet, place) => {
    expect(placesOf(importInto(EMPTY, workbookOf(people(ZHANG), sheet)))).toEqual([place]);
  });

  it("with the cell of the row that came first where one repeats another", () => {
    const workbook = workbookOf(
      people(ZHANG, ["p-002", "李示例", "女", "1984-05-02", WOMAN]),
      appraisals(["p-001", null, 2024, "合格"], ["p-001", null, 2024, "优秀"]),
    );
    const issues = importInto(EMPTY, workbook).issues.map(formatImportIssue);
    expect(issues).toContain(
      "“年度考核”表C3（年度）：同一年度已有考核结果（“年度考核”表C2），每年只能有一个，现为“2024”",
    );
    expect(issues).toContain(`“人员”表E3（身份证号）：身份证号与“人员”表E2重复，现为“${WOMAN}”`);
  });

  it("on the row where what is on file and the workbook do not go together", () => {
    const onFile = unitFileWith([personWith({ postings: [postingWith({ from: "2004-08" })] })]);
    const report = importInto(
      onFile,
      workbookOf(people(["p-001", "张示例", "女", "2010-01-01", null]), appraisals()),
    );
    expect(placesOf(report)).toEqual(["人员 2 birth.before"]);
    expect(goodRowsOf(report)).toEqual(onFile);
  });

  it("once a column that is asked for is missing", () => {
    const own = sheetOf("年度考核", [
      ["姓名", "年度"],
      ["张示例", 2024],
    ]);
    expect(located(workbookOf(people(ZHANG), own))).toEqual([
      "“年度考核”表第2行：表中没有“考核结果”这一栏，这一栏必填",
    ]);
  });
});
