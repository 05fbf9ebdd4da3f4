import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idNumberOf } from "../support/id-number.ts";
import { type App, startApp } from "./support/app.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";
import { PDF_OF_TWO_PAGES, PNG_OF_ONE_PIXEL } from "./support/small-files.ts";

/** The roster and a person's page, as a clerk uses them. */

const NUMBER = idNumberOf("1990-03-05", 122);
const WRONG_NUMBER = `${NUMBER.slice(0, 17)}${NUMBER.endsWith("0") ? "1" : "0"}`;
const NAME = "赵试用";

let app: App;
beforeAll(async () => {
  app = await startApp();
  app.page.setDefaultTimeout(8_000);
  await unlock(app.page);
});
afterAll(() => app.remove());

function rows(page: Page) {
  return page.getByRole("grid", { name: "人员花名册" }).locator("[data-index]");
}

async function search(page: Page, text: string): Promise<void> {
  await goTo(page, "人员");
  await page.getByLabel("查找人员", { exact: true }).fill(text);
}

async function openTab(page: Page, name: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "的资料" })
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .click();
}

async function openNewPerson(page: Page): Promise<void> {
  await search(page, "zsy");
  await rows(page).filter({ hasText: NAME }).click();
  await seeTitle(page, NAME);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the page: each rule with the elements that break it. */
async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

describe("the roster", () => {
  it("finds people by the initials of their names and opens them by the keyboard alone", async () => {
    const { page } = app;
    await search(page, "cxq");
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await rows(page).innerText()).toContain("陈晓强");
    await page.getByRole("grid", { name: "人员花名册" }).focus();
    await page.keyboard.press("Enter");
    await seeTitle(page, "陈晓强");
    await page.getByText("第1人，共1人").waitFor();
  });

  it("is narrowed by the keyboard alone", async () => {
    const { page } = app;
    await goTo(page, "人员");
    await search(page, "");
    const level = page.getByRole("combobox", { name: "级别" });
    await level.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => level.inputValue()).toBe("assistant");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    await level.selectOption("不限");
  });

  it("shows the list that a number elsewhere leads to, says why, and everybody when that is cleared", async () => {
    const { page } = app;
    await page.evaluate(() => {
      window.location.hash = "#/people?ids=demo-001,demo-002&why=学时不足";
    });
    await page.getByText("共120人，显示2人").waitFor();
    await page.getByRole("button", { name: "取消筛选：学时不足（2人）" }).click();
    await page.getByText("共120人", { exact: true }).waitFor();
  });

  it("enters one year's appraisal for all who are selected, and takes it back at once", async () => {
    const { page } = app;
    await search(page, "chen 不存在");
    await page.getByText("没有符合条件的人员").waitFor();
    await search(page, "陈");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(1);
    const count = await rows(page).count();
    await page.getByLabel("全选").check();
    await page.getByText(`已选${count}人`).waitFor();
    await press(page, "登记年度考核");
    const dialog = page.getByRole("dialog", { name: "登记年度考核" });
    await dialog.getByRole("textbox", { name: "年度" }).fill("2030");
    await dialog.getByText(`新登记${count}人`).waitFor();
    await dialog.getByRole("button", { name: "登记", exact: true }).click();
    const notice = page.getByText(`登记${count}人2030年度考核`);
    await notice.first().waitFor();
    await page.locator(".notice").getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").first().waitFor();
  });
});

