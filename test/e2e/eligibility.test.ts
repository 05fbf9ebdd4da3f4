import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";

/** Eligibility as a clerk uses it, on the fictitious unit. */

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await unlock(page);
});
afterAll(() => app.remove());

/** Appointed in 2024: five years for 副高级 are full in 2028. */
const PERSON = "demo-005";

async function open(path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

function panel() {
  return page.getByRole("complementary", { name: /的结论和理由$/ });
}

describe("the matrix of people and pathways", () => {
  it("names under each column how many people have which answer, and a press lists just these", async () => {
    await goTo(page, "资格");
    const count = page.getByRole("button", { name: /^正常申报 基层职称：可以申报\d+人/ });
    const label = (await count.getAttribute("aria-label")) ?? "";
    const people = /可以申报(\d+)人/.exec(label)?.[1];
    await count.click();
    await page.getByText(`显示${people}人，共120人`).waitFor();
    expect(page.url()).toContain("state=eligible&pathway=regular&line=grassroots");
    await press(page, "清除筛选");
    await page.getByText("显示120人，共120人").waitFor();
  });

  it("shows the grounds of a cell with clause, places and date, and closes them with Escape", async () => {
    await page.getByRole("combobox", { name: "何时可报" }).selectOption("明年可以申报");
    await page
      .getByRole("button", { name: /查看理由：\s*暂不能申报/ })
      .first()
      .click();
    const text = await panel().innerText();
    expect(text).toContain("不符合");
    expect(text).toContain("依据：鲁人社字〔2020〕42号");
    expect(text).toMatch(/预计最早\d{4}-\d{2}-\d{2}可以申报/);
    expect(text).toContain("预计日期的前提是");
    expect(await panel().getByRole("link", { name: "查看政策" }).count()).toBeGreaterThan(3);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "detached" });
  });

  it("opens with Enter on a row, and finds people by name", async () => {
    const grid = page.getByRole("grid", { name: "人员与申报通道" });
    await grid.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const name = await panel().getByRole("heading", { level: 2 }).innerText();
    await press(page, "清除筛选");
    await page.getByRole("textbox", { name: /^姓名、拼音首字母/ }).fill(name);
    await page.getByText(/^显示[12]人，共120人$/).waitFor();
    await page.getByRole("textbox", { name: /^姓名、拼音首字母/ }).fill("");
  });
});

describe("what if", () => {
  const answers = () => page.getByRole("region", { name: "各通道的结论" });

  it("changes the answer beside the real one and leaves the records alone", async () => {
    await open(`/eligibility/${PERSON}`);
    await seeTitle(page, /的申报资格/);
    await answers().getByText("暂不能申报").first().waitFor();
    const before = await answers().innerText();
    await page.getByRole("combobox", { name: "假设什么" }).selectOption("换一个申报年度");
    await page.getByRole("spinbutton", { name: "年度" }).fill("2028");
    await press(page, "加入假设");
    await page.getByText(/^结论改变[1-9]\d*项/).waitFor();
    expect(await answers().getByText("结论改变").count()).toBeGreaterThan(0);
    expect(await answers().getByText("有变化：").count()).toBeGreaterThan(0);
    expect(await findBarriers(page)).toEqual([]);

    await press(page, "全部取消");
    await page.getByText(/^结论改变/).waitFor({ state: "detached" });
    expect(await answers().innerText()).toBe(before);
    const undo = page.getByRole("button", { name: /撤销/ }).first();
    const label = (await undo.getAttribute("title")) ?? (await undo.innerText());
    expect(label).not.toContain("年度");
    await page.reload();
    await unlockAgain();
    await open(`/eligibility/${PERSON}`);
    await answers().waitFor();
    expect(await answers().innerText()).toBe(before);
  });

  it("refuses what contradicts itself, in a sentence", async () => {
    await page.getByRole("combobox", { name: "假设什么" }).selectOption("改工作经历的起止时间");
    await page.getByRole("textbox", { name: "结束时间" }).fill("1950-01-01");
    await press(page, "加入假设");
    await page.getByRole("alert").filter({ hasText: "假设的内容前后矛盾" }).waitFor();
    await press(page, "全部取消");
  });
});

/** A reload may or may not ask for the passphrase. */
async function unlockAgain(): Promise<void> {
  const locked = page.getByRole("heading", { level: 1, name: "已锁定" });
  await locked.or(page.getByRole("navigation").first()).first().waitFor();
  if (await locked.isVisible()) await unlock(page);
}

describe("the road map", () => {
  it("of the unit counts by year and pathway, with the names behind each number", async () => {
    await open("/eligibility?view=roadmap");
    const number = page.getByRole("button", { name: /2027年起可以申报的\d+人$/ }).first();
    const count = Number(await number.innerText());
    await number.click();
    const names = page.getByRole("status").filter({ hasText: "2027年起可以申报" });
    expect(await names.getByRole("listitem").count()).toBe(count);
    await page.locator(".chart svg").first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await names.getByRole("link", { name: "在“人员与通道”里查看" }).click();
    await page.getByText(`显示${count}人，共120人`).waitFor();
  });

  it("of a person gives each pathway's first year", async () => {
    await open(`/eligibility/${PERSON}?view=roadmap`);
    const row = page.getByRole("row", { name: /^正常申报 全省统一职称 卫生 副高级/ });
    expect(await row.getByRole("cell").first().innerText()).toBe("2028");
    expect(await findBarriers(page)).toEqual([]);
  });
});
