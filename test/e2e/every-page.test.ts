import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { looseness } from "./support/frame.ts";
import { goTo, NAVIGATION, press, unlock } from "./support/clerk.ts";

/** What holds for every page alike, with the fictitious unit in it. */

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await unlock(page);
  // So that the first page is one that is gone to.
  await goTo(page, "设置");
});

afterAll(async () => app.remove());

describe.each(NAVIGATION)("the page %s", (name) => {
  test("opens by the navigation with the focus on its title, and nothing stands in anybody's way", async () => {
    await goTo(page, name);
    await page.locator("main .state[role=status]").waitFor({ state: "detached" });
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    expect(focused).toBe("H1");
    expect(await findBarriers(page)).toEqual([]);
    expect(await looseness(page)).toBe(0);
  });
});

test("the link at the head of the page leads past the navigation to the content", async () => {
  await page.getByRole("link", { name: "跳到正文" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
});

test("at 200 % zoom of a small window no page is wider than the window", async () => {
  await page.setViewportSize({ width: 640, height: 400 });
  const wide: string[] = [];
  for (const name of NAVIGATION) {
    await goTo(page, name);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (excess > 0) wide.push(`${name}: ${excess}`);
  }
  expect(wide).toEqual([]);
});

test("a person is found from anywhere by the initials", async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").pressSequentially("y");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/people\/./);
});

test("the fictitious unit is marked, and ending the trial can be undone and done again", async () => {
  await page.getByText(/人员和数据都是编造的/).waitFor();
  await press(page, "结束试用，填写本单位");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("单位名称").fill("甲镇卫生院");
  await dialog.getByLabel(/列入基层单位目录清单/).selectOption("是");
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "结束试用", exact: true }).click();
  const header = page.locator("header.header");
  await header.getByText("甲镇卫生院").waitFor();
  expect(await page.getByText(/人员和数据都是编造的/).count()).toBe(0);
  await dialog.waitFor({ state: "hidden" });
  await goTo(page, "工作台");
  await page.keyboard.press("Control+z");
  await header.getByText(/演示镇中心卫生院/).waitFor();
  await page.keyboard.press("Control+Shift+Z");
  await header.getByText("甲镇卫生院").waitFor();
  await header.getByRole("button", { name: "撤销" }).click();
  await page.getByText(/人员和数据都是编造的/).waitFor();
});

test("on paper the frame is gone and the page is there", async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await goTo(page, "岗位");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").count()).toBe(0);
  await page.getByRole("heading", { level: 1, name: /岗位/ }).waitFor();
  await page.emulateMedia({ media: "screen" });
});
