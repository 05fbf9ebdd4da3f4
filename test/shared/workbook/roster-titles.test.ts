import { describe, expect, it } from "vitest";
import { unitFileWith } from "../../support/unit-file.ts";
import { goodRowsOf, importInto, placesOf, sheetOf, workbookOf } from "./importing.ts";
import { LI_NUMBER, schoolRoster, ZHANG_NUMBER } from "./messy-roster.ts";

const EMPTY = unitFileWith([]);
const SCHOOL = unitFileWith([], { name: "示例镇中心小学", series: "education" });

describe("titles of a roster", () => {
  const row = (
    title: string,
    obtained: string | null = "2010.12",
    appointed: string | null = "2011.01",
  ) =>
    schoolRoster([
      "张示例",
      ZHANG_NUMBER,
      "2004.08",
      null,
      null,
      null,
      title,
      obtained,
      appointed,
      null,
      null,
    ]);
  const titleIn = (title: string) =>
    goodRowsOf(importInto(SCHOOL, workbookOf(row(title)))).people[0]?.titles[0];

  it.each([
    ["小学高级教师", "intermediate"],
    ["中学高级教师", "associateSenior"],
    ["小学中学高级教师", "associateSenior"],
    ["小学一级教师", "assistant"],
    ["一级教师", "intermediate"],
    ["正高级教师", "senior"],
    [" 一级 教师 ", "intermediate"],
    ["一级教师（小学）", "intermediate"],
    ["中小学一级教师", "intermediate"],
  ])("are known by name, those of earlier systems too: %s is %s", (name, level) => {
    expect(titleIn(name)).toMatchObject({ series: "education", level });
  });

  it("that are not known are refused with the likeliest names", () => {
    const report = importInto(SCHOOL, workbookOf(row("中教一级教师")));
    expect(placesOf(report)).toEqual(["教师花名册 G2 title.unknown"]);
    expect(report.issues[0]?.expected).toContain("一级教师");
    expect(report.issues[0]?.value).toBe("中教一级教师");
  });

  it("are names and no levels", () => {
    expect(placesOf(importInto(SCHOOL, workbookOf(row("中级"))))).toEqual([
      "教师花名册 G2 title.level",
    ]);
  });

  it.each(["高级工", "技术工三级", "高级技师（工人）"])(
    "are no grades of skilled workers: %s is left out, and said to be",
    (grade) => {
      const report = importInto(SCHOOL, workbookOf(row(grade)));
      expect(report.issues).toEqual([]);
      expect(report.gaps.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
        "G2 gap.workerGrade",
      ]);
      expect(goodRowsOf(report).people[0]).toMatchObject({
        titles: [],
        postings: [{ professional: false }],
      });
    },
  );

  it.each(["未定级", "未评聘", "见习期"])("are none where the cell says so: %s", (word) => {
    const report = importInto(SCHOOL, workbookOf(row(word, null, null)));
    expect([report.issues, report.gaps]).toEqual([[], []]);
  });

  it("are of the line that the row names, or whose series it names there", () => {
    const roster = (line: string) =>
      sheetOf("花名册", [
        ["姓名", "身份证号", "职称类别", "职称", "取得时间", "到校时间"],
        ["张示例", ZHANG_NUMBER, line, "高级教师", "2021.12", "2004.08"],
      ]);
    const read = (line: string) => importInto(SCHOOL, workbookOf(roster(line)));
    expect(goodRowsOf(read("基层职称")).people[0]?.titles).toMatchObject([{ line: "grassroots" }]);
    expect(read("基层职称").defaults.some(({ id }) => id === "line")).toBe(false);
    expect(goodRowsOf(read("教师系列")).people[0]?.titles).toMatchObject([
      { line: "provincial", series: "education" },
    ]);
    expect(placesOf(read("市级"))).toEqual(["花名册 C2 choice.unknown"]);
  });

  it("are the same in full and in short where somebody is appointed", () => {
    const roster = sheetOf("花名册", [
      ["姓名", "身份证号", "职称", "取得时间", "现聘职务", "聘任时间", "到校时间"],
      ["张示例", ZHANG_NUMBER, "中小学一级教师", "2015.12", "一级教师", "2016.01", "2004.08"],
    ]);
    const report = importInto(SCHOOL, workbookOf(roster));
    expect(report.gaps).toEqual([]);
    expect(goodRowsOf(report).people[0]?.appointments).toMatchObject([{ from: "2016-01" }]);
  });

  it("without the day they were obtained are left out, and said to be", () => {
    const report = importInto(SCHOOL, workbookOf(row("一级教师", null)));
    expect(report.counts).toMatchObject({ added: 1, refused: 0 });
    expect(report.gaps.map(({ cell, code }) => [cell, code])).toEqual([
      ["G2", "gap.titleDate"],
      ["I2", "gap.appointedTitle"],
    ]);
    expect(goodRowsOf(report).people[0]?.titles).toEqual([]);
  });

  it("agree with the level beside them, 初级 and 高级 each meaning two", () => {
    const withLevel = (name: string, level: string) =>
      sheetOf("花名册", [
        ["姓名", "身份证号", "职称", "职称级别", "取得时间", "来院时间"],
        ["张示例", ZHANG_NUMBER, name, level, "2010.12", "2004.08"],
      ]);
    for (const [name, level] of [
      ["护师", "初级"],
      ["护士", "初级"],
      ["主任医师", "高级"],
      ["主管护师", "中级"],
    ] as const) {
      expect(placesOf(importInto(EMPTY, workbookOf(withLevel(name, level)))), name).toEqual([]);
    }
    const report = importInto(EMPTY, workbookOf(withLevel("主管护师", "副高")));
    expect(placesOf(report)).toEqual(["花名册 D2 title.levelMismatch"]);
  });

  it("that the policy pack does not list are taken with series and level beside them", () => {
    const roster = sheetOf("花名册", [
      ["姓名", "身份证号", "职称", "职称级别", "职称系列", "取得时间"],
      ["张示例", ZHANG_NUMBER, "会计师", "中级", "其他", "2010.12"],
      ["李示例", LI_NUMBER, "会计师", "中级", null, "2010.12"],
    ]);
    const report = importInto(EMPTY, workbookOf(roster));
    expect(placesOf(report)).toEqual(["花名册 C3 title.unknown"]);
    expect(goodRowsOf(report).people[0]?.titles[0]).toMatchObject({
      series: "other",
      level: "intermediate",
      name: "会计师",
    });
  });

  it("higher than the one appointed on leave the appointment out", () => {
    const roster = sheetOf("花名册", [
      ["姓名", "身份证号", "专业技术资格", "资格取得时间", "现聘职称", "聘任时间"],
      ["张示例", ZHANG_NUMBER, "副主任医师", "2020.12", "主治医师", "2012.01"],
    ]);
    const report = importInto(EMPTY, workbookOf(roster));
    expect(report.gaps.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      "2 gap.unitStart",
      "F2 gap.appointedTitle",
    ]);
    expect(goodRowsOf(report).people[0]).toMatchObject({
      titles: [{ level: "associateSenior" }],
      appointments: [],
    });
  });
});

