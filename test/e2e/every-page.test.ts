import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, NAVIGATION, unlock } from "./support/clerk.ts";

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

test("on paper the frame is gone and the page is there", async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await goTo(page, "岗位");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").count()).toBe(0);
  await page.getByRole("heading", { level: 1, name: /岗位/ }).waitFor();
  await page.emulateMedia({ media: "screen" });
});
