import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, PASSPHRASE, press, seeTitle, typePassphrase, unlock } from "./support/clerk.ts";

/** The settings: language at once, operators in the history, the round, the passphrase. */

let app: App;
beforeAll(async () => {
  app = await startApp();
  await unlock(app.page);
});
afterAll(() => app.remove());

describe("the language", () => {
  it("changes at once, and changes back", async () => {
    await goTo(app.page, "设置");
    await app.page.getByText("English", { exact: true }).click();
    await seeTitle(app.page, "Settings");
    expect(await findBarriers(app.page)).toEqual([]);
    expect(await app.page.evaluate(() => document.documentElement.lang)).toBe("en");
    await app.page.getByText("中文", { exact: true }).click();
    await seeTitle(app.page, "设置");
  });
});

describe("operators", () => {
  it("are added, and changes bear their name from then on", async () => {
    await goTo(app.page, "设置");
    const list = app.page.getByRole("list", { name: "操作员" });
    await app.page.getByLabel("新操作员姓名").fill("　测试员甲 ");
    await app.page.getByLabel("新操作员姓名").press("Enter");
    await list.getByText("测试员甲").waitFor();
    await app.page.getByLabel("新操作员姓名").fill("测试员甲");
    await app.page.getByText("已有同名的操作员").waitFor();
    await app.page.getByLabel("新操作员姓名").fill("");
    const line = list.getByRole("listitem").filter({ hasText: "测试员甲" });
    // On the fictitious unit somebody works already.
    await list
      .getByRole("listitem")
      .filter({ hasText: "试用操作员" })
      .getByText("正在操作")
      .waitFor();
    await line.getByRole("button", { name: "换为此人" }).click();
    await line.getByText("正在操作").waitFor();
    await app.page.getByRole("textbox", { name: "申报日期" }).fill("2026.10.8");
    await app.page.getByRole("textbox", { name: "申报日期" }).press("Tab");
    await app.page
      .getByRole("form", { name: "申报年度" })
      .getByRole("button", { name: "保存" })
      .click();
    await app.page.getByText(/已保存：修改申报年度/).waitFor();
    await goTo(app.page, "健康检查");
    await press(app.page, "显示变更记录");
    const newest = app.page.locator(".history-item").first();
    await newest.getByText("测试员甲").first().waitFor();
    await newest.getByText(/2026-10-08/).waitFor();
  });
});

describe("a half-filled form", () => {
  it("is there again after a restart, and gives way to what is on file", async () => {
    await goTo(app.page, "设置");
    const unit = app.page.getByRole("form", { name: "单位信息" });
    const onFile = await unit.getByLabel("地址").inputValue();
    await unit.getByLabel("地址").fill("新街3号");
    await app.restart();
    await unlock(app.page);
    await goTo(app.page, "设置");
    const again = app.page.getByRole("form", { name: "单位信息" });
    await again.getByText("已恢复上次没有保存的内容。").waitFor();
    expect(await again.getByLabel("地址").inputValue()).toBe("新街3号");
    expect(await findBarriers(app.page)).toEqual([]);
    await again.getByRole("button", { name: "不要了，恢复原样" }).click();
    expect(await again.getByLabel("地址").inputValue()).toBe(onFile);
    expect(await again.getByRole("button", { name: "保存" }).isDisabled()).toBe(true);
  });

  it("follows what is on file: saved, then undone", async () => {
    const unit = app.page.getByRole("form", { name: "单位信息" });
    const before = await unit.getByLabel("地址").inputValue();
    await unit.getByLabel("地址").fill("新街5号");
    await unit.getByLabel(/列入基层单位目录清单/).selectOption("否");
    await unit.getByRole("button", { name: "保存" }).click();
    await app.page.getByText(/已保存：修改单位信息/).waitFor();
    await app.page.keyboard.press("Escape");
    await press(app.page, "撤销");
    await app.page.getByText(/已撤销/).waitFor();
    expect(await unit.getByLabel("地址").inputValue()).toBe(before);
    expect(await unit.getByLabel(/列入基层单位目录清单/).inputValue()).toBe("yes");
  });
});

describe("the passphrase", () => {
  it("is changed only with the present one, and the old one then opens nothing", async () => {
    const next = "院子里还有两棵银杏树和井";
    await goTo(app.page, "设置");
    await press(app.page, "修改口令");
    const dialog = app.page.getByRole("dialog");
    await dialog.getByLabel("现在的口令").fill("不是这个口令不是这个口令");
    await dialog.getByLabel("新口令", { exact: true }).fill(next);
    await dialog.getByLabel("再输一次新口令").fill(next);
    await dialog.getByRole("button", { name: "保存" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("现在的口令").fill(PASSPHRASE);
    await dialog.getByRole("button", { name: "保存" }).click();
    await app.page.getByText("口令已修改").waitFor();
    await app.page.reload();
    await typePassphrase(app.page);
    await app.page.getByText("口令不对").waitFor();
    await unlock(app.page, next);
  });
});
