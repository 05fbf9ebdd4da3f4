import { renameSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { type App, startApp } from "../e2e/support/app.ts";
import { goTo, press, seeTitle } from "../e2e/support/clerk.ts";
import { idNumberOf } from "../support/id-number.ts";
import { makeReadOnly, mayMakeReadOnly } from "../support/read-only.ts";
import { addOperator, goToOperators, openRecords, readOperators } from "./support/saving.ts";

/** Promise 6: what is wrong with the disk stands on the health page, writing stops and goes on, nothing typed goes. */

const NAME = "赵暂停";
const NUMBER = idNumberOf("1990-03-05", 126);

let app: App | null = null;
let release: (() => void) | null = null;
afterEach(async () => {
  release?.();
  release = null;
  await app?.remove();
  app = null;
});

async function start(): Promise<App> {
  const started = await startApp();
  app = started;
  expect(await openRecords(started.page)).toBe("opened");
  await goToOperators(started.page);
  await addOperator(started.page, "甲");
  return started;
}

/** The line of the health page about one part. */
async function readLine(page: Page, part: string): Promise<string> {
  // Come to from elsewhere, so that it asks anew.
  await goTo(page, "工作台");
  await goTo(page, "健康检查");
  const table = page.getByRole("table", { name: "健康检查" });
  return table.getByRole("row", { name: new RegExp(`^${part}`) }).innerText();
}

/** What the screen says to a save that is refused, once it says it; the notice is put away. */
async function readFailure(page: Page): Promise<string> {
  const notice = page.locator(".notice-failed");
  const text = await notice.innerText();
  await notice.getByRole("button").click();
  await notice.waitFor({ state: "detached" });
  return text;
}

async function openNewPerson(page: Page) {
  await goTo(page, "人员");
  await press(page, "添加人员");
  const form = page.getByRole("dialog", { name: "添加人员" });
  await form.waitFor();
  return { form, name: form.getByRole("textbox", { name: "姓名" }) };
}

/** With the profile gone the journal is all there is: what it brings back is what it holds. */
async function expectInJournal(stopped: App, operators: readonly string[]): Promise<Page> {
  await stopped.stop();
  stopped.wipeProfile();
  const page = await stopped.restart();
  expect(await openRecords(page)).toBe("rebuilt");
  expect(await readOperators(page)).toEqual(operators);
  return page;
}

describe("a journal that is taken away while the program runs", () => {
  it("is missed on the health page, and written anew from the first entry with the next edit", async () => {
    const started = await start();
    const { page, dataFolder } = started;
    expect(await readLine(page, "操作日志")).toContain("正常");
    renameSync(join(dataFolder, "journal"), join(dataFolder, "taken-away"));
    const missed = await readLine(page, "操作日志");
    expect(missed).toContain("要处理");
    expect(missed).toMatch(/操作日志少\d+条/);
    await goToOperators(page);
    await addOperator(page, "乙");
    expect(await readLine(page, "操作日志")).toContain("正常");
    await expectInJournal(started, ["甲", "乙"]);
  });
});

// Skipped for a user who may not mount.
describe.skipIf(!mayMakeReadOnly())(
  "a data folder that cannot be written while the program runs",
  () => {
    it("stops the work with a sentence; what was typed is there after a crash, and all is saved once it can be", async () => {
      const started = await start();
      const { page } = started;
      release = makeReadOnly(started.dataFolder);

      const field = page.getByRole("textbox", { name: "新操作员姓名" });
      await field.fill("乙");
      await field.press("Enter");
      const first = await readFailure(page);
      expect(first).toContain("没能写进操作日志，已暂停录入");
      expect(first).toContain("数据文件夹不能写入");

      const { form, name } = await openNewPerson(page);
      await name.fill(NAME);
      await form.getByRole("textbox", { name: "身份证号" }).fill(NUMBER);
      await page.keyboard.press("Control+s");
      expect(await readFailure(page)).toContain("已暂停录入");
      expect(await name.inputValue()).toBe(NAME);
      await page.keyboard.press("Escape");
      await form.waitFor({ state: "hidden" });

      expect(await readLine(page, "操作日志")).toContain("数据文件夹不能写入");
      const alert = page.getByRole("alert").filter({ hasText: "已停止写入" });
      expect(await alert.innerText()).toContain("数据文件夹不能写入");
      await press(page, "立即备份");
      expect(await readFailure(page)).toContain("备份没有做成，原有的备份没有动");

      await started.killBrowser();
      release();
      release = null;
      const again = await started.restart();
      expect(await openRecords(again)).toBe("opened");
      const restored = await openNewPerson(again);
      await restored.form.getByText("已恢复上次没有保存的内容").waitFor();
      expect(await restored.name.inputValue()).toBe(NAME);
      await again.keyboard.press("Control+s");
      await seeTitle(again, NAME);
      expect(await readLine(again, "操作日志")).toContain("正常");

      const rebuilt = await expectInJournal(started, ["甲", "乙"]);
      await goTo(rebuilt, "人员");
      await rebuilt.getByText("共121人", { exact: true }).waitFor();
    });

    it("goes on by itself once it can be written again, without a restart", async () => {
      const started = await start();
      const { page } = started;
      release = makeReadOnly(started.dataFolder);
      const field = page.getByRole("textbox", { name: "新操作员姓名" });
      await field.fill("乙");
      await field.press("Enter");
      expect(await readFailure(page)).toContain("已暂停录入");
      await field.fill("丙");
      await field.press("Enter");
      expect(await readFailure(page)).toContain("已暂停录入");
      expect(await field.inputValue()).toBe("丙");
      release();
      release = null;
      await addOperator(page, "丙");
      expect(await readLine(page, "操作日志")).toContain("正常");
      expect(await page.getByRole("alert").count()).toBe(0);
      await expectInJournal(started, ["甲", "乙", "丙"]);
    });
  },
);
