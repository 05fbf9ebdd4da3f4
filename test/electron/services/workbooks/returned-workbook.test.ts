import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeReturnedWorkbook } from "../../../../electron/services/workbooks/returned-workbook.ts";
import { ZipSource } from "../../../../electron/services/workbooks/zip-source.ts";
import { SHANDONG_2020 } from "../../../../shared/policy/packs/shandong-2020.ts";
import { importWorkbook } from "../../../../shared/workbook/import/import-workbook.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { idNumberOf } from "../../../support/id-number.ts";
import { unitFileWith } from "../../../support/unit-file.ts";
import {
  cellsOfRow,
  firstSheet,
  handMade,
  type Parts,
  readSound,
  writeParts,
} from "./hand-made.ts";

const folder = temporaryFolder();
const UNIT_FILE = unitFileWith([]);

async function importFile(path: string) {
  return importWorkbook(await readSound(path), { existing: UNIT_FILE, pack: SHANDONG_2020 });
}

async function giveBack(source: string, name: string) {
  const target = join(folder, name);
  const result = await writeReturnedWorkbook(source, await importFile(source), target);
  return { target, result };
}

/** A roster as a unit keeps it: looks, a picture of a merged title, a formula, a second sheet. */
async function writeRoster(name: string): Promise<string> {
  const path = join(folder, name);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("花名册", { views: [{ state: "frozen", ySplit: 2 }] });
  sheet.mergeCells("A1:E1");
  sheet.getCell("A1").value = "示例镇卫生院人员花名册";
  sheet.addRow(["序号", "姓名", "性别", "身份证号", "学历"]);
  sheet.addRow([1, "张示例", "女", idNumberOf("1980-01-01", 2), null]);
  sheet.addRow([2, "李示例", "男", 110_101_198_001_010_000, null]);
  sheet.addRow([3, "王示例", "不详", idNumberOf("1982-03-04", 1), null]);
  sheet.addRow([null, "合计", { formula: "COUNTA(B3:B5)", result: 3 }]);
  sheet.getRow(4).font = { bold: true, color: { argb: "FFFF0000" } };
  sheet.getCell("B5").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } };
  sheet.getColumn(2).width = 33;
  sheet.addConditionalFormatting({
    ref: "C3:C5",
    rules: [
      { type: "expression", priority: 1, formulae: ['C3="不详"'], style: { font: { bold: true } } },
    ],
  });
  workbook.addWorksheet("说明").addRow(["内部资料"]);
  await workbook.xlsx.writeFile(path);
  return path;
}

async function packedParts(path: string): Promise<ReadonlyMap<string, string>> {
  const zip = await ZipSource.open(path);
  try {
    const parts = new Map<string, string>();
    for (const entry of zip.entries) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.readPacked(entry)) chunks.push(chunk);
      parts.set(entry.fileName, Buffer.concat(chunks).toString("base64"));
    }
    return parts;
  } finally {
    zip.close();
  }
}

async function sheetText(path: string, part = "xl/worksheets/sheet1.xml"): Promise<string> {
  const zip = await ZipSource.open(path);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.read(part)) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  } finally {
    zip.close();
  }
}

