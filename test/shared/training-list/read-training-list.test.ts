import { describe, expect, it } from "vitest";
import type { Person } from "../../../shared/records/person.ts";
import {
  readTrainingList,
  type TakeOver,
  takeOverRows,
  type TrainingListDefaults,
  type TrainingRow,
} from "../../../shared/training-list/read-training-list.ts";
import { personWith } from "../../support/unit-file.ts";
import { type Row, sheetOf, workbookOf } from "../workbook/importing.ts";

const NOTHING_SET: TrainingListDefaults = { year: null, category: null, inSpecialty: false };

const ZHANG = personWith({ id: "p-001", name: "张示例", idNumber: "110105198001010028" });
const LI = personWith({ id: "p-002", name: "李示例", birthDate: "1985-03-01" });
const FIRST_WANG = personWith({ id: "p-003", name: "王示例", idNumber: "110105197001010018" });
const SECOND_WANG = personWith({ id: "p-004", name: "王示例", idNumber: "110105197501010019" });
const STAFF = [ZHANG, LI, FIRST_WANG, SECOND_WANG];

const HEADINGS: Row = ["序号", "课程名称", "学时", "姓名", "身份证号", "年度", "科目类别"];

function readRows(rows: readonly Row[], defaults = NOTHING_SET, people: readonly Person[] = STAFF) {
  return readTrainingList(workbookOf(sheetOf("学时明细", rows)), { people, defaults });
}

function readOne(row: Row, defaults = NOTHING_SET): TrainingRow {
  const [only] = readRows([HEADINGS, row], defaults).rows;
  if (only === undefined) throw new Error("no row was read");
  return only;
}

const EVERYTHING: TakeOver = { isChosen: () => true, replacesSums: false };
const byId = new Map(STAFF.map((person) => [person.id, person]));

describe("a platform's list of hours", () => {
  it("is read whatever the order of its columns, under a title and above a total", () => {
    const reading = readRows([
      ["2025年专业技术人员继续教育学时明细表"],
      HEADINGS,
      [1, "医德医风", 30, "张示例", "110105198001010028", 2025, "公需科目"],
      [2, "合理用药", "60学时", "李 示例", null, "2025年度", "专业"],
      ["合计", null, 90],
    ]);
    expect(reading.rows.map(({ outcome, personId }) => [outcome, personId])).toEqual([
      ["added", "p-001"],
      ["added", "p-002"],
    ]);
    expect(reading.rows.map(({ course }) => course)).toEqual([
      { year: 2025, hours: 30, category: "public", inSpecialty: false, title: "医德医风" },
      { year: 2025, hours: 60, category: "professional", inSpecialty: false, title: "合理用药" },
    ]);
    expect(reading.ignored.map(({ kind }) => kind)).toEqual(["title", "heading", "total"]);
  });

  it("gives no table where names or hours are missing", () => {
    expect(
      readRows([
        ["课程名称", "主讲"],
        ["合理用药", "某某"],
      ]).table,
    ).toBeNull();
  });

  it("refuses a row that does not say its year or kind, and names both", () => {
    const row = readOne([1, "合理用药", 30, "张示例", null, null, null]);
    expect(row.outcome).toBe("refused");
    expect(row.reasons).toEqual(["年度：必填，请补上", "科目类别：必填，请补上"]);
  });

  it("takes year and kind from what the user set for rows that do not say them", () => {
    const defaults = { year: 2025, category: "professional", inSpecialty: true } as const;
    const row = readOne([1, "合理用药", 30, "张示例", null, null, null], defaults);
    expect(row.course).toEqual({
      year: 2025,
      hours: 30,
      category: "professional",
      inSpecialty: true,
      title: "合理用药",
    });
    const other = readOne([1, "合理用药", 30, "张示例", null, 2024, "公需"], defaults);
    expect([other.course.year, other.course.category]).toEqual([2024, "public"]);
  });

  it("names the cell that cannot be read, with what stands in it", () => {
    const row = readOne([1, "合理用药", "三十", "张示例", null, 2025, "选修"]);
    expect(row.reasons).toEqual([
      "学时“三十”：应填数字",
      "科目类别“选修”：不在可选范围内，应为：公需科目、专业科目",
    ]);
  });
});

