import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../electron/services/workbooks/read-workbook.ts";
import {
  writeList,
  writeTemplate,
  writeUnitWorkbook,
} from "../../electron/services/workbooks/write-documents.ts";
import { writeWorkbook } from "../../electron/services/workbooks/write-workbook.ts";
import { writeReturnedWorkbook } from "../../electron/services/workbooks/returned-workbook.ts";
import { inventUnit } from "../../shared/demo/fictitious-unit.ts";
import { cycleOf } from "../../shared/policy/cycle.ts";
import { evaluate } from "../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import { showCell, type WorkbookData } from "../../shared/workbook/cell.ts";
import { commitImport, importWorkbook } from "../../shared/workbook/import/import-workbook.ts";
import { candidateRoster } from "../../shared/workbook/lists/candidate-roster.ts";
import { resolveCandidates } from "../../shared/workbook/lists/candidates.ts";
import { catalogueList, catalogueRowsOf } from "../../shared/workbook/lists/catalogue-list.ts";
import type { OfficialList } from "../../shared/workbook/lists/list.ts";
import { publicityList } from "../../shared/workbook/lists/publicity-list.ts";
import { reviewForm } from "../../shared/workbook/lists/review-form.ts";
import { serviceYears } from "../../shared/workbook/lists/service-years.ts";
import { trainingSummary } from "../../shared/workbook/lists/training-summary.ts";
import { temporaryFolder } from "../support/folder.ts";
import { idNumberOf } from "../support/id-number.ts";
import { convertWithLibreOffice } from "../support/libre-office.ts";
import { valuesOf } from "../support/sheet-values.ts";
import { unitFileWith } from "../support/unit-file.ts";

const folder = temporaryFolder();
const UNIT_FILE = inventUnit(40);
const SOURCE = { unitFile: UNIT_FILE, cycle: cycleOf(2026), pack: SHANDONG_2020 };

async function readSound(path: string): Promise<WorkbookData> {
  const read = await readWorkbook(path);
  if (!read.ok) throw new Error(`${path}: ${read.code}`);
  return read.workbook;
}

function officialLists(): readonly OfficialList[] {
  const answers = evaluate(UNIT_FILE, SOURCE.cycle, SOURCE.pack);
  const choices = answers.flatMap(({ personId, assessments }) =>
    assessments.slice(0, 1).map(({ pathway, line, level }) => ({ personId, pathway, line, level })),
  );
  const resolved = resolveCandidates(SOURCE, answers, choices);
  if (!resolved.ok) throw new Error("no candidates");
  return [
    catalogueList(catalogueRowsOf([UNIT_FILE.unit])),
    candidateRoster(SOURCE, resolved.candidates),
    trainingSummary(SOURCE),
    serviceYears(SOURCE),
    reviewForm(SOURCE, resolved.candidates),
    publicityList(SOURCE, resolved.candidates),
  ];
}

describe("every workbook that we write", () => {
  const written: string[] = [];
  let opened: readonly string[] = [];

  beforeAll(async () => {
    const put = (name: string) => {
      const path = join(folder, `${name}.xlsx`);
      written.push(path);
      return path;
    };
    expect(await writeTemplate(put("template"))).toEqual({ ok: true });
    expect(await writeUnitWorkbook(put("unit"), UNIT_FILE)).toEqual({ ok: true });
    for (const [index, list] of officialLists().entries()) {
      expect(await writeList(put(`list-${index}`), list)).toEqual({ ok: true });
    }
    opened = await convertWithLibreOffice(written, "xlsx", folder);
  }, 180_000);

  it("is opened by LibreOffice, whose recalculated values are the ones we wrote", async () => {
    expect(opened).toHaveLength(8);
    for (const [index, path] of opened.entries()) {
      const ours = await readSound(written[index] ?? "");
      const theirs = await readSound(path);
      expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
      for (const [at, sheet] of ours.sheets.entries()) {
        const other = theirs.sheets[at];
        if (other === undefined) throw new Error("a sheet is missing");
        expect(valuesOf(other), `${path} ${sheet.name}`).toEqual(valuesOf(sheet));
      }
    }
  });

  it("imports to the same unit file after LibreOffice has saved it", async () => {
    const report = importWorkbook(await readSound(opened[1] ?? ""), {
      existing: null,
      pack: SHANDONG_2020,
    });
    expect(report.issues).toEqual([]);
    const committed = commitImport(report, "all");
    if (!committed.ok) throw new Error(committed.code);
    expect(committed.unitFile).toEqual(UNIT_FILE);
  });

  it("prints", async () => {
    const printed = await convertWithLibreOffice(written.slice(2, 4), "pdf", folder);
    for (const path of printed) expect(statSync(path).size).toBeGreaterThan(5_000);
  }, 120_000);
});

