import { createHash } from "node:crypto";
import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  describeWorkbookFault,
  type WorkbookFaultCode,
} from "../../../../electron/services/workbooks/fault.ts";
import { LIMITS } from "../../../../electron/services/workbooks/limits.ts";
import { readWorkbook } from "../../../../electron/services/workbooks/read-workbook.ts";
import { ZipTarget } from "../../../../electron/services/workbooks/zip-target.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { handMade, writeParts } from "./hand-made.ts";

const folder = temporaryFolder();

async function codeOf(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return codeOfFile(path);
}

async function codeOfFile(path: string): Promise<string> {
  const read = await readWorkbook(path);
  return read.ok ? "read" : read.code;
}

/** A compound file whose directory names a stream. */
function compoundFile(stream: string): Buffer {
  const file = Buffer.alloc(4_096);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 0x1e);
  file.writeUInt32LE(1, 0x30);
  Buffer.from(stream, "utf16le").copy(file, 1_024);
  return file;
}

const ONE_ROW = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

async function soundFile(name: string, sheet = ONE_ROW): Promise<Buffer> {
  const path = join(folder, name);
  await writeParts(path, handMade({ sheet }));
  return readFile(path);
}

describe("a file that is no sound .xlsx is refused for what it is", () => {
  it.each<[WorkbookFaultCode, string, () => Buffer | string]>([
    ["legacy", "花名册.xls", () => compoundFile("Workbook")],
    ["legacy", "花名册.et", () => compoundFile("ETExtData")],
    ["encrypted", "加密.xlsx", () => compoundFile("EncryptedPackage")],
    ["plainText", "导出.xls", () => "<html><table><tr><td>姓名</td></tr></table></html>"],
    ["plainText", "导出.xlsx", () => "姓名,性别\n张三,男\n"],
    ["notWorkbook", "照片.xlsx", () => Buffer.from("ffd8ffe000104a46494600", "hex")],
    ["broken", "空.xlsx", () => ""],
    ["broken", "半截.xlsx", () => Buffer.from("504b030414000000", "hex")],
  ])("%s: %s", async (code, name, content) => {
    expect(await codeOf(name, content())).toBe(code);
  });

  it.each<[WorkbookFaultCode, Record<string, string>]>([
    [
      "openDocument",
      { mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" },
    ],
    ["binary", { "xl/workbook.bin": "x" }],
    ["notWorkbook", { "word/document.xml": "<document/>" }],
  ])("%s, by what the container holds", async (code, parts) => {
    const path = join(folder, `${code}.zip`);
    await writeParts(path, parts);
    expect(await codeOfFile(path)).toBe(code);
  });

  it("as missing where there is none, and as a folder where it is one", async () => {
    expect(await codeOfFile(join(folder, "没有.xlsx"))).toBe("missing");
    expect(await codeOfFile(folder)).toBe("folder");
  });

  it("as broken where it is cut short anywhere", async () => {
    const whole = await soundFile("whole.xlsx");
    for (const length of [60, whole.length >> 1, whole.length - 30, whole.length - 1]) {
      expect(await codeOf(`cut-${length}.xlsx`, whole.subarray(0, length))).toBe("broken");
    }
  });

  it("as broken where a packed byte was flipped, and never read differently", async () => {
    const whole = await soundFile("flip.xlsx");
    const intact = createHash("sha256").update(JSON.stringify(await readFileData("flip.xlsx")));
    const expected = intact.digest("hex");
    for (let at = 40; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at);
      await writeFile(join(folder, "flipped.xlsx"), flipped);
      const read = await readWorkbook(join(folder, "flipped.xlsx"));
      if (!read.ok) continue;
      const data = createHash("sha256").update(JSON.stringify(read.workbook)).digest("hex");
      expect(data, `byte ${at}`).toBe(expected);
    }
  });

  it.each([
    ["a document type that defines entities", '<!DOCTYPE a [<!ENTITY b "c">]><sheetData/>'],
    ["an entity of its own", "<sheetData><row><c t='str'><v>&b;</v></c></row></sheetData>"],
    ["tags that do not match", "<sheetData><row></sheetData></row>"],
    [
      "a shared string that is not there",
      '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>',
    ],
    ["a number that is none", "<sheetData><row><c><v>12abc</v></c></row></sheetData>"],
    ["rows that go back", '<sheetData><row r="2"><c r="A2"/></row><row r="1"/></sheetData>'],
    [
      "a cell beyond the last column",
      '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>',
    ],
  ])("as broken with %s", async (_, sheet) => {
    await soundFile("odd.xlsx", sheet);
    expect(await codeOfFile(join(folder, "odd.xlsx"))).toBe("broken");
  });
});

describe("a hostile file is refused before it does harm", () => {
  it("where it unpacks to more than any honest one", async () => {
    const path = join(folder, "bomb.xlsx");
    const parts = handMade({ sheet: "<sheetData/>" });
    const file = await open(path, "w");
    const zip = new ZipTarget(file);
    for (const [name, content] of Object.entries(parts)) {
      if (!name.endsWith("sheet1.xml")) await zip.add(name, [content]);
    }
    const blank = Buffer.alloc(1024 * 1024, " ");
    await zip.add("xl/worksheets/sheet1.xml", repeat(blank, LIMITS.partBytes / blank.length + 1));
    await zip.finish();
    await file.close();
    expect((await readFile(path)).length).toBeLessThan(2 * 1024 * 1024);
    expect(await codeOfFile(path)).toBe("tooBig");
  });

  it("where elements are nested without end", async () => {
    await soundFile("deep.xlsx", "<a>".repeat(10_000) + "</a>".repeat(10_000));
    expect(await codeOfFile(join(folder, "deep.xlsx"))).toBe("tooBig");
  });

  it("where one tag or text has no end", async () => {
    await soundFile(
      "long.xlsx",
      `<sheetData a="${"x".repeat(LIMITS.tokenCharacters + 100_000)}"/>`,
    );
    expect(await codeOfFile(join(folder, "long.xlsx"))).toBe("tooBig");
  });
});

function* repeat(block: Buffer, times: number): Generator<Buffer> {
  for (let time = 0; time < times; time += 1) yield block;
}

async function readFileData(name: string) {
  const read = await readWorkbook(join(folder, name));
  if (!read.ok) throw new Error(read.code);
  return read.workbook;
}

describe("every refusal", () => {
  it("of a readable file in a wrong form says how to save it as .xlsx", () => {
    for (const code of [
      "legacy",
      "encrypted",
      "openDocument",
      "binary",
      "plainText",
      "notWorkbook",
      "broken",
      "tooBig",
    ] as const) {
      expect(describeWorkbookFault(code)).toContain("另存为“Excel 工作簿（*.xlsx）”");
    }
  });
});
