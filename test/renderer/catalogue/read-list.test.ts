import { describe, expect, it } from "vitest";
import { readUnitList } from "../../../renderer/catalogue/read-list.ts";
import type { OutputOf } from "../../../shared/bridge/methods.ts";

type Workbook = OutputOf<"workbooks.read">;
type Cells = Workbook["sheets"][number]["rows"][number]["cells"];

function workbookOf(rows: readonly Cells[]): Workbook {
  return {
    sheets: [
      {
        name: "目录",
        rows: rows.map((cells, index) => ({ number: index + 1, cells: [...cells] })),
        merged: [],
      },
    ],
    dateSystem: 1900,
  };
}

const HEADINGS = [
  "序号",
  "单位名称",
  "所在地址",
  "是否享受\n乡镇工作补贴",
  "备注",
  "统一社会信用代码",
];

describe("a list of grassroots units", () => {
  it("is read as the annex prints it, its numbered empty rows left out", () => {
    const read = readUnitList(
      workbookOf([
        ["附件"],
        ["基层单位目录清单"],
        HEADINGS,
        [1, "甲镇卫生院", "甲镇一街1号", "是", "中心卫生院", "12371082MB2858453T"],
        [2, " 乙镇中心小学 ", "乙镇", "", null, null],
        [3, null, null, null, null, null],
      ]),
    );
    if (!read.ok) throw new Error(read.code);
    expect(read.faults).toEqual([]);
    expect(read.units.map((one) => [one.name, one.townshipAllowance, one.note])).toEqual([
      ["甲镇卫生院", true, "中心卫生院"],
      ["乙镇中心小学", null, ""],
    ]);
  });

  it("names sheet, row and column of what cannot be read, and takes the other rows", () => {
    const read = readUnitList(
      workbookOf([
        HEADINGS,
        [1, "甲镇卫生院", "", "也许", "", null],
        [2, "乙镇中心小学", "", "否", "", "12371082MB2858453A"],
        [3, "", "丙镇", "否", "", null],
        [4, "丁镇农技站", "", "否", "", null],
      ]),
    );
    if (!read.ok) throw new Error(read.code);
    expect(read.units.map(({ name }) => name)).toEqual(["丁镇农技站"]);
    expect(read.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "是否享受乡镇工作补贴", "allowance"],
      [3, "统一社会信用代码", "credit-code"],
      [4, "单位名称", "name-missing"],
    ]);
  });

  it("is refused where no sheet has its headings", () => {
    expect(readUnitList(workbookOf([["姓名", "性别"]]))).toEqual({ ok: false, code: "no-heading" });
  });
});
