import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import {
  choosePassphrase,
  PASSPHRASE,
  press,
  rehearse,
  secrets,
  seeTitle,
  typePassphrase,
  unlock,
} from "./support/clerk.ts";

const NEW_PASSPHRASE = "村口的老槐树今年又开花了";

let app: App;
let page: Page;
let recoveryCode: string;

beforeAll(async () => {
  app = await startApp({ from: "fresh" });
  page = app.page;
});

afterAll(async () => app.remove());

async function expectOpenToAll(): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
}

describe("the first run", () => {
  test("says what the program is, and checks the unit's code at once", async () => {
    await seeTitle(page, "欢迎使用基层职称");
    await expectOpenToAll();
    await press(page, "设置本单位");
    await seeTitle(page, "单位信息");
    await page.getByLabel("统一社会信用代码").fill("12371082MB0000001A");
    await page.getByText(/统一社会信用代码校验码不对/).waitFor();
    await page.getByLabel("统一社会信用代码").fill("");
    await press(page, "下一步");
    expect(await page.getByText("必填，请补上").count()).toBe(2);
    await page.getByLabel("单位名称").fill("甲镇卫生院");
    await press(page, "下一步");
    await page.getByLabel(/列入基层单位目录清单/).selectOption("是");
    await expectOpenToAll();
  });

  test("keeps the unit across a restart and refuses a short passphrase", async () => {
    page = await app.restart();
    await seeTitle(page, "单位信息");
    expect(await page.getByLabel("单位名称").inputValue()).toBe("甲镇卫生院");
    await press(page, "下一步");
    await seeTitle(page, "设置口令");
    await secrets(page).nth(0).fill("太短了");
    await secrets(page).nth(1).fill("太短了");
    await press(page, "设置口令");
    await page.getByText("太短，至少12个字符").waitFor();
    await expectOpenToAll();
  });

  test("broken off after the recovery code was shown, gives a new one and has it typed back", async () => {
    const lost = await choosePassphrase(page);
    await expectOpenToAll();
    page = await app.restart();
    await typePassphrase(page);
    await seeTitle(page, "恢复码");
    const code = await page.getByTestId("recovery-code").innerText();
    expect(code).not.toBe(lost);
    recoveryCode = code;
    await press(page, "已经抄好，下一步");
    await page.getByRole("textbox").fill(`${code.slice(0, 4)}000 ${code.slice(8)}`);
    await page.getByText(/^✕? ?第2组与恢复码不同/).waitFor();
    await expectOpenToAll();
    await press(page, "再看一遍恢复码");
    await rehearse(page, code.replaceAll(/\s/g, ""));
    await seeTitle(page, "设置完成");
    await expectOpenToAll();
  });

  test("ends in the unit that was described, with the clerk's name", async () => {
    await page.getByLabel("您的姓名").fill("王芳");
    await press(page, "先进入工作台");
    await seeTitle(page, "工作台");
    await page.getByText("甲镇卫生院").first().waitFor();
    await page.getByText("操作员：王芳").waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain("jiceng.firstRun");
    await expectOpenToAll();
  });
});

describe("the lock", () => {
  test("closes by Ctrl+L and says that a passphrase is wrong", async () => {
    await page.keyboard.press("Control+l");
    await typePassphrase(page, "这不是设置的那一个口令");
    await page.getByText(/口令不对/).waitFor();
    await expectOpenToAll();
    await unlock(page);
  });

  test("asks again after a restart and opens on the same records", async () => {
    page = await app.restart();
    await unlock(page, PASSPHRASE);
    await page.getByText("甲镇卫生院").first().waitFor();
    await page.getByText("操作员：王芳").waitFor();
  });

  test("opens by the recovery code and a new passphrase, after which the old one is no use", async () => {
    await page.keyboard.press("Control+l");
    await press(page, "忘记口令，用恢复码");
    await page.getByLabel("恢复码").first().waitFor();
    await page.locator("textarea").fill(recoveryCode);
    await secrets(page).nth(0).fill(NEW_PASSPHRASE);
    await secrets(page).nth(1).fill(NEW_PASSPHRASE);
    await expectOpenToAll();
    await press(page, "打开并换用新口令");
    await page.getByRole("navigation").first().waitFor();
    await page.keyboard.press("Control+l");
    await typePassphrase(page, PASSPHRASE);
    await page.getByText(/口令不对/).waitFor();
    await unlock(page, NEW_PASSPHRASE);
  });

  test("closes by itself after the minutes chosen", async () => {
    await page.clock.install();
    await page.clock.fastForward("20:00");
    await seeTitle(page, "已锁定");
  });
});
