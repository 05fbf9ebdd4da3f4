import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../electron/services/workbooks/read-workbook.ts";
import { writeWorkbook } from "../../electron/services/workbooks/write-workbook.ts";
import { type CellValue, showCell } from "../../shared/workbook/cell.ts";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, press, unlock } from "./support/clerk.ts";

/** A messy roster from the file to the records and back out again. */

const ROSTER = "docs/examples/roster.xlsx";

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await unlock(page);
});
afterAll(() => app.remove());

async function drop(path: string): Promise<void> {
  await goTo(page, "导入");
  await page.locator('input[type="file"]').setInputFiles(path);
}

async function download(button: string | RegExp): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const path = join(app.dataFolder, "..", `${Date.now()}.xlsx`);
  await (await waiting).saveAs(path);
  return path;
}

async function rowsOf(path: string): Promise<readonly (readonly string[])[]> {
  const read = await readWorkbook(path);
  if (!read.ok) throw new Error(read.code);
  const [sheet] = read.workbook.sheets;
  return (sheet?.rows ?? []).map(({ cells }) => cells.map((cell) => showCell(cell)));
}

/** The returned workbook as a clerk mends it: only the rows refused, with what was wrong put right. */
async function mend(path: string, target: string): Promise<void> {
  const rows = await rowsOf(path);
  const headings = rows.find((cells) => cells.includes("未导入原因")) ?? [];
  const at = (heading: string) => headings.indexOf(heading);
  const reasonAt = at("未导入原因");
  const mended = rows
    .filter((cells) => cells !== headings && (cells[reasonAt] ?? "") !== "")
    .map((cells) => {
      const own: CellValue[] = [...cells];
      own[at("公民身份号码")] = null;
      if (cells[at("出生年月")] === "1992.13") own[at("出生年月")] = "1992.12";
      return own.slice(0, reasonAt).map((cell) => (cell === "" ? null : cell));
    });
  const values = [headings.slice(0, reasonAt), ...mended];
  const plan = {
    sheets: [
      {
        name: "花名册",
        columns: headings.map(() => ({ width: 12, style: "textInput" as const })),
        rows: values.map((cells) => ({ cells: cells.map((cell) => cell as string | null) })),
        rowCount: values.length,
      },
    ],
  };
  const written = await writeWorkbook(target, plan);
  if (!written.ok) throw new Error(written.code);
}

describe("a messy roster", () => {
  it("is looked over row by row: what is new, what is refused and why, adding up to the file", async () => {
    await drop(ROSTER);
    await page.getByText("表中共14行：新增5＋修改0＋没有变化0＋未通过3＋略过6").waitFor();
    const grid = page.getByRole("grid", { name: "工作簿中的各行" });
    expect(await grid.getByText("没有这一天，请核对年月日，现为“1992.13”").count()).toBe(1);
  });

  it("waits while one looks at another page", async () => {
    await goTo(page, "人员");
    await goTo(page, "导入");
    await page.getByText("表中共14行").waitFor();
  });

  it("gives the refused rows back in the clerk's own workbook, with the reasons", async () => {
    const path = await download("取回未通过的3行");
    const text = (await rowsOf(path)).flat().join(" ");
    expect(text).toContain("未导入原因");
    expect(text).toContain("身份证号校验码不对");
    await mend(path, join(app.dataFolder, "..", "mended.xlsx"));
  });

  it("is committed in one step without the row that is left out", async () => {
    const grid = page.getByRole("grid", { name: "工作簿中的各行" });
    await grid.getByRole("row", { name: /陈静/ }).getByRole("checkbox").click();
    await press(page, "导入4行");
    await page.getByRole("heading", { name: /已导入“roster.xlsx”/ }).waitFor();
    await page.getByText("新增4人，修改0人。").waitFor();
  });

  it("changes nothing the second time, but for the row left out before", async () => {
    await press(page, "再导入一份");
    await drop(ROSTER);
    await page.getByText("表中共14行：新增1＋修改0＋没有变化4＋未通过3＋略过6").waitFor();
  });

  it("comes in whole once the clerk has mended it", async () => {
    await press(page, "换一个文件");
    await drop(join(app.dataFolder, "..", "mended.xlsx"));
    await page.getByText(/新增3＋修改0＋没有变化0＋未通过0/).waitFor();
    await press(page, "导入3行");
    await page.getByText("新增3人，修改0人。").waitFor();
  });

  it("is undone in one step", async () => {
    await press(page, "撤销这次导入");
    await page.getByText("已撤销导入").waitFor();
    await drop(join(app.dataFolder, "..", "mended.xlsx"));
    await page.getByText(/新增3＋修改0＋没有变化0/).waitFor();
    await press(page, "换一个文件");
  });
});

describe("headings that nobody could guess", () => {
  it("are pointed out by the clerk, and then the columns under them", async () => {
    const path = join(app.dataFolder, "..", "codes.xlsx");
    const cells = [["职工情况"], ["甲栏", "乙栏", "丙栏"], ["周示例", "女", "1991-02-03"]];
    const written = await writeWorkbook(path, {
      sheets: [
        {
          name: "情况",
          columns: Array.from({ length: 3 }, () => ({ width: 12, style: "textInput" as const })),
          rows: cells.map((row) => ({ cells: row })),
          rowCount: cells.length,
        },
      ],
    });
    if (!written.ok) throw new Error(written.code);
    await drop(path);
    await page.getByText(/没有找到可以导入的内容/).waitFor();
    await page.getByLabel("标题从哪一行开始").selectOption("第2行：甲栏、乙栏、丙栏");
    for (const [column, field] of [
      ["A 甲栏", "姓名"],
      ["B 乙栏", "性别"],
      ["C 丙栏", "出生日期"],
    ] as const) {
      const taken = page.getByRole("combobox", { name: `${column} 认定为` });
      await taken.fill(field);
      await taken.press("Enter");
    }
    await page.getByText("表中共3行：新增1＋修改0＋没有变化0＋未通过0＋略过2").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await press(page, "换一个文件");
  });
});

describe("what is no workbook", () => {
  it("is refused with the sentence that says what to do", async () => {
    const path = join(app.dataFolder, "..", "old.xls");
    writeFileSync(path, Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]));
    await drop(path);
    await page.getByText(/这是旧版 Excel（.xls）或 WPS 表格（.et）文件/).waitFor();
    await press(page, "重试");
    expect(readFileSync(path).length).toBe(608);
  });
});

describe("an export", () => {
  it("puts no ID number on the notice board and warns where a file bears some", async () => {
    await goTo(page, "导出");
    await page.getByText("这份文件含有身份证号").waitFor();
    const roster = (await rowsOf(await download("导出人员花名册"))).flat();
    expect(roster.some((cell) => /^\d{17}[\dX]$/.test(cell))).toBe(true);

    await page.getByText("公示表", { exact: true }).click();
    await page.getByRole("grid", { name: "可以申报的人员" }).getByRole("checkbox").nth(1).click();
    await page.getByText("已选1项").waitFor();
    const notice = (await rowsOf(await download("导出公示表"))).flat();
    expect(notice).toContain("申报通道");
    expect(notice.some((cell) => /\d{17}[\dX]/.test(cell))).toBe(false);
  });
});
