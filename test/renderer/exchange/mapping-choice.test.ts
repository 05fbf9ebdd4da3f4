import { describe, expect, it } from "vitest";
import { optionOf, withDefault } from "../../../renderer/exchange/default-options.ts";
import {
  columnChoice,
  headingChoice,
  lastRowsFor,
  tableChoice,
} from "../../../renderer/exchange/mapping-choice.ts";
import { fieldOptions } from "../../../renderer/exchange/mapping-options.ts";
import type { ColumnMapping } from "../../../shared/workbook/import/mapping.ts";
import { recogniseRosterHeading } from "../../../shared/workbook/roster/recognise.ts";

function column(letters: string, key: string | null): ColumnMapping {
  return { column: letters.charCodeAt(0) - 65, letters, heading: letters, state: "used", key };
}
const COLUMNS = { columns: [column("A", "name"), column("B", "sex"), column("C", null)] };

describe("choosing what a column is", () => {
  it("takes a field away from the column that had it", () => {
    expect(columnChoice(COLUMNS, {}, { letters: "C", key: "sex" })).toEqual({ B: null, C: "sex" });
  });

  it("leaves a column out without touching the others", () => {
    const choice = columnChoice(COLUMNS, { B: "sex" }, { letters: "A", key: null });
    expect(choice).toEqual({ A: null, B: "sex" });
  });

  it("keeps what was chosen for other sheets and for the workbook", () => {
    const before = { kind: "roster", tables: { 甲: { columns: { A: null } } } } as const;
    expect(tableChoice(before, "乙", { B: "name" })).toEqual({
      kind: "roster",
      tables: { 甲: { columns: { A: null } }, 乙: { columns: { B: "name" } } },
    });
  });
});

describe("choosing where the headings are", () => {
  it("names sheet and rows, and drops what was said of the columns under other headings", () => {
    const before = { tables: { 甲: { columns: { A: null } }, 乙: { columns: { B: "name" } } } };
    expect(headingChoice(before, "乙", [4, 5])).toEqual({
      kind: "roster",
      sheet: "乙",
      tables: { 甲: { columns: { A: null } }, 乙: { headingRows: [4, 5] } },
    });
  });

  it("offers no more than three rows, and only those that have something in them", () => {
    expect(lastRowsFor(3, [1, 3, 4, 6])).toEqual([3, 4]);
    expect(lastRowsFor(3, [3, 4, 5, 6])).toEqual([3, 4, 5]);
  });
});

describe("the fields that are offered", () => {
  it("hold whatever a roster's headings are recognised as", () => {
    const keys = new Set(fieldOptions("roster", 2026).map(({ key }) => key));
    for (const heading of ["姓名", "全日制学历", "2024年考核", "2023年公需学时", "2026年学时"]) {
      const recognised = recogniseRosterHeading([heading]);
      expect(recognised?.state === "used" && keys.has(recognised.key), heading).toBe(true);
    }
  });

  it("have no two of one key", () => {
    for (const kind of ["roster", "person", "titles", "training"] as const) {
      const keys = fieldOptions(kind, 2026).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe("what a roster leaves open", () => {
  it("goes into an option and comes back", () => {
    expect(withDefault({}, "inSpecialty", optionOf(true))).toEqual({ inSpecialty: true });
    expect(withDefault({ line: "grassroots" }, "professional", optionOf("byTitle"))).toEqual({
      line: "grassroots",
      professional: "byTitle",
    });
    expect(withDefault({}, "professional", optionOf(false))).toEqual({ professional: false });
  });
});
