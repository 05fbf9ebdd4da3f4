import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "../../electron/services/workbooks/write-workbook.ts";
import { type App, startApp } from "./support/app.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";

/** Hours for many at once, and taken back at once. */

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await unlock(page);
  await goTo(page, "继续教育");
});
afterAll(() => app.remove());

/** The first people of the list by name, whose names nobody else bears. */
async function someNames(count: number): Promise<readonly string[]> {
  const cells = page.getByRole("grid", { name: "继续教育学时总表" }).locator(".training-name");
  await cells.first().waitFor();
  const names = (await cells.allInnerTexts()).filter((text) => !text.includes("生"));
  return names.slice(0, count);
}

function cellOf(name: string) {
  return page.getByRole("button", { name: new RegExp(`^${name}2026年：`) });
}

async function hoursOf(name: string): Promise<string> {
  await page.getByRole("textbox", { name: "查找人员" }).fill(name);
  const text = await cellOf(name).first().innerText();
  await page.getByRole("textbox", { name: "查找人员" }).fill("");
  return text;
}

describe("a course for many people", () => {
  let names: readonly string[] = [];
  let before = "";

  it("is entered once for everybody on the pasted list", async () => {
    names = await someNames(3);
    before = await hoursOf(names[0] ?? "");
    await press(page, "登记课程");
    await seeTitle(page, "登记课程");
    await page.getByRole("textbox", { name: /课程名称/ }).fill("医防融合培训班");
    await page.getByRole("spinbutton", { name: /学时/ }).fill("12");
    await page.getByText("专业科目", { exact: true }).click();
    const list = `1. ${names[0]}\n2、${names[1]}，${names[2]}\n查无此人`;
    await page.getByRole("textbox", { name: "粘贴姓名" }).fill(list);
    await press(page, "加入名单");
    await page.getByText("人员表中没有：查无此人").waitFor();
    await press(page, "登记给3人");
    await seeTitle(page, "继续教育");
    await page.getByText(/已保存：登记“医防融合培训班”学时，共3人/).waitFor();
    expect(await hoursOf(names[0] ?? "")).not.toBe(before);
  });

  it("is not entered again for who has it", async () => {
    await press(page, "登记课程");
    await page.getByRole("textbox", { name: /课程名称/ }).fill("医防融合培训班");
    await page.getByRole("spinbutton", { name: /学时/ }).fill("12");
    await page.getByText("专业科目", { exact: true }).click();
    await page.getByRole("textbox", { name: "粘贴姓名" }).fill(names.join("、"));
    await press(page, "加入名单");
    await page.getByText(/3人已登记过这门课程，不再登记/).waitFor();
    await press(page, "取消");
    await seeTitle(page, "继续教育");
  });

  it("is taken back for all of them by one undo", async () => {
    await press(page, "撤销");
    await page.getByText(/已撤销：登记“医防融合培训班”学时，共3人/).waitFor();
    expect(await hoursOf(names[0] ?? "")).toBe(before);
  });
});

describe("one cell", () => {
  it("opens the year's entries, and a new one counts at once", async () => {
    const [name = ""] = await someNames(1);
    await page.getByRole("textbox", { name: "查找人员" }).fill(name);
    await cellOf(name).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("button", { name: "登记学时" }).click();
    await drawer.getByRole("textbox", { name: /课程名称/ }).fill("急救技能");
    await drawer.getByRole("button", { name: "保存" }).click();
    await drawer.getByText("必填，请补上").first().waitFor();
    await drawer.getByRole("spinbutton", { name: /学时/ }).fill("6.5");
    await drawer.getByText("公需科目", { exact: true }).last().click();
    await drawer.getByRole("button", { name: "保存" }).click();
    await drawer.getByText("急救技能").waitFor();
    await drawer
      .getByText(/6\.5学时/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    // Back on the cell, so that the next one is near.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain("hours-cell");
    await page.getByRole("textbox", { name: "查找人员" }).fill("");
  });
});

describe("a platform's list", () => {
  it("is read in any order of columns, refuses whom it cannot tell, and is taken over in one step", async () => {
    const [name = ""] = await someNames(1);
    const path = join(app.dataFolder, "..", "platform.xlsx");
    const cells = [
      ["学时", "课程名称", "姓名", "年度", "类别"],
      ["10", "基本公共卫生服务", name, "2026", "专业科目"],
      ["10", "基本公共卫生服务", "查无此人", "2026", "专业科目"],
    ];
    const sheet = {
      name: "学时",
      columns: cells.map(() => ({ width: 12, style: "textInput" as const })),
      rows: cells.map((row) => ({ cells: row })),
      rowCount: cells.length,
    };
    const written = await writeWorkbook(path, { sheets: [sheet] });
    if (!written.ok) throw new Error(written.code);
    await press(page, "导入平台学时");
    await page.locator('input[type="file"]').setInputFiles(path);
    await page.getByText("人员表中没有这个姓名，请核对或先登记人员").waitFor();
    // Another page in between loses neither the file nor what was decided.
    await page.getByLabel("没有写是否本专业的").selectOption("按本专业培训登记");
    await goTo(page, "人员");
    await goTo(page, "继续教育");
    await press(page, "导入平台学时");
    await page.getByText("人员表中没有这个姓名，请核对或先登记人员").waitFor();
    expect(await page.getByLabel("没有写是否本专业的").inputValue()).toBe("yes");
    await press(page, "导入1条学时");
    await page.getByText(/已保存：导入学时清单“platform.xlsx”，共1条/).waitFor();
    await press(page, "导入平台学时");
    await page.getByText("把平台导出的学时清单拖到这里").waitFor();
  });
});
