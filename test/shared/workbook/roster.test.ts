import { describe, expect, it } from "vitest";
import { checkUnitFile } from "../../../shared/records/unit-file.ts";
import { commitImport } from "../../../shared/workbook/import/import-workbook.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";
import { goodRowsOf, importInto, outcomesOf, placesOf, sheetOf, workbookOf } from "./importing.ts";
import { healthCentreRoster, schoolRoster, WANG_NUMBER, ZHANG_NUMBER } from "./messy-roster.ts";

const EMPTY = unitFileWith([]);
const SCHOOL = unitFileWith([], { name: "示例镇中心小学", series: "education" });

describe("a messy roster of a health centre", () => {
  const report = importInto(EMPTY, workbookOf(healthCentreRoster()));

  it("is recognised as one, under title rows and a heading in two rows", () => {
    expect(report.kind).toBe("roster");
    expect(report.problem).toBeNull();
    expect(report.tables[0]?.headingRows).toEqual([3, 4]);
    const used = report.tables[0]?.columns.flatMap(({ letters, key }) =>
      key === null ? [] : [`${letters} ${key}`],
    );
    expect(used).toEqual([
      "B name",
      "C sex",
      "D birthDate",
      "E idNumber",
      "G unitStart",
      "H fullTime.level",
      "I fullTime.schoolAndMajor",
      "J fullTime.graduatedOn",
      "K inService.level",
      "L inService.schoolAndMajor",
      "M inService.graduatedOn",
      "N appointedName",
      "O titleObtainedOn",
      "P appointedOn",
      "Q appraisal.2024",
      "R appraisal.2025",
      "S training.2025.public",
      "T training.2025.professional",
    ]);
  });

  it("has every row counted", () => {
    expect(report.sheets).toEqual([
      {
        sheet: "Sheet1",
        read: 11,
        added: 2,
        changed: 0,
        unchanged: 0,
        refused: 1,
        ignored: 8,
        ignoredByKind: { title: 2, heading: 3, empty: 1, total: 1, note: 1 },
      },
    ]);
    expect(placesOf(report)).toEqual(["Sheet1 H9 education.several"]);
  });

  it("becomes records with the dates as they were written", () => {
    const [zhang, li] = goodRowsOf(report).people;
    expect(zhang).toMatchObject({
      id: "p-001",
      name: "张示",
      sex: "female",
      birthDate: "1984-05",
      idNumber: ZHANG_NUMBER,
      education: [
        { level: "college", school: "示例医专临床", graduatedOn: "2006-07" },
        { level: "bachelor", school: "示例大学", graduatedOn: "2010-07-01" },
      ],
      postings: [
        {
          from: "2006-08",
          to: null,
          employer: "示例镇卫生院",
          setting: "township",
          kind: "regular",
          professional: true,
          series: "health",
        },
      ],
      titles: [
        {
          id: "t1",
          series: "health",
          level: "intermediate",
          line: "provincial",
          name: "主治医师",
          obtainedOn: "2014-11-20",
        },
      ],
      appointments: [{ titleId: "t1", from: "2015-01", to: null, post: "regular" }],
      appraisals: [
        { year: 2024, result: "qualified" },
        { year: 2025, result: "excellent" },
      ],
    });
    expect(zhang?.training.map(({ id, hours, category }) => [id, hours, category])).toEqual([
      ["roster-2025-public", 30, "public"],
      ["roster-2025-professional", 60, "professional"],
    ]);
    expect(li).toMatchObject({
      sex: "male",
      birthDate: "1975-11-20",
      titles: [{ level: "associateSenior" }],
    });
    expect(checkUnitFile(goodRowsOf(report)).ok).toBe(true);
  });

  it("has everything said that it left open, with the number of people concerned", () => {
    expect(Object.fromEntries(report.defaults.map(({ id, people }) => [id, people]))).toEqual({
      id: 2,
      idNumber: 1,
      setting: 2,
      kind: 2,
      running: 2,
      professional: 2,
      series: 2,
      line: 2,
      post: 2,
      appointmentRunning: 2,
      trainingTotals: 2,
      inSpecialty: 2,
      schoolAndMajor: 2,
    });
    expect(report.defaults.find(({ id }) => id === "setting")?.sentence).toBe(
      "在本单位的工作经历，实际工作所在层级按“乡镇”登记。",
    );
  });

  it("has the columns listed that have no place, with what stands in them", () => {
    expect(
      report.columnsNotTaken.map(({ letters, heading, state, cells }) => [
        letters,
        heading,
        state,
        cells,
      ]),
    ).toEqual([
      ["A", "序号", "ignored", 3],
      ["F", "民族", "ignored", 3],
      ["U", "联系电话", "ignored", 2],
      ["V", "备注", "ignored", 1],
    ]);
  });

  it("changes nothing the second time", () => {
    const committed = goodRowsOf(report);
    const again = importInto(committed, workbookOf(healthCentreRoster()));
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 2, refused: 1 });
    expect(again.defaults).toEqual([]);
    expect(goodRowsOf(again)).toEqual(committed);
  });

  it("needs a unit that it belongs to", () => {
    expect(importInto(null, workbookOf(healthCentreRoster())).problem).toBe("noUnit");
  });

  it("lets what it leaves open be settled otherwise", () => {
    const settled = importInto(EMPTY, workbookOf(healthCentreRoster()), {
      defaults: {
        setting: "grassroots",
        line: "grassroots",
        inSpecialty: true,
        professional: false,
      },
    });
    const [zhang] = goodRowsOf(settled).people;
    expect(zhang?.postings[0]).toMatchObject({ setting: "grassroots", professional: false });
    expect(zhang?.titles[0]?.line).toBe("grassroots");
    expect(zhang?.training.every(({ inSpecialty }) => inSpecialty)).toBe(true);
    expect(settled.defaults.find(({ id }) => id === "line")?.sentence).toContain("“基层职称”");
  });
});

