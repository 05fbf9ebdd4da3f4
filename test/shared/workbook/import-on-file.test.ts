import { describe, expect, it } from "vitest";
import { checkUnitFile } from "../../../shared/records/unit-file.ts";
import { commitImport } from "../../../shared/workbook/import/import-workbook.ts";
import { idNumberOf } from "../../support/id-number.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";
import {
  goodRowsOf,
  importInto,
  outcomesOf,
  placesOf,
  type Row,
  sheetOf,
  workbookOf,
} from "./importing.ts";
import { WOMAN, people, postings, appraisals, ZHANG, EMPTY } from "./template-sheets.ts";

describe("what is on file", () => {
  const onFile = unitFileWith([
    personWith({
      id: "p-001",
      name: "张示例",
      birthDate: "1984-05-02",
      idNumber: WOMAN,
      postings: [
        postingWith({ from: "2004-08" }),
        postingWith({ from: "2000-07", to: "2004-07", employer: "示例县医院", setting: "county" }),
      ],
      titles: [titleWith()],
      appraisals: [{ year: 2023, result: "qualified" }],
      statements: { outstandingTownshipWork: true },
    }),
    personWith({ id: "p-002", name: "李示例", sex: "male", birthDate: "1990-11-20" }),
  ]);

  it("is never deleted, and only changed where the workbook says otherwise", () => {
    const workbook = workbookOf(
      people(["p-001", "张示例", "女", "1984-05-02", WOMAN]),
      postings([
        "p-001",
        null,
        "2004-08",
        "2024-06",
        "示例镇卫生院",
        "乡镇",
        "正常聘用",
        "是",
        "卫生",
        null,
      ]),
      appraisals(["p-001", null, 2023, "优秀"], ["p-001", null, 2024, "合格"]),
    );
    const report = importInto(onFile, workbook);
    expect(outcomesOf(report)).toEqual([
      "人员 2 unchanged",
      "工作经历 2 changed",
      "年度考核 2 changed",
      "年度考核 3 added",
    ]);
    const [zhang, li] = goodRowsOf(report).people;
    expect(li).toEqual(onFile.people[1]);
    expect(zhang?.postings.map(({ from, to }) => [from, to])).toEqual([
      ["2004-08", "2024-06"],
      ["2000-07", "2004-07"],
    ]);
    expect(zhang?.appraisals).toEqual([
      { year: 2023, result: "excellent" },
      { year: 2024, result: "qualified" },
    ]);
    expect(zhang?.titles).toHaveLength(1);
    expect(zhang?.statements).toEqual({ outstandingTownshipWork: true });
  });

  it("of two postings begun on one day, the one with most in common is meant", () => {
    const two = unitFileWith([
      personWith({
        postings: [
          postingWith({ employer: "甲" }),
          postingWith({ employer: "乙", setting: "county" }),
        ],
      }),
    ]);
    const workbook = workbookOf(
      postings(["p-001", null, "2004-08", "2020-12", "乙", "县级", "正常聘用", "是", "卫生", null]),
      people(),
    );
    const [person] = goodRowsOf(importInto(two, workbook)).people;
    expect(person?.postings.map(({ employer, to }) => [employer, to])).toEqual([
      ["甲", null],
      ["乙", "2020-12"],
    ]);
  });

  it("is found by ID number where no 人员编号 is given, and by name and birth date else", () => {
    const workbook = workbookOf(
      people([null, "张示例", null, null, WOMAN], [null, "李 示例", "男", "1990-11-20", null]),
      appraisals([null, "李示例", 2024, "合格"]),
    );
    const report = importInto(onFile, workbook);
    expect(outcomesOf(report)).toEqual(["人员 2 unchanged", "人员 3 changed", "年度考核 2 added"]);
    expect(goodRowsOf(report).people.map(({ id }) => id)).toEqual(["p-001", "p-002"]);
  });

  it.each<[string, Row, string]>([
    [
      "a number of somebody else's",
      ["p-001", "王示例", "女", "1984-05-02", null],
      "row.existingConflict",
    ],
    [
      "an ID number of somebody else's",
      [null, "王示例", null, null, WOMAN],
      "row.existingConflict",
    ],
    [
      "an ID number under another 人员编号",
      ["p-009", "张示例", null, null, WOMAN],
      "row.existingConflict",
    ],
    [
      "name and birth date of one with another ID number",
      [null, "张示例", "女", "1984-05-02", idNumberOf("1984-05-02", 4)],
      "row.existingConflict",
    ],
  ])("is not overwritten by a row with %s", (_, row, code) => {
    const report = importInto(onFile, workbookOf(people(row), appraisals()));
    expect(placesOf(report)).toEqual([`人员 2 ${code}`]);
    expect(goodRowsOf(report)).toEqual(onFile);
  });

  it("is not guessed at where two people share name and birth date", () => {
    const twins = unitFileWith([
      personWith({ id: "p-001", name: "张示例" }),
      personWith({ id: "p-002", name: "张示例" }),
    ]);
    const report = importInto(
      twins,
      workbookOf(people([null, "张示例", "女", "1980-01-01", null]), appraisals()),
    );
    expect(placesOf(report)).toEqual(["人员 2 row.existingAmbiguous"]);
  });

  it("may be renamed by a row that bears both its numbers", () => {
    const report = importInto(
      onFile,
      workbookOf(
        people(["p-001", "张新名", "女", null, WOMAN]),
        appraisals(["p-001", "张新名", 2025, "合格"]),
      ),
    );
    expect(report.issues).toEqual([]);
    expect(goodRowsOf(report).people[0]?.name).toBe("张新名");
  });
});