describe("whose hours a row is", () => {
  it("is told by the ID number where two bear one name", () => {
    const row = readOne([1, "课", 30, "王示例", "110105197501010019", 2025, "公需"]);
    expect(row.personId).toBe("p-004");
  });

  it("is told by the digits that a blotted ID number leaves", () => {
    const row = readOne([1, "课", 30, "王示例", "110105********0018", 2025, "公需"]);
    expect(row.personId).toBe("p-003");
  });

  it("is not guessed between namesakes", () => {
    const row = readOne([1, "课", 30, "王示例", null, 2025, "公需"]);
    expect(row.reasons).toEqual(["有2人同名，请在表中加上身份证号"]);
  });

  it("is refused where name and ID number belong to different people", () => {
    const row = readOne([1, "课", 30, "李示例", "110105198001010028", 2025, "公需"]);
    expect(row.reasons).toEqual(["姓名与身份证号对不上，按号码应是“张示例”"]);
  });

  it("is refused where the number on file is another one", () => {
    const row = readOne([1, "课", 30, "张示例", "110105198001010036", 2025, "公需"]);
    expect(row.reasons).toEqual(["人员表中没有这个身份证号，请核对或先登记人员"]);
  });

  it("is refused where nobody bears the name", () => {
    const row = readOne([1, "课", 30, "赵示例", null, 2025, "公需"]);
    expect(row.reasons).toEqual(["人员表中没有这个姓名，请核对或先登记人员"]);
  });
});

describe("hours that are there already", () => {
  const course: Row = [1, "合理用药", 30, "张示例", null, 2025, "专业"];

  it("are added once: the same list twice changes nothing", () => {
    const first = readRows([HEADINGS, course]);
    const [changed] = takeOverRows(byId, first.rows, EVERYTHING);
    if (changed === undefined) throw new Error("nothing was taken over");
    const second = readRows([HEADINGS, course], NOTHING_SET, [changed, LI]);
    expect(second.rows.map(({ outcome }) => outcome)).toEqual(["onFile"]);
    expect(takeOverRows(new Map([["p-001", changed]]), second.rows, EVERYTHING)).toEqual([]);
  });

  it("are refused where the list itself repeats them", () => {
    const { rows } = readRows([HEADINGS, course, course]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["added", "refused"]);
    expect(rows[1]?.reasons).toEqual(["与第2行完全相同，只登记一次"]);
  });

  it("are pointed out where a roster's sum of the year would count them twice", () => {
    const entry = {
      id: "roster-2025-professional",
      year: 2025,
      hours: 60,
      category: "professional",
      inSpecialty: false,
    } as const;
    const { rows } = readRows([HEADINGS, course], NOTHING_SET, [{ ...ZHANG, training: [entry] }]);
    expect(rows.map(({ outcome, isDoubled }) => [outcome, isDoubled])).toEqual([["added", true]]);
  });

  it("are refused where a year would hold more hours than it has", () => {
    const { rows } = readRows([
      HEADINGS,
      [1, "甲", 8_000, "张示例", null, 2025, "专业"],
      [2, "乙", 800, "张示例", null, 2025, "专业"],
    ]);
    expect(rows[1]?.reasons).toEqual(["2025年学时合计8800，超过一年的小时数8784"]);
  });
});

describe("taking rows over", () => {
  it("numbers the new courses of one person one after the other and leaves the others alone", () => {
    const { rows } = readRows([
      HEADINGS,
      [1, "甲", 10, "张示例", null, 2025, "专业"],
      [2, "乙", 20, "张示例", null, 2025, "专业"],
      [3, "丙", 30, "李示例", null, 2025, "专业"],
    ]);
    const changed = takeOverRows(byId, rows, {
      ...EVERYTHING,
      isChosen: ({ row }) => row !== 4,
    });
    expect(changed.map(({ id, training }) => [id, training.map((one) => one.id)])).toEqual([
      ["p-001", ["x1", "x2"]],
    ]);
  });

  it("takes a roster's sum away for the courses of the same year and kind, and only where asked", () => {
    const sum = (category: "public" | "professional") => ({
      id: `roster-2025-${category}`,
      year: 2025,
      hours: 60,
      category,
      inSpecialty: false,
    });
    const summed = { ...ZHANG, training: [sum("public"), sum("professional")] };
    const { rows } = readRows(
      [HEADINGS, [1, "甲", 10, "张示例", null, 2025, "专业"]],
      NOTHING_SET,
      [summed],
    );
    const idsAfter = (replacesSums: boolean) =>
      takeOverRows(new Map([["p-001", summed]]), rows, {
        ...EVERYTHING,
        replacesSums,
      })[0]?.training.map(({ id }) => id);
    expect(idsAfter(true)).toEqual(["roster-2025-public", "x1"]);
    expect(idsAfter(false)).toEqual(["roster-2025-public", "roster-2025-professional", "x1"]);
  });
});
