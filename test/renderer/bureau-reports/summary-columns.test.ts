import { describe, expect, it } from "vitest";
import { nameRow, summaryColumns } from "../../../renderer/bureau-reports/summary-columns.tsx";
import type { SummaryRow } from "../../../shared/bridge/desk-schemas.ts";

const ROW: SummaryRow = {
  key: "health",
  name: "",
  units: 2,
  people: 3,
  candidacies: 4,
  eligible: 4,
  ineligible: 0,
  undetermined: 0,
  counts: 3,
  exempt: 1,
  undecided: 0,
  accepted: 4,
  returned: 0,
  rejected: 0,
  passed: 2,
  failed: 1,
};

const say = (key: string) => key;

describe("a row of the sums", () => {
  it("is called by the unit's name, the official word, or as one that has none", () => {
    expect(nameRow({ ...ROW, key: "u-001", name: "示例镇卫生院" }, "不分")).toBe("示例镇卫生院");
    expect(nameRow(ROW, "不分")).toBe("卫生");
    expect(nameRow({ ...ROW, key: "none" }, "不分")).toBe("不分");
  });

  it("has a figure in every column, and no number of units where it is one unit", () => {
    const shown = (dimension: "unit" | "series") =>
      summaryColumns(say, dimension).map(({ id, render }) => [id, render(ROW)]);
    expect(shown("series").find(([id]) => id === "units")).toEqual(["units", 2]);
    expect(shown("unit").find(([id]) => id === "units")).toBeUndefined();
    expect(shown("series").find(([id]) => id === "failed")).toEqual(["failed", 1]);
  });
});
