import { describe, expect, it } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { serviceYears } from "../../../shared/workbook/lists/service-years.ts";
import type { ListColumn } from "../../../shared/workbook/lists/list.ts";
import { headCells, rowGroups, spanOf } from "../../../renderer/widgets/sheet-spans.ts";

describe("the cells of the printed form", () => {
  it("cover every place of the table exactly once", () => {
    const list = serviceYears({
      unitFile: inventUnit(),
      cycle: cycleOf(2026),
      pack: SHANDONG_2020,
    });
    const rows = list.rows.length;
    for (const column of list.columns.keys()) {
      const spans = Array.from({ length: rows }, (_, row) => spanOf(list, row, column));
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(rows);
    }
    expect(spanOf(list, 0, 2)).toBe(1);
  });

  it("spans the periods of a person in the columns shared, and nothing else", () => {
    const shared = [{ firstRow: 2, lastRow: 4, columns: [0] }];
    expect([1, 2, 3, 4, 5].map((row) => spanOf({ shared }, row, 0))).toEqual([1, 3, 0, 0, 1]);
    expect(spanOf({ shared }, 3, 1)).toBe(1);
    expect(spanOf({}, 3, 1)).toBe(1);
  });
});

describe("the rows that stay together on a page", () => {
  it("are those that share cells; each other one stands alone, and none is left out", () => {
    const rows = Array.from({ length: 5 }, () => [null]);
    const shared = [{ firstRow: 1, lastRow: 2, columns: [0] }];
    expect(rowGroups({ rows, shared })).toEqual([
      { firstRow: 0, lastRow: 0 },
      { firstRow: 1, lastRow: 2 },
      { firstRow: 3, lastRow: 3 },
      { firstRow: 4, lastRow: 4 },
    ]);
    expect(rowGroups({ rows: [] })).toEqual([]);
  });
});

describe("the headings of the printed form", () => {
  const column = (heading: string, group?: string): ListColumn => ({
    heading,
    width: 8,
    kind: "text",
    ...(group === undefined ? {} : { group }),
  });

  it("stand in one row without common headings", () => {
    const [only, ...more] = headCells([column("姓名"), column("性别")]);
    expect(only?.map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
      ["姓名", 1],
      ["性别", 1],
    ]);
    expect(more).toEqual([]);
  });

  it("stand in two where some share one, each place covered once", () => {
    const columns = [
      column("姓名"),
      column("总数", "岗位"),
      column("空岗", "岗位"),
      column("备注"),
    ];
    const [upper = [], lower = []] = headCells(columns);
    expect(upper.map(({ text, columnSpan, rowSpan }) => [text, columnSpan, rowSpan])).toEqual([
      ["姓名", 1, 2],
      ["岗位", 2, 1],
      ["备注", 1, 2],
    ]);
    expect(lower.map(({ text }) => text)).toEqual(["总数", "空岗"]);
    expect(upper.reduce((sum, { columnSpan }) => sum + columnSpan, 0)).toBe(columns.length);
  });
});