describe("the workbook that is given back", () => {
  it("has the reasons beside the rows that were refused, and nothing beside the others", async () => {
    const source = await writeRoster("roster.xlsx");
    const { target, result } = await giveBack(source, "returned.xlsx");
    expect(result).toEqual({ ok: true, rows: 2 });
    const sheet = firstSheet(await readSound(target));
    const reasons = sheet.rows.map(({ number, cells }) => [number, cells[5] ?? null]);
    expect(reasons).toEqual([
      [1, null],
      [2, "未导入原因"],
      [3, null],
      [4, expect.stringContaining("D4（身份证号）：号码不能存成数字")],
      [5, "C5（性别）：不在可选范围内，应为：女、男"],
      [6, null],
    ]);
  });

  it("is the user's own in every other cell, look and part", async () => {
    const source = await writeRoster("own.xlsx");
    const { target } = await giveBack(source, "own-returned.xlsx");
    const [before, after] = [await packedParts(source), await packedParts(target)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(([name, packed]) => after.get(name) !== packed);
    expect(changed.map(([name]) => name)).toEqual(["xl/worksheets/sheet1.xml"]);
    const without = (await sheetText(target))
      .replaceAll(/<c r="F\d+"( s="\d+")? t="inlineStr">.*?<\/c>/g, "")
      .replaceAll(/<col min="6" max="6"[^>]*>/g, "");
    const plain = (xml: string) => xml.replaceAll(/(?:spans|ref)="[^"]*"/g, "");
    expect(plain(without)).toBe(plain(await sheetText(source)));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(target);
    const sheet = workbook.getWorksheet("花名册");
    expect(sheet?.getRow(4).getCell(2).font).toMatchObject({ bold: true });
    expect(sheet?.getCell("C6").value).toEqual({ formula: "COUNTA(B3:B5)", result: 3 });
    expect(sheet?.getColumn(6).width).toBe(60);
  });

  it("takes its own column again the next time, and clears what was mended", async () => {
    const source = await writeRoster("again.xlsx");
    const { target } = await giveBack(source, "again-1.xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(target);
    const sheet = workbook.getWorksheet("花名册");
    if (sheet === undefined) throw new Error("no sheet");
    sheet.getCell("C5").value = "男";
    await workbook.xlsx.writeFile(join(folder, "mended.xlsx"));
    const second = await giveBack(join(folder, "mended.xlsx"), "again-2.xlsx");
    expect(second.result).toEqual({ ok: true, rows: 1 });
    const returned = firstSheet(await readSound(second.target));
    expect(cellsOfRow(returned, 2)).toHaveLength(6);
    expect(cellsOfRow(returned, 4)[5]).toContain("身份证号");
    expect(cellsOfRow(returned, 5)[5]).toBeUndefined();
  });

  it("is the source letter by letter where nothing was refused", async () => {
    const path = join(folder, "clean.xlsx");
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("花名册");
    sheet.addRow(["姓名", "性别", "身份证号"]);
    sheet.addRow(["张示例", "女", idNumberOf("1980-01-01", 2)]);
    await workbook.xlsx.writeFile(path);
    const { target, result } = await giveBack(path, "clean-returned.xlsx");
    expect(result).toEqual({ ok: true, rows: 0 });
    expect(await packedParts(target)).toEqual(await packedParts(path));
  });

  it("may take the place of the source", async () => {
    const source = await writeRoster("place.xlsx");
    const copy = join(folder, "place-copy.xlsx");
    await copyFile(source, copy);
    const report = await importFile(copy);
    expect(await writeReturnedWorkbook(copy, report, copy)).toEqual({ ok: true, rows: 2 });
    expect((await readFile(copy)).equals(await readFile(source))).toBe(false);
    expect(cellsOfRow(firstSheet(await readSound(copy)), 5)[5]).toContain("性别");
  });
});

describe("a reason is put into a sheet", () => {
  const heading = ["姓名", "性别", "身份证号"];
  const row = (number: number, cells: readonly string[], prefix = "") =>
    `<${prefix}row r="${number}" spans="1:3">${cells
      .map(
        (text, column) =>
          `<${prefix}c r="${"ABC".charAt(column)}${number}" t="inlineStr"><${prefix}is><${prefix}t>${text}</${prefix}t></${prefix}is></${prefix}c>`,
      )
      .join("")}</${prefix}row>`;

  async function giveBackHandMade(name: string, parts: Parts) {
    const source = join(folder, name);
    await writeParts(source, parts);
    const { target } = await giveBack(source, `returned-${name}`);
    return { sheet: firstSheet(await readSound(target)), xml: await sheetText(target) };
  }

  it("with the prefix that its elements bear", async () => {
    const rows = row(1, heading, "x:") + row(2, ["张示例", "不详", ""], "x:");
    const parts = handMade({ sheet: `<x:sheetData>${rows}</x:sheetData>` });
    const { sheet, xml } = await giveBackHandMade("prefix.xlsx", parts);
    expect(cellsOfRow(sheet, 2)[3]).toContain("性别");
    expect(xml).toContain('<x:c r="D1" t="inlineStr"><x:is>');
    expect(xml).toContain("<x:cols>");
  });

  it("into a cell that only had looks, keeping them, and before cells to its right", async () => {
    const bad =
      '<row r="2" spans="1:9"><c r="A2" t="str"><v>张示例</v></c><c r="B2" t="str"><v>不详</v></c><c r="D2" s="7"/><c r="I2" s="8"/></row>';
    const sheet = `<cols><col min="1" max="3" width="9"/></cols><sheetData>${row(1, heading)}${bad}</sheetData>`;
    const { xml } = await giveBackHandMade("looks.xlsx", handMade({ sheet }));
    expect(xml).toMatch(/<c r="D2" s="7" t="inlineStr">.*?<\/c><c r="I2" s="8"\/><\/row>/);
    expect(xml).toContain('<col min="1" max="3" width="9"/><col min="4" max="4"');
    expect(xml).toContain('<row r="1" spans="1:4">');
  });

  it("right of cells that are merged beyond the last with a value", async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="C2:E2"/></mergeCells>';
    const rows = row(1, heading) + row(2, ["张示例", "不详", "1"]);
    const parts = handMade({
      sheet: `<dimension ref="A1:E2"/><sheetData>${rows}</sheetData>${merged}`,
    });
    const { sheet, xml } = await giveBackHandMade("merged.xlsx", parts);
    expect(cellsOfRow(sheet, 1)[5]).toBe("未导入原因");
    expect(xml).toContain('<dimension ref="A1:F2"/>');
  });
});