describe("a roster among other sheets", () => {
  it("is the one with most of its headings, and the others are named as not read", () => {
    const cover = sheetOf("封面", [["花名册"], ["姓名", "电话"], ["张示例", "139"]]);
    const hidden = { ...healthCentreRoster(), name: "旧表", isHidden: true };
    const report = importInto(EMPTY, workbookOf(cover, hidden, healthCentreRoster()));
    expect(report.tables.map(({ sheet }) => sheet)).toEqual(["Sheet1"]);
    expect(report.unreadSheets).toEqual(["封面", "旧表"]);
  });

  it("may be named, with the rows of its headings", () => {
    const other = sheetOf("另表", [
      ["甲", "乙", "丙"],
      ["张示例", ZHANG_NUMBER, "2004.08"],
    ]);
    const mapping = {
      kind: "roster" as const,
      sheet: "另表",
      tables: {
        另表: {
          headingRows: [1, 1] as const,
          columns: { A: "name", B: "idNumber", C: "unitStart" },
        },
      },
    };
    const report = importInto(EMPTY, workbookOf(healthCentreRoster(), other), { mapping });
    const committed = commitImport(report, "all");
    if (!committed.ok) throw new Error(committed.code);
    expect(committed.unitFile.people[0]?.postings[0]?.from).toBe("2004-08");
  });

  it("is a roster even where its tab is called 人员", () => {
    const named = { ...healthCentreRoster(), name: "人员" };
    expect(importInto(EMPTY, workbookOf(named)).kind).toBe("roster");
  });
});

describe("dates of a roster", () => {
  it("count from 1904 where the workbook does", () => {
    const roster = schoolRoster(["王示例", WANG_NUMBER, 37_437]);
    const report = importInto(SCHOOL, { sheets: [roster], dateSystem: 1904 });
    expect(goodRowsOf(report).people[0]?.postings[0]?.from).toBe("2006-07-01");
  });
});

describe("what is on file", () => {
  const onFile = unitFileWith([
    personWith({
      id: "p-007",
      name: "张示例",
      birthDate: "1984-05-02",
      idNumber: ZHANG_NUMBER,
      postings: [postingWith({ from: "2006-08-15", setting: "grassroots" })],
      titles: [titleWith({ id: "t5", line: "grassroots", obtainedOn: "2014-11-20" })],
      appointments: [{ titleId: "t5", from: "2015-01-01", to: "2024-12-31", post: "special" }],
      training: [
        { id: "c1", year: 2025, hours: 20, category: "public", inSpecialty: false },
        { id: "c2", year: 2025, hours: 10, category: "public", inSpecialty: false },
        { id: "c3", year: 2025, hours: 40, category: "professional", inSpecialty: true },
      ],
    }),
  ]);
  const roster = sheetOf("花名册", [
    [
      "姓名",
      "身份证号",
      "来院时间",
      "职称",
      "取得时间",
      "聘任时间",
      "2025年公需",
      "2025年专业学时",
    ],
    ["张示例", ZHANG_NUMBER, "2006.08", "主治医师", "2014.11", "2015.01", 30, 60],
  ]);

  it("is not changed by what a roster leaves open, nor coarsened to its months", () => {
    const report = importInto(onFile, workbookOf(roster));
    expect(outcomesOf(report)).toEqual(["花名册 2 unchanged"]);
    expect(goodRowsOf(report)).toEqual(onFile);
  });

  it("keeps its courses where a roster has only their sum, and says where the two differ", () => {
    const report = importInto(onFile, workbookOf(roster));
    expect(report.gaps.map(({ cell, code, expected }) => [cell, code, expected])).toEqual([
      ["H2", "gap.trainingDetail", "2025年已登记40学时，与花名册不一致，以已登记的为准，没有改动"],
    ]);
  });
});
