import { describe, expect, it } from "vitest";
import { personWith, unitFileWith } from "../../support/unit-file.ts";
import {
  goodRowsOf,
  importInto,
  outcomesOf,
  placesOf,
  type Row,
  sheetOf,
  workbookOf,
} from "./importing.ts";
import {
  WOMAN,
  APPRAISAL_HEADINGS,
  people,
  titles,
  appointments,
  appraisals,
  exams,
  ZHANG,
  LI,
  EMPTY,
} from "./template-sheets.ts";

describe("a row of another sheet", () => {
  const roster = people(ZHANG, LI, ["p-003", "李示例", "男", "1991-01-01", null]);

  it.each<[string, Row, string]>([
    ["names nobody", [null, null, 2024, "合格"], "年度考核 B2 row.personMissing"],
    [
      "names a number that nobody has",
      ["p-9", null, 2024, "合格"],
      "年度考核 A2 row.personUnknown",
    ],
    ["names somebody unknown", [null, "赵示例", 2024, "合格"], "年度考核 B2 row.personUnknown"],
    [
      "names one of two namesakes",
      [null, "李示例", 2024, "合格"],
      "年度考核 B2 row.personAmbiguous",
    ],
    [
      "bears the number of one and the name of another",
      ["p-001", "李示例", 2024, "合格"],
      "年度考核 B2 row.personMismatch",
    ],
  ])("that %s is refused", (_, row, place) => {
    expect(placesOf(importInto(EMPTY, workbookOf(roster, appraisals(row))))).toEqual([place]);
  });

  it("may name its person by ID number", () => {
    const own = sheetOf("年度考核", [
      ["身份证号", "年度", "考核结果"],
      [WOMAN, 2024, "合格"],
    ]);
    const report = importInto(EMPTY, workbookOf(roster, own));
    expect(report.issues).toEqual([]);
    expect(goodRowsOf(report).people[0]?.appraisals).toHaveLength(1);
  });

  it("may name somebody whom only the file knows", () => {
    const onFile = unitFileWith([personWith()]);
    const report = importInto(
      onFile,
      workbookOf(people(), appraisals([null, "张示例", 2024, "合格"])),
    );
    expect(report.counts).toMatchObject({ added: 1, refused: 0 });
  });

  it("waits with its person where the person's own row is refused", () => {
    const report = importInto(
      EMPTY,
      workbookOf(
        people(["p-001", "张示例", "女", "1984-13", null]),
        appraisals(["p-001", null, 2024, "合格"]),
      ),
    );
    expect(placesOf(report)).toEqual(["人员 D2 date.notExisting", "年度考核 2 row.personRefused"]);
    expect(report.issues[1]?.expected).toContain("“人员”表第2行");
    expect(goodRowsOf(report).people).toEqual([]);
  });

  it("takes the name merged over several rows", () => {
    const own = sheetOf(
      "年度考核",
      [APPRAISAL_HEADINGS, ["p-001", "张示例", 2024, "合格"], [null, null, 2025, "优秀"]],
      ["A2:A3", "B2:B3"],
    );
    const report = importInto(EMPTY, workbookOf(people(ZHANG), own));
    expect(report.issues).toEqual([]);
    expect(goodRowsOf(report).people[0]?.appraisals.map(({ year }) => year)).toEqual([2024, 2025]);
  });
});

describe("an appointment", () => {
  const MIDDLE: Row = ["p-001", null, "t1", "卫生", "中级", "全省统一职称", "主治医师", "2014-11"];
  const LOCAL: Row = ["p-001", null, "t2", "卫生", "中级", "基层职称", "主治医师", "2015-11"];

  it.each<[string, Row, string]>([
    [
      "names no title",
      ["p-001", null, null, null, "2015-01", null, "常设岗位"],
      "聘任 D2 row.titleMissing",
    ],
    [
      "names a title that is not registered",
      ["p-001", null, null, "主管护师", "2015-01", null, "常设岗位"],
      "聘任 D2 row.titleUnknown",
    ],
    [
      "names one of two titles of a name",
      ["p-001", null, null, "主治医师", "2015-01", null, "常设岗位"],
      "聘任 D2 row.titleAmbiguous",
    ],
    [
      "names a number and another title's name",
      ["p-001", null, "t1", "主管护师", "2015-01", null, "常设岗位"],
      "聘任 D2 row.titleMismatch",
    ],
    [
      "bears a number that no title has",
      ["p-001", null, "t7", null, "2015-01", null, "常设岗位"],
      "聘任 C2 appointment.title",
    ],
  ])("that %s is refused", (_, row, place) => {
    const workbook = workbookOf(people(ZHANG), titles(MIDDLE, LOCAL), appointments(row));
    expect(placesOf(importInto(EMPTY, workbook))).toEqual([place]);
  });

  it("is refused with the title that it rests on", () => {
    const broken: Row = [...MIDDLE.slice(0, 7), "2014-13"];
    const workbook = workbookOf(
      people(ZHANG),
      titles(broken),
      appointments(["p-001", null, "t1", null, "2015-01", null, "常设岗位"]),
    );
    expect(placesOf(importInto(EMPTY, workbook))).toEqual([
      "职称 H2 date.notExisting",
      "聘任 C2 appointment.title",
    ]);
  });
});

describe("exams", () => {
  it("are put together from the rows of a session, or of a year where none is named", () => {
    const workbook = workbookOf(
      people(ZHANG),
      exams(
        ["p-001", null, 1, "卫生", "中级", 2025, "基础知识", 61, 60],
        ["p-001", null, 2, "卫生", "中级", 2025, "基础知识", 50, 60],
        ["p-001", null, 1, "卫生", "中级", 2025, "专业知识", "57分", 60],
        ["p-001", null, null, "卫生", "中级", 2024, "基础知识", 40, 60],
        ["p-001", null, null, "卫生", "中级", 2024, "专业知识", 41, 60],
      ),
    );
    const [person] = goodRowsOf(importInto(EMPTY, workbook)).people;
    expect(
      person?.exams.map(({ year, subjects }) => [year, subjects.map(({ score }) => score)]),
    ).toEqual([
      [2025, [61, 57]],
      [2025, [50]],
      [2024, [40, 41]],
    ]);
  });

  it("of one session agree in series, level and year", () => {
    const workbook = workbookOf(
      people(ZHANG),
      exams(
        ["p-001", null, 1, "卫生", "中级", 2025, "基础知识", 61, 60],
        ["p-001", null, 1, "卫生", "中级", 2024, "专业知识", 57, 60],
      ),
    );
    expect(placesOf(importInto(EMPTY, workbook))).toEqual(["考试成绩 C3 row.examSession"]);
  });

  it("on file gain the subjects that are new, and keep the others", () => {
    const onFile = unitFileWith([
      personWith({
        exams: [
          {
            series: "health",
            level: "intermediate",
            year: 2025,
            subjects: [{ name: "基础知识", score: 61, nationalLine: 60 }],
          },
        ],
      }),
    ]);
    const workbook = workbookOf(
      people(),
      exams(
        ["p-001", null, null, "卫生", "中级", 2025, "专业知识", 57, 60],
        ["p-001", null, null, "卫生", "中级", 2025, "基础知识", 62, 60],
      ),
    );
    const report = importInto(onFile, workbook);
    expect(outcomesOf(report)).toEqual(["考试成绩 2 added", "考试成绩 3 changed"]);
    expect(goodRowsOf(report).people[0]?.exams[0]?.subjects.map(({ score }) => score)).toEqual([
      62, 57,
    ]);
  });
});