describe("the unit's own row", () => {
  const UNIT_HEADINGS: Row = [
    "单位编号",
    "单位名称",
    "主要系列",
    "是否列入基层单位目录清单",
    "核定中级岗位数",
  ];
  const unit = (...rows: readonly Row[]) => sheetOf("单位", [UNIT_HEADINGS, ...rows]);

  it("begins a unit file of its own", () => {
    const report = importInto(
      null,
      workbookOf(unit(["u-7", "示例镇中心小学", "中小学教师", "是", 9]), people(ZHANG)),
    );
    const committed = commitImport(report, "all");
    if (!committed.ok) throw new Error(committed.code);
    expect(committed.unitFile.unit).toMatchObject({
      id: "u-7",
      series: "education",
      inCatalogue: true,
    });
    expect(committed.unitFile.unit.posts).toMatchObject({ intermediate: 9, senior: null });
    expect(checkUnitFile(committed.unitFile).ok).toBe(true);
  });

  it("changes the unit on file, and leaves what it says nothing of", () => {
    const report = importInto(
      EMPTY,
      workbookOf(unit(["u-001", "示例镇卫生院", "卫生", "是", 5]), people()),
    );
    expect(outcomesOf(report)).toEqual(["单位 2 changed"]);
    expect(goodRowsOf(report).unit.posts).toEqual({
      junior: 10,
      intermediate: 5,
      associateSenior: 2,
      senior: 1,
    });
  });

  it("of another unit keeps the whole workbook out", () => {
    const report = importInto(
      EMPTY,
      workbookOf(unit(["u-9", "别的单位", "卫生", "是", 5]), people(ZHANG)),
    );
    expect(report.problem).toBe("anotherUnit");
    expect(placesOf(report)).toContain("单位 A2 row.anotherUnit");
    expect(report.counts).toMatchObject({ added: 0, refused: 2 });
    expect(commitImport(report, "good")).toEqual({ ok: false, code: "problem" });
  });

  it("is one", () => {
    const report = importInto(
      EMPTY,
      workbookOf(
        unit(
          ["u-001", "示例镇卫生院", "卫生", "是", null],
          ["u-002", "又一个", "卫生", "是", null],
        ),
        people(),
      ),
    );
    expect(placesOf(report)).toEqual(["单位 3 row.secondUnit"]);
  });

  it("is needed where no unit is on file", () => {
    expect(importInto(null, workbookOf(people(ZHANG), appraisals())).problem).toBe("noUnit");
    const broken = importInto(
      null,
      workbookOf(unit(["u-1", "示例", "卫生", "是", -3]), people(ZHANG)),
    );
    expect(broken.problem).toBe("noUnit");
    expect(placesOf(broken)).toEqual(["单位 E2 number.low"]);
  });
});
