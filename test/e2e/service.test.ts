import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";

/** Service years as a clerk uses them, on the fictitious unit. */

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await unlock(page);
});
afterAll(() => app.remove());

describe("the list of service years", () => {
  it("is sorted by what is counted and narrowed by the years reached", async () => {
    await goTo(page, "工作年限");
    await page.getByText("显示120人，共120人").waitFor();
    const first = page.getByRole("row").nth(1);
    expect(await first.innerText()).toMatch(/满\d+年\d+个月\d+天/);
    await page.getByRole("combobox", { name: "已满年限" }).selectOption("已满20年");
    await page.getByText(/^显示\d{1,2}人，共120人$/).waitFor();
    expect(await page.getByRole("row").nth(1).innerText()).toMatch(/满2\d年/);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("gives the form of the chosen people as a workbook", async () => {
    await page.getByRole("checkbox").nth(1).check();
    await page.getByRole("checkbox").nth(2).check();
    const download = page.waitForEvent("download");
    await press(page, "导出核定表");
    const file = await download;
    expect(file.suggestedFilename()).toBe("工作年限核定表.xlsx");
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  });

  it("prints the form of the chosen people on landscape A4 with lines for signature, without the frame", async () => {
    await press(page, "打印核定表");
    const sheet = page.getByRole("article");
    await sheet.waitFor();
    expect(await sheet.locator("tbody").count()).toBe(2);
    const text = await sheet.innerText();
    expect(text).toContain("乡镇专业技术工作年限核定表");
    expect(text).toContain("本人签字");
    expect(text).toMatch(/填表人：\s+审核人：\s+单位负责人：/);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
    expect((await sheet.boundingBox())?.x).toBeLessThan(20);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf).toMatch(/\/MediaBox \[0 0 841\.\d+ 594\.\d+\]/);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
  });

  it("saves the form as a PDF by the browser's own print window, and says how", async () => {
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset["printed"] = "yes";
      };
    });
    await press(page, "存为PDF");
    await page.getByText("请在打印窗口的“目标打印机”里选“另存为PDF”").waitFor();
    await page.locator('body[data-printed="yes"]').waitFor();
  });
});

describe("one person's service", () => {
  it("shows what is left out with its reason, on a time line and in a table", async () => {
    await page.evaluate(() => {
      location.hash = "/service/demo-022";
    });
    await seeTitle(page, /的工作年限/);
    const row = page.getByRole("row").filter({ hasText: "虚构县人民医院" });
    expect(await row.innerText()).toMatch(/不计入\s+0\s+不在乡镇工作/);
    await page.getByRole("listitem").filter({ hasText: "不计入 不在乡镇工作" }).waitFor({
      state: "attached",
    });
    expect(
      await page
        .getByText(/^满\d+年\d+个月\d+天$/)
        .first()
        .isVisible(),
    ).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
  });
});
