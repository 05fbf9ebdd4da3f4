import { describe, expect, it } from "vitest";
import { commitImport } from "../../../shared/workbook/import/import-workbook.ts";
import { goodRowsOf, importInto, sheetOf, workbookOf } from "./importing.ts";
import {
  PEOPLE_HEADINGS,
  people,
  titles,
  appointments,
  appraisals,
  training,
  ZHANG,
  LI,
  EMPTY,
} from "./template-sheets.ts";

describe("the rows of a workbook", () => {
  const workbook = workbookOf(
    sheetOf("人员", [
      ["示例镇卫生院人员情况"],
      [],
      PEOPLE_HEADINGS,
      ZHANG,
      [null, " "],
      PEOPLE_HEADINGS,
      LI,
      ["p-003", "王示例", "不详"],
      ["合计", 3],
      ["填表人：张示例"],
    ]),
    appraisals(
      ["p-001", null, 2024, "合格"],
      ["p-001", null, 2025, "优秀"],
      ["p-009", null, 2025, "优秀"],
    ),
  );

  it("are all counted once: added, changed, unchanged, refused or passed over", () => {
    const report = importInto(EMPTY, workbook);
    expect(report.sheets).toEqual([
      {
        sheet: "人员",
        read: 10,
        added: 2,
        changed: 0,
        unchanged: 0,
        refused: 1,
        ignored: 7,
        ignoredByKind: { title: 1, heading: 2, empty: 2, total: 1, note: 1 },
      },
      expect.objectContaining({ sheet: "年度考核", read: 4, added: 2, refused: 1, ignored: 1 }),
    ]);
    const { read, added, changed, unchanged, refused, ignored } = report.counts;
    expect(read).toBe(14);
    expect(added + changed + unchanged + refused + ignored).toBe(read);
  });

  it("that were passed over are shown with their first words", () => {
    const { ignored } = importInto(EMPTY, workbook);
    expect(ignored.filter(({ kind }) => kind !== "empty" && kind !== "heading")).toEqual([
      { sheet: "人员", number: 1, kind: "title", text: "示例镇卫生院人员情况" },
      { sheet: "人员", number: 9, kind: "total", text: "合计" },
      { sheet: "人员", number: 10, kind: "note", text: "填表人：张示例" },
    ]);
  });

  it("are taken over all or none, unless the good ones are asked for", () => {
    const report = importInto(EMPTY, workbook);
    expect(commitImport(report, "all")).toEqual({ ok: false, code: "refusedRows" });
    const committed = goodRowsOf(report);
    expect(committed.people.map(({ name, appraisals: own }) => [name, own.length])).toEqual([
      ["张示例", 2],
      ["李示例", 0],
    ]);
    expect(EMPTY.people).toEqual([]);
  });

  it("may be chosen one by one, and those that need others are named", () => {
    const report = importInto(EMPTY, workbook);
    const committed = commitImport(report, ({ sheet, row }) => sheet === "年度考核" || row === 7);
    if (!committed.ok) throw new Error(committed.code);
    expect(committed.unitFile.people.map(({ name }) => name)).toEqual(["李示例"]);
    expect(committed.leftOut.map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ["年度考核", 2, "row.personRefused"],
      ["年度考核", 3, "row.personRefused"],
    ]);
  });

  it("change nothing the second time", () => {
    const first = importInto(EMPTY, workbook);
    const committed = goodRowsOf(first);
    const second = importInto(committed, workbook);
    expect(second.counts).toMatchObject({ added: 0, changed: 0, unchanged: 4, refused: 2 });
    expect(goodRowsOf(second)).toEqual(committed);
  });

  it("give records ids that stay the same the second time", () => {
    const own = workbookOf(
      people([null, "张示例", "女", "1984-05-02", null]),
      titles([null, "张示例", null, "卫生", "中级", "全省统一职称", "主治医师", "2014.11"]),
      appointments([null, "张示例", null, "主治医师", "2015-01", "至今", "常设岗位"]),
      training(
        [null, "张示例", null, 2025, 30, "公需科目", "否"],
        [null, "张示例", null, 2025, 60, "专业科目", "是"],
      ),
    );
    const committed = goodRowsOf(importInto(EMPTY, own));
    const [person] = committed.people;
    expect(person?.id).toBe("p-001");
    expect(person?.titles.map(({ id }) => id)).toEqual(["t1"]);
    expect(person?.appointments.map(({ titleId }) => titleId)).toEqual(["t1"]);
    expect(person?.training.map(({ id }) => id)).toEqual(["x1", "x2"]);
    const again = importInto(committed, own);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 5, refused: 0 });
    expect(goodRowsOf(again)).toEqual(committed);
  });
});

describe("sheets and columns that are not ours", () => {
  const workbook = workbookOf(
    people(ZHANG),
    sheetOf("年度考核", [
      ["人员编号", "年度", "考核结果", "评语", "年度"],
      ["p-001", 2024, "合格", "好", 2023],
    ]),
    sheetOf("通讯录", [["电话"], ["13900000000"]]),
    sheetOf("填表说明", [["说明"]]),
  );

  it("are listed with what stands in them, and never dropped in silence", () => {
    const report = importInto(EMPTY, workbook);
    expect(report.unreadSheets).toEqual(["通讯录", "填表说明"]);
    expect(report.columnsNotTaken).toEqual([
      { sheet: "年度考核", letters: "D", heading: "评语", state: "unknown", cells: 1 },
      { sheet: "年度考核", letters: "E", heading: "年度", state: "duplicate", cells: 1 },
    ]);
  });

  it("are taken where the user says so, and ours are not where the user declines", () => {
    const mapping = { tables: { 年度考核: { columns: { B: null, E: "year" } } } };
    const report = importInto(EMPTY, workbook, { mapping });
    expect(goodRowsOf(report).people[0]?.appraisals).toEqual([{ year: 2023, result: "qualified" }]);
    expect(report.columnsNotTaken.map(({ letters, state }) => [letters, state])).toEqual([
      ["B", "declined"],
      ["D", "unknown"],
    ]);
  });

  it("make up no workbook at all where nothing of ours is found", () => {
    const report = importInto(
      EMPTY,
      workbookOf(
        sheetOf("Sheet1", [
          ["甲", "乙"],
          [1, 2],
        ]),
      ),
    );
    expect(report.problem).toBe("nothingFound");
    expect(commitImport(report, "all")).toEqual({ ok: false, code: "problem" });
  });
});