describe("education in a roster", () => {
  const importEducation = (level: string, degree: string | null) => {
    const roster = sheetOf("花名册", [
      ["姓名", "身份证号", "学历", "学位", "毕业时间", "来院时间"],
      ["张示例", ZHANG_NUMBER, level, degree, "2006.07", "2006.08"],
    ]);
    return importInto(EMPTY, workbookOf(roster));
  };

  it.each([
    ["大学本科", null, "bachelor", null],
    ["专科", null, "college", null],
    ["中师", null, "secondary", null],
    ["本科/学士", null, "bachelor", "bachelor"],
    ["大学（学士）", null, "bachelor", "bachelor"],
    ["本科", "学士学位", "bachelor", "bachelor"],
    ["本科", "农学学士", "bachelor", "bachelor"],
    ["研究生", "公共卫生硕士", "master", "master"],
    ["本科", "无学位", "bachelor", null],
    ["研究生", "硕士", "master", "master"],
    ["研究生/博士", null, "doctor", "doctor"],
    ["硕士研究生", "无", "master", null],
  ])("is read as written: %s, %s", (written, degree, level, expected) => {
    const [person] = goodRowsOf(importEducation(written, degree)).people;
    expect(person?.education).toEqual([{ level, degree: expected, graduatedOn: "2006-07" }]);
  });

  it.each([
    ["研究生", "education.several"],
    ["博士后", "choice.unknown"],
    ["本科/大专/学士", "choice.unknown"],
  ])("is refused where it is not clear: %s", (written, code) => {
    expect(placesOf(importEducation(written, null))).toEqual([`花名册 C2 ${code}`]);
  });

  it("without its level is left out and said to be", () => {
    const roster = sheetOf("花名册", [
      ["姓名", "身份证号", "学历", "毕业时间", "在职学历", "在职毕业院校", "来院时间"],
      ["张示例", ZHANG_NUMBER, "", "2006.07", "无", "—", "2006.08"],
    ]);
    const report = importInto(EMPTY, workbookOf(roster));
    expect(report.gaps.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      "D2 gap.educationLevel",
    ]);
  });

  it("below 中专 is left out and said to be", () => {
    const report = importEducation("高中", null);
    expect(report.gaps.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      "C2 gap.educationBelow",
    ]);
    expect(goodRowsOf(report).people[0]?.education).toEqual([]);
  });

  it("of the highest level is not registered twice where it is one of the others", () => {
    const roster = sheetOf("花名册", [
      ["姓名", "身份证号", "全日制学历", "全日制毕业时间", "最高学历", "最高学历毕业时间"],
      ["张示例", ZHANG_NUMBER, "本科", "2006.07", "本科", "2006.07"],
      ["李示例", LI_NUMBER, "大专", "1998.07", "本科", "2006.07"],
    ]);
    const levels = goodRowsOf(importInto(EMPTY, workbookOf(roster))).people.map(({ education }) =>
      education.map(({ level }) => level),
    );
    expect(levels).toEqual([["bachelor"], ["college", "bachelor"]]);
  });
});
