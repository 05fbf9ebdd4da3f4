import { describe, expect, it } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { serviceYears } from "../../../shared/workbook/lists/service-years.ts";
import { spanOf } from "../../../renderer/service/sheet-spans.ts";

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
