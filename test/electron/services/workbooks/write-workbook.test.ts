import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { isUnfinished } from "../../../../electron/services/files/durable.ts";
import { writeWorkbook } from "../../../../electron/services/workbooks/write-workbook.ts";
import type { PlannedRow, WorkbookPlan } from "../../../../shared/workbook/plan.ts";
import { templatePlan } from "../../../../shared/workbook/unit-workbook.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { firstSheet, readSound } from "./hand-made.ts";

const folder = temporaryFolder();

function planOf(rows: Iterable<PlannedRow>, rowCount = 1): WorkbookPlan {
  return {
    sheets: [{ name: "表", columns: [{ width: 20, style: "textInput" }], rows, rowCount }],
  };
}

async function writeRows(name: string, rows: Iterable<PlannedRow>) {
  const path = join(folder, name);
  expect(await writeWorkbook(path, planOf(rows))).toEqual({ ok: true });
  return path;
}

const TEXTS = [
  "=1+1",
  "+86",
  "-5",
  "@SUM(A1)",
  "=cmd|'/c calc'!A1",
  "  两端空格  ",
  "_x0041_",
  "_x005F_",
  "a\nb",
  `<&>"'`,
  "𠮷",
  "é́",
  "370982198405021234",
  "0012",
  "\u0007",
  "\r",
];

describe("text in a workbook of ours", () => {
  it("comes back as it went, whatever it looks like", async () => {
    const path = await writeRows("texts.xlsx", [{ cells: TEXTS }]);
    expect(firstSheet(await readSound(path)).rows[0]?.cells).toEqual(TEXTS);
  });

  it("is text and no formula for another program too", async () => {
    const path = await writeRows("formulas.xlsx", [{ cells: TEXTS.slice(0, 5) }]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const row = workbook.getWorksheet("表")?.getRow(1);
    for (const [index, text] of TEXTS.slice(0, 5).entries()) {
      const cell = row?.getCell(index + 1);
      expect([cell?.type, cell?.value]).toEqual([ExcelJS.ValueType.String, text]);
    }
  });

  it("stands for half a character with a sign that says so", async () => {
    const path = await writeRows("half.xlsx", [{ cells: ["a\uD842b"] }]);
    expect(firstSheet(await readSound(path)).rows[0]?.cells).toEqual(["a\uFFFDb"]);
  });
});

describe("a workbook of ours", () => {
  it("is the same bytes for the same content", async () => {
    const [first, second] = [join(folder, "one.xlsx"), join(folder, "two.xlsx")];
    await writeWorkbook(first, templatePlan());
    await writeWorkbook(second, templatePlan());
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
  });

  it("has formulas with their results", async () => {
    const cells = [1, 2, { formula: "SUM(A1:B1)", value: 3 }, { formula: 'A1&"<"', value: "1<" }];
    const path = await writeRows("sum.xlsx", [{ cells }]);
    expect(firstSheet(await readSound(path)).rows[0]?.cells).toEqual([1, 2, 3, "1<"]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.getWorksheet("表")?.getCell("C1").value).toEqual({
      formula: "SUM(A1:B1)",
      result: 3,
    });
  });

  it("refuses a tab's name that no program would open", async () => {
    const plan = planOf([]);
    const named = { sheets: plan.sheets.map((sheet) => ({ ...sheet, name: "2026/01" })) };
    await expect(writeWorkbook(join(folder, "name.xlsx"), named)).rejects.toThrow("2026/01");
  });

  it("refuses a drop-down list that is too long to be opened", async () => {
    const allowed = Array.from({ length: 60 }, (_, index) => `选项${index}`);
    const choices = [{ column: 0, fromRow: 2, toRow: 9, allowed }];
    const plan = { sheets: planOf([]).sheets.map((sheet) => ({ ...sheet, choices })) };
    await expect(writeWorkbook(join(folder, "list.xlsx"), plan)).rejects.toThrow(RangeError);
  });
});

describe("writing", () => {
  it("tells how many rows are done and stops when asked to, leaving the old file as it was", async () => {
    const path = join(folder, "old.xlsx");
    await writeFile(path, "old");
    const rows = Array.from({ length: 20_000 }, (_, index) => ({ cells: [`第${index}行`, index] }));
    const steps: number[] = [];
    const stop = new AbortController();
    const result = await writeWorkbook(path, planOf(rows, rows.length), {
      signal: stop.signal,
      onProgress: (done, total) => {
        steps.push(done / total);
        if (steps.length === 3) stop.abort();
      },
    });
    expect(result).toEqual({ ok: false, code: "aborted" });
    expect(steps).toHaveLength(3);
    expect(await readFile(path, "utf8")).toBe("old");
    expect((await readdir(folder)).filter(isUnfinished)).toEqual([]);
  });

  it("leaves the old file and no half of a new one where a row cannot be made", async () => {
    const path = join(folder, "kept.xlsx");
    await writeFile(path, "old");
    const broken = (function* (): Generator<PlannedRow> {
      yield { cells: ["一"] };
      throw new Error("no such row");
    })();
    await expect(writeWorkbook(path, planOf(broken))).rejects.toThrow("no such row");
    expect(await readFile(path, "utf8")).toBe("old");
    expect((await readdir(folder)).filter(isUnfinished)).toEqual([]);
  });

  it("is refused with a code where the folder is not there or the target is a folder", async () => {
    const plan = planOf([]);
    expect(await writeWorkbook(join(folder, "no", "a.xlsx"), plan)).toEqual({
      ok: false,
      code: "missing",
    });
    await mkdir(join(folder, "taken.xlsx"));
    expect(await writeWorkbook(join(folder, "taken.xlsx"), plan)).toEqual({
      ok: false,
      code: "folder",
    });
    expect((await readdir(folder)).filter(isUnfinished)).toEqual([]);
  });
});

describe("the template for another program", () => {
  it("has drop-down lists, notes, frozen headings and text cells", async () => {
    const path = join(folder, "template.xlsx");
    await writeWorkbook(path, templatePlan());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet("人员");
    expect(sheet?.getCell("C1").value).toBe("性别");
    expect(sheet?.getCell("C2").dataValidation.formulae).toEqual(['"女,男"']);
    expect(sheet?.getCell("C20000").dataValidation.type).toBe("list");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 1 });
    expect(sheet?.getColumn(5).numFmt).toBe("@");
    expect(JSON.stringify(sheet?.getCell("E1").note)).toContain("末位是字母的填大写X");
    expect(workbook.getWorksheet("年度考核")?.getColumn(3).numFmt).toBe("0");
  });
});
