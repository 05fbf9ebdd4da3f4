import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../../../electron/services/workbooks/read-workbook.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import {
  cellsOfRow,
  firstSheet,
  handMade,
  type HandMade,
  readSound,
  writeParts,
} from "./hand-made.ts";

const folder = temporaryFolder();
let files = 0;

async function readHandMade(parts: HandMade) {
  files += 1;
  const path = join(folder, `${files}.xlsx`);
  await writeParts(path, handMade(parts));
  return readSound(path);
}

/** The cells of row 1, whose XML is given. */
async function readCells(cells: string, more: Partial<HandMade> = {}) {
  const sheet = `<sheetData><row r="1">${cells}</row></sheetData>`;
  return cellsOfRow(firstSheet(await readHandMade({ sheet, ...more })), 1);
}

describe("a cell is read as", () => {
  it("text from the shared strings, runs of rich text put together", async () => {
    const sharedStrings =
      "<si><t>张三</t></si><si><r><rPr><b/></rPr><t>主治</t></r><r><t>医师</t></r></si>";
    const cells = '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>';
    expect(await readCells(cells, { sharedStrings })).toEqual(["主治医师", "张三"]);
  });

  it("its own text where pinyin stands above it", async () => {
    const sharedStrings = '<si><t>单雄信</t><rPh sb="0" eb="1"><t>shàn</t></rPh></si>';
    expect(await readCells('<c r="A1" t="s"><v>0</v></c>', { sharedStrings })).toEqual(["单雄信"]);
  });

  it("all runs of an inline rich text", async () => {
    const cells =
      '<c r="A1" t="inlineStr"><is><r><t>副主任</t></r><r><t xml:space="preserve"> 医师</t></r></is></c>';
    expect(await readCells(cells)).toEqual(["副主任 医师"]);
  });

  it("the ISO date of a strict workbook, without time of day or zone", async () => {
    const cells =
      '<c r="A1" t="d"><v>2006-07-01T00:00:00Z</v></c><c r="B1" t="d"><v>2006-07-01</v></c>';
    expect(await readCells(cells)).toEqual(["2006-07-01", "2006-07-01"]);
  });

  it("a serial number whatever date format it wears", async () => {
    expect(await readCells('<c r="A1" s="14"><v>38899</v></c>')).toEqual([38_899]);
  });

  it("the result of a formula, also where the formula is shared", async () => {
    const cells = [
      '<c r="A1" t="str"><f>MID(B1,7,8)</f><v>19840502</v></c>',
      '<c r="B1"><f t="shared" si="0"/><v>42</v></c>',
      '<c r="C1" t="str"><f>IF(1,"","")</f><v></v></c>',
    ].join("");
    expect(await readCells(cells)).toEqual(["19840502", 42]);
  });

  it("a fault where the formula failed or was never worked out", async () => {
    const cells = '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>SUM(A2)</f></c>';
    expect(await readCells(cells)).toEqual([
      { fault: "error", text: "#DIV/0!" },
      { fault: "uncalculated", text: "=SUM(A2)" },
    ]);
  });

  it("true or false", async () => {
    expect(await readCells('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>')).toEqual([
      true,
      false,
    ]);
  });

  it("text with its references and escapes resolved", async () => {
    const cells =
      '<c r="A1" t="inlineStr"><is><t>A&amp;B &#x5F20;&#19977; _x000A_ _x005F_x0041_ <![CDATA[<&]]></t></is></c>';
    expect(await readCells(cells)).toEqual(["A&B 张三 \n _x0041_ <&"]);
  });
});

describe("a sheet is read", () => {
  it("with its own name where the workbook names parts from the root on, as openpyxl does", async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    const workbook = await readHandMade({
      sheet,
      name: "人员",
      target: "/xl/worksheets/sheet1.xml",
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["人员"]);
  });

  it("where rows and cells carry no addresses", async () => {
    const sheet =
      "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>";
    expect(firstSheet(await readHandMade({ sheet })).rows).toEqual([
      { number: 1, cells: [1, 2] },
      { number: 2, cells: [3] },
    ]);
  });

  it("where every element bears a namespace prefix, as the Open XML SDK writes", async () => {
    const sheet =
      '<x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>王五</x:t></x:is></x:c></x:row></x:sheetData>';
    expect(firstSheet(await readHandMade({ sheet })).rows).toEqual([
      { number: 2, cells: [null, "王五"] },
    ]);
  });

  it("without the rows and cells that only have looks", async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" s="1"/></row><row r="1048576"><c r="XFD1048576" s="2"/></row></sheetData>';
    expect(firstSheet(await readHandMade({ sheet })).rows).toEqual([]);
  });

  it("with its merged cells, each value given once", async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>';
    const { merged, rows } = firstSheet(await readHandMade({ sheet }));
    expect(merged).toEqual([{ top: 1, bottom: 3, left: 0, right: 1 }]);
    expect(rows).toEqual([{ number: 1, cells: [1] }]);
  });

  it("and said to be hidden where it is", async () => {
    const workbook = await readHandMade({ sheet: "<sheetData/>", state: "veryHidden" });
    expect(firstSheet(workbook).isHidden).toBe(true);
  });

  it("with the day from which an old workbook of a Mac counts", async () => {
    const sheet = "<sheetData/>";
    const workbook = await readHandMade({ sheet, workbookPr: '<workbookPr date1904="1"/>' });
    expect(workbook.dateSystem).toBe(1904);
    expect((await readHandMade({ sheet })).dateSystem).toBe(1900);
  });

  it("cell by cell as exceljs wrote it", async () => {
    const path = join(folder, "exceljs.xlsx");
    const written = new ExcelJS.Workbook();
    const sheet = written.addWorksheet("花名册");
    sheet.addRow(["姓名", "出生日期", "学时"]);
    sheet.addRow(["张三", new Date(Date.UTC(1984, 4, 2)), 30.5]);
    sheet.addRow([{ richText: [{ text: "李" }, { text: "四", font: { bold: true } }] }, null, 60]);
    sheet.mergeCells("A4:C4");
    await written.xlsx.writeFile(path);
    const { name, rows, merged } = firstSheet(await readSound(path));
    expect(name).toBe("花名册");
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["姓名", "出生日期", "学时"],
      ["张三", 30_804, 30.5],
      ["李四", null, 60],
    ]);
    expect(merged).toEqual([{ top: 4, bottom: 4, left: 0, right: 2 }]);
  });
});

describe("long reading", () => {
  it("tells how far it has come and stops when asked to", async () => {
    const row = (number: number) =>
      `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>${"示".repeat(50)}</t></is></c></row>`;
    const rows = Array.from({ length: 4_000 }, (_, index) => row(index + 1)).join("");
    const path = join(folder, "long.xlsx");
    await writeParts(path, handMade({ sheet: `<sheetData>${rows}</sheetData>` }));
    const shares: number[] = [];
    const whole = await readWorkbook(path, {
      onProgress: (done, total) => shares.push(done / total),
    });
    expect(whole.ok).toBe(true);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);

    const stop = new AbortController();
    const stopped = await readWorkbook(path, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(stopped).toEqual({ ok: false, code: "aborted" });
  });
});
