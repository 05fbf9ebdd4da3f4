import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, seeTitle, unlock } from "./support/clerk.ts";

/** The first page of the morning, on the fictitious unit: numbers lead to lists, clauses to the text. */

let app: App;
beforeAll(async () => {
  app = await startApp();
  await unlock(app.page);
});
afterAll(() => app.remove());

/** The number in a link's words. */
function numberIn(text: string): number {
  return Number(/\d+/.exec(text.replace(/\d{4}年/, ""))?.[0] ?? "-1");
}

describe("a number on the workbench", () => {
  it("of people short of hours leads to exactly these people", async () => {
    await goTo(app.page, "工作台");
    const link = app.page.getByRole("link", { name: /^未学满\d+人$/ });
    const count = numberIn(await link.innerText());
    expect(count).toBeGreaterThan(0);
    await link.click();
    await seeTitle(app.page, /人员/);
    await app.page.getByText("未学满学时").first().waitFor();
    const rows = app.page.getByRole("grid").first();
    await rows.waitFor();
    // The head is a row too.
    expect(await rows.getAttribute("aria-rowcount")).toBe(String(count + 1));
  });

  it("of people who can apply this year leads to their answers", async () => {
    await goTo(app.page, "工作台");
    const part = app.page.getByRole("region", { name: /年可以申报$/ });
    const link = part.getByRole("link", { name: /^\d+人$/ });
    const count = numberIn(await link.innerText());
    await link.click();
    await seeTitle(app.page, /资格/);
    const grid = app.page.getByRole("grid").first();
    await grid.waitFor();
    expect(await grid.getAttribute("aria-rowcount")).toBe(String(count + 1));
  });

  it("and each duty's line leads to the person", async () => {
    await goTo(app.page, "工作台");
    const line = app.page.locator(".wb-due .wb-line a").first();
    const name = await line.innerText();
    await line.click();
    await seeTitle(app.page, new RegExp(name));
  });
});

describe("the posts", () => {
  it("open the names behind a number, and take a new approved number that undo takes back", async () => {
    await goTo(app.page, "岗位");
    const row = app.page.getByRole("row", { name: /^中级/ });
    await row.locator("summary").first().click();
    expect(await row.locator("details[open] a").count()).toBeGreaterThan(1);
    const approved = row.locator("td").first();
    const before = await approved.innerText();
    await app.page.getByRole("button", { name: "修改核定岗位数" }).click();
    const dialog = app.page.getByRole("dialog");
    await dialog.getByLabel("中级").fill("九");
    await dialog.getByText("应为0到99999的整数").waitFor();
    await dialog.getByLabel("中级").fill("97");
    await dialog.getByRole("button", { name: "保存" }).click();
    await row.getByText("97", { exact: true }).first().waitFor();
    await app.page.getByRole("button", { name: "撤销", exact: true }).last().click();
    await expect.poll(() => approved.innerText()).toBe(before);
  });
});

describe("the policy", () => {
  it("shows the clause that a parameter cites, and finds words in the notice", async () => {
    await goTo(app.page, "政策");
    const lockout = app.page.getByRole("row", { name: /^取得一类职称后/ });
    await lockout.getByRole("link").click();
    const marked = app.page.locator(".policy-clause-marked");
    await marked.waitFor();
    expect(await marked.innerText()).toContain("取得一类职称5年内不得申报");
    expect(await marked.isVisible()).toBe(true);
    await app.page.getByLabel("在通知中查找").fill("特设岗位");
    await app.page.getByText("找到2处").waitFor();
  });
});

describe("workbench, posts and policy", () => {
  it.each(["工作台", "岗位", "政策"] as const)(
    "have no barrier that a machine finds: %s",
    async (name) => {
      await goTo(app.page, name);
      expect(await findBarriers(app.page)).toEqual([]);
    },
  );
});
