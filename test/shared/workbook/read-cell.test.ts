import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../shared/workbook/cell.ts";
import { formatOf, type ColumnType } from "../../../shared/workbook/column.ts";
import { readCell } from "../../../shared/workbook/read-cell.ts";
import { ALL_SHEETS } from "../../../shared/workbook/sheets/registry.ts";
import { closeText, headingKey, nameKey } from "../../../shared/workbook/text.ts";
import { cellOf } from "../../../shared/workbook/write-cell.ts";

function valueIn(type: ColumnType, value: CellValue): unknown {
  const reading = readCell(type, value, 1900);
  return reading.ok ? reading.value : `refused: ${reading.code}`;
}

const ID_NUMBER: ColumnType = { kind: "idNumber" };
const HOURS: ColumnType = { kind: "number", units: ["学时"] };

describe("a number that names somebody", () => {
  it("is refused as a number, and never guessed at", () => {
    for (const kind of ["idNumber", "creditCode", "id"] as const) {
      expect(valueIn({ kind }, 370_982_198_405_021_200)).toBe("refused: code.numeric");
    }
  });

  it.each([
    ["１１０１０１１９８００１０１００２ｘ", "11010119800101002X"],
    ["110101 19800101 002x", "11010119800101002X"],
    ["110101\u300019800101\u200b002X", "11010119800101002X"],
  ])("is folded and freed of blanks: %s", (typed, kept) => {
    expect(valueIn(ID_NUMBER, typed)).toBe(kept);
  });

  it("keeps its letters where it is an id of ours", () => {
    expect(valueIn({ kind: "id" }, "ｐ-００１a")).toBe("p-001a");
  });
});

describe("a name", () => {
  it("is kept in NFC, without the blanks around it", () => {
    expect(valueIn({ kind: "name" }, "\u3000e\u0301lan\u3000")).toBe("élan");
  });

  it.each([
    ["张\u3000三", "张三"],
    ["阿卜杜拉•买买提", "阿卜杜拉·买买提"],
    ["𠮷 野\u200b", "𠮷野"],
    ["e\u0301lan", "\u00e9lan"],
  ])("is the same name as %s: %s", (typed, same) => {
    expect(nameKey(typed)).toBe(nameKey(same));
  });

  it("of a roster loses the blanks between Chinese characters alone", () => {
    expect(closeText("张\u3000 三")).toBe("张三");
    expect(closeText(" Anna Maria ")).toBe("Anna Maria");
  });
});

describe("text", () => {
  it("has a line break as one space, since the unit file holds no control characters", () => {
    expect(valueIn({ kind: "text" }, " 示例大学\r\n医学院 ")).toBe("示例大学 医学院");
  });

  it("may be a number, but no truth value", () => {
    expect(valueIn({ kind: "text" }, 2_024)).toBe("2024");
    expect(valueIn({ kind: "text" }, true)).toBe("refused: cell.text");
  });
});

describe("a figure", () => {
  it.each<[CellValue, unknown]>([
    [30.5, 30.5],
    ["３０", 30],
    ["30 学时", 30],
    ["-1", -1],
    ["三十", "refused: number.form"],
    ["1e3", "refused: number.form"],
    ["", "refused: number.form"],
    [true, "refused: number.form"],
  ])("%j is %j", (typed, value) => {
    expect(valueIn(HOURS, typed)).toBe(value);
  });

  it.each<[CellValue, unknown]>([
    [2_024, 2_024],
    ["2024年度", 2_024],
    ["２０２４", 2_024],
    [45_292, "refused: year.form"],
    ["24年", "refused: year.form"],
  ])("%j is the year %j", (typed, year) => {
    expect(valueIn({ kind: "year" }, typed)).toBe(year);
  });

  it.each<[CellValue, unknown]>([
    ["是", true],
    ["√", true],
    [true, true],
    ["否", false],
    ["×", false],
    ["也许", "refused: yesNo.form"],
    [1, "refused: yesNo.form"],
  ])("%j is %j", (typed, answer) => {
    expect(valueIn({ kind: "yesNo" }, typed)).toBe(answer);
  });
});

describe("a formula", () => {
  it("without a result is refused, and so is one that failed", () => {
    const type: ColumnType = { kind: "text" };
    expect(valueIn(type, { fault: "uncalculated", text: "=A1" })).toBe(
      "refused: cell.uncalculated",
    );
    expect(valueIn(type, { fault: "error", text: "#N/A" })).toBe("refused: cell.error");
  });
});

describe("the columns of the 人员信息采集表", () => {
  const columns = ALL_SHEETS.flatMap((sheet) =>
    sheet.columns.map((column) => ({ sheet: sheet.name, column })),
  );

  it("read every label that they write", () => {
    for (const { column } of columns) {
      if (column.type.kind !== "choice") continue;
      for (const { value } of column.type.options) {
        expect(valueIn(column.type, cellOf(column.type, value))).toBe(value);
      }
    }
  });

  it("give no word two meanings", () => {
    for (const { sheet, column } of columns) {
      if (column.type.kind !== "choice") continue;
      const words = column.type.options.flatMap(({ label, synonyms }) => [label, ...synonyms]);
      const keys = words.map(headingKey);
      expect(new Set(keys).size, `${sheet} ${column.heading}`).toBe(keys.length);
    }
  });

  it("have no two headings alike on one sheet", () => {
    for (const { name, columns: own } of ALL_SHEETS) {
      const keys = own.map(({ heading }) => headingKey(heading));
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  it("store names, numbers of people and dates as text, and figures as figures", () => {
    for (const { column } of columns) {
      const isFigure = column.type.kind === "number" || column.type.kind === "year";
      expect(formatOf(column.type) === "@", column.heading).toBe(!isFigure);
    }
  });

  it("each have a note", () => {
    for (const { column } of columns) expect(column.note.endsWith("。"), column.heading).toBe(true);
  });
});