describe("LibreOffice", () => {
  it("does work formulas out again, so that a wrong result of ours would show", async () => {
    const path = join(folder, "wrong.xlsx");
    const rows = [{ cells: [1, 2, { formula: "SUM(A1:B1)", value: 99 }] }];
    const columns = [{ width: 10, style: "plain" as const }];
    await writeWorkbook(path, { sheets: [{ name: "表", columns, rows, rowCount: 1 }] });
    const [opened = ""] = await convertWithLibreOffice([path], "xlsx", folder);
    expect((await readSound(opened)).sheets[0]?.rows[0]?.cells).toEqual([1, 2, 3]);
  }, 120_000);
});

/** A cell of a flat OpenDocument sheet: text, a date, or a figure. */
function flatCell(value: string | number | { readonly date: string }): string {
  if (typeof value === "number") {
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  }
  if (typeof value === "string") {
    return `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  }
  return `<table:table-cell office:value-type="date" office:date-value="${value.date}"><text:p>${value.date}</text:p></table:table-cell>`;
}

function flatDocument(
  rows: readonly (readonly (string | number | { readonly date: string })[])[],
): string {
  const body = rows.map(
    (cells) => `<table:table-row>${cells.map(flatCell).join("")}</table:table-row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="花名册">${body.join("")}</table:table></office:spreadsheet></office:body></office:document>`;
}

describe("a roster that LibreOffice wrote", () => {
  const NUMBER = idNumberOf("1984-05-02", 2);
  const ROWS = [
    ["示例镇卫生院花名册"],
    ["姓名", "身份证号", "来院时间", "职称", "取得时间", "2025年考核"],
    ["张示例", NUMBER, { date: "2006-08-01" }, "主治医师", { date: "1986-05-04" }, "合格"],
    ["李示例", 110_101_198_405_020_000, "2010.09", "护师", "2012年12月", "优秀"],
    ["合计", "2人"],
  ];
  const source = join(folder, "roster.fods");

  beforeAll(() => {
    writeFileSync(source, flatDocument(ROWS));
  });

  it("imports with its date cells as the days that they show", async () => {
    const [path = ""] = await convertWithLibreOffice([source], "xlsx", folder);
    const report = importWorkbook(await readSound(path), {
      existing: unitFileWith([]),
      pack: SHANDONG_2020,
    });
    expect(report.counts).toMatchObject({ read: 5, added: 1, refused: 1, ignored: 3 });
    expect(report.issues.map(({ cell, code }) => `${cell} ${code}`)).toContain("B4 code.numeric");
    const committed = commitImport(report, "good");
    if (!committed.ok) throw new Error(committed.code);
    expect(committed.unitFile.people[0]).toMatchObject({
      name: "张示例",
      idNumber: NUMBER,
      postings: [{ from: "2006-08-01" }],
      titles: [{ obtainedOn: "1986-05-04" }],
    });

    const target = join(folder, "returned.xlsx");
    expect(await writeReturnedWorkbook(path, report, target)).toEqual({ ok: true, rows: 1 });
    const [reopened = ""] = await convertWithLibreOffice([target], "xlsx", folder);
    const [sheet] = (await readSound(reopened)).sheets;
    expect(showCell(sheet?.rows.find(({ number }) => number === 4)?.cells[6])).toContain(
      "身份证号",
    );
  }, 120_000);

  it("is refused as .xls and as .ods, with the sentence that says how to save it", async () => {
    const [old = ""] = await convertWithLibreOffice([source], "xls", folder);
    const [open = ""] = await convertWithLibreOffice([source], "ods", folder);
    expect(existsSync(old) && existsSync(open)).toBe(true);
    expect(await readWorkbook(old)).toEqual({ ok: false, code: "legacy" });
    expect(await readWorkbook(open)).toEqual({ ok: false, code: "openDocument" });
  }, 120_000);
});

describe("a machine without LibreOffice", () => {
  it("is told what to install", async () => {
    const empty = join(folder, "no-programs");
    mkdirSync(empty);
    const path = process.env["PATH"];
    process.env["PATH"] = empty;
    try {
      await expect(convertWithLibreOffice(["a.xlsx"], "pdf", folder)).rejects.toThrow(
        "apt-get install libreoffice-calc",
      );
    } finally {
      process.env["PATH"] = path;
    }
  });
});