describe("somebody new", () => {
  it("with a wrong ID number is not taken in before it is mended; birth date and sex come from it", async () => {
    const { page } = app;
    await goTo(page, "人员");
    await press(page, "添加人员");
    const form = page.getByRole("dialog", { name: "添加人员" });
    await form.getByRole("textbox", { name: "姓名" }).fill(NAME);
    await form.getByRole("textbox", { name: "身份证号" }).fill(WRONG_NUMBER);
    await page.keyboard.press("Control+s");
    await form.getByText("身份证号校验码不对，请对照证件重新录入").waitFor();
    await form.getByRole("textbox", { name: "身份证号" }).fill(NUMBER);
    await form.getByText("已按身份证号填入出生日期、性别，请核对。").waitFor();
    expect(await form.getByRole("textbox", { name: "出生日期" }).inputValue()).toBe("1990-03-05");
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press("Control+s");
    await seeTitle(page, NAME);
  });

  it("gets a posting, which stands in the history and goes when it is undone", async () => {
    const { page } = app;
    await openTab(page, "工作经历");
    await press(page, "添加工作经历");
    const form = page.getByRole("dialog", { name: "添加工作经历" });
    await form.getByRole("textbox", { name: "开始时间" }).fill("2012年7月");
    await form.getByRole("textbox", { name: "工作单位" }).fill("石岛镇卫生院");
    await page.keyboard.press("Control+s");
    await form.waitFor({ state: "hidden" });
    const table = page.getByRole("table", { name: "工作经历，共1条" });
    expect(await table.innerText()).toContain("2012-07\t至今\t石岛镇卫生院\t乡镇\t正常聘用");
    await page.getByText("计入乡镇专业技术工作年限：14年6个月").waitFor();
    await openTab(page, "变更记录");
    await page.getByText("2012-07 至 今 石岛镇卫生院").waitFor();
    await page.locator(".notice").getByRole("button", { name: "撤销" }).click();
    await openTab(page, "工作经历");
    await page.getByText("还没有工作经历").waitFor();
    await press(page, "重做");
    await table.waitFor();
  });

  it("is there after the browser was killed", async () => {
    await app.killBrowser();
    await unlock(await app.restart());
    await openNewPerson(app.page);
    await openTab(app.page, "工作经历");
    await app.page.getByRole("table", { name: "工作经历，共1条" }).waitFor();
  });

  it("keeps a half-filled form over a reload", async () => {
    const { page } = app;
    await press(page, "添加工作经历");
    const form = page.getByRole("dialog", { name: "添加工作经历" });
    await form.getByRole("textbox", { name: "工作单位" }).fill("半填的单位");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "hidden" });
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (await page.getByRole("heading", { name: "已锁定" }).isVisible()) await unlock(page);
    await openNewPerson(page);
    await openTab(page, "工作经历");
    await press(page, "添加工作经历");
    await form.getByText("已恢复上次没有保存的内容").waitFor();
    expect(await form.getByRole("textbox", { name: "工作单位" }).inputValue()).toBe("半填的单位");
    await form.getByRole("button", { name: "不要了，恢复原样" }).click();
    expect(await form.getByRole("textbox", { name: "工作单位" }).inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "hidden" });
  });

  it("gets attachments that open, and a disguised file is refused with what to do", async () => {
    const { page } = app;
    await openTab(page, "附件");
    await page.locator('input[type="file"]').setInputFiles([
      { name: "毕业证.pdf", mimeType: "application/pdf", buffer: PDF_OF_TWO_PAGES },
      { name: "照片.png", mimeType: "image/png", buffer: PNG_OF_ONE_PIXEL },
      { name: "假照片.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<html>") },
    ]);
    await page.getByText("“假照片.jpg”的内容与扩展名不符").waitFor();
    await press(page, "查看毕业证");
    await page.getByText("第1页，共2页").waitFor();
    await expect.poll(() => darkPixels(page)).toBeGreaterThan(100);
    await page.keyboard.press("Escape");
    await press(page, "查看照片");
    const picture = page.getByRole("img", { name: "照片" });
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1);
    await page.keyboard.press("Escape");
  });

  it("goes with a confirmation and comes back whole when that is undone", async () => {
    const { page } = app;
    await press(page, "删除人员");
    await page.getByRole("dialog").getByRole("button", { name: "删除人员" }).click();
    await seeTitle(page, "人员");
    await page.locator(".notice").getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").first().waitFor();
    await openNewPerson(page);
    await openTab(page, "附件");
    await page.getByRole("button", { name: "查看毕业证" }).waitFor();
  });
});

/** How much of the PDF's page is drawn. */
async function darkPixels(page: Page): Promise<number> {
  return page.locator("canvas").evaluate((one: HTMLCanvasElement) => {
    const { data } = one.getContext("2d")?.getImageData(0, 0, one.width, one.height) ?? {};
    let dark = 0;
    for (let at = 0; at < (data?.length ?? 0); at += 4) if ((data?.[at] ?? 255) < 128) dark += 1;
    return dark;
  });
}

describe("what axe looks at", () => {
  it.each(["基本信息", "工作经历", "附件", "资格", "变更记录"])(
    "has no fault on the tab %s",
    async (tab) => {
      await openTab(app.page, tab);
      expect(await findViolations(app.page)).toEqual([]);
    },
  );

  it("has no fault on the roster, its filters and what can be done with many", async () => {
    await search(app.page, "陈");
    await app.page.getByLabel("全选").check();
    expect(await findViolations(app.page)).toEqual([]);
  });
});
