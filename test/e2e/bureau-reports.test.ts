import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { loadTrial, setUpBureau } from "./support/bureau-clerk.ts";
import { press, seeTitle, unlock } from "./support/clerk.ts";
import { acceptFirstUnit, goToReport, startPlan } from "./support/reports-clerk.ts";

/** The bureau's reports over the fictitious units: sums, statistics, plan, samples, results, ledger. */

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp({ from: "fresh" });
  page = app.page;
  await setUpBureau(page);
  await goToReport(page, "汇总");
  await page.getByText("还没有收到报送包").waitFor();
  await page.getByRole("navigation").first().getByRole("link", { name: "工作台" }).click();
  await loadTrial(page);
  await acceptFirstUnit(page);
}, 180_000);
afterAll(async () => app.remove());

async function expectOpenToAll(): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
}

describe("the sums", () => {
  test("stand by unit with the year's total, and a unit leads to its packages", async () => {
    await goToReport(page, "汇总");
    const rows = page.getByRole("grid").locator("[data-index]");
    await expect.poll(() => rows.count()).toBe(3);
    await expectOpenToAll();
    const name = (await rows.first().getByRole("gridcell").first().innerText()).trim();
    await rows.first().click();
    await seeTitle(page, /^受理台/);
    await expect
      .poll(() => page.getByRole("grid").locator("[data-index]").allInnerTexts())
      .toEqual([expect.stringContaining(name)]);
  });

  test("stand by pathway at the address that the link gives", async () => {
    await goToReport(page, "汇总");
    await page.getByRole("link", { name: "按通道" }).click();
    await page.getByRole("grid", { name: "按通道" }).waitFor();
    expect(page.url()).toContain("by=pathway");
    await expectOpenToAll();
  });

  test("come as a workbook and on paper", async () => {
    const download = page.waitForEvent("download");
    await press(page, "保存为工作簿");
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^\d{4}年度推荐人选情况一览表\.xlsx$/);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    await press(page, "预览和打印");
    await page.getByRole("heading", { name: /年度职称申报推荐人选情况一览表/ }).waitFor();
    await expectOpenToAll();
    await page.getByLabel("表", { exact: true }).selectOption("按级别汇总");
    await page.getByRole("heading", { name: /汇总表（按级别）/ }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
  });
});

test("the statistics have a table and a picture for each subject, and say when nobody is in the scope", async () => {
  await goToReport(page, "统计分析");
  const tables = page.locator(".reports-table");
  await expect.poll(() => tables.count()).toBe(5);
  await page.locator("main figure svg").first().waitFor();
  expect(await page.locator("main figure").count()).toBe(5);
  await expectOpenToAll();
  await page.getByLabel("范围").selectOption({ label: "评审通过的" });
  await page.getByText(/这个范围里还没有人/).waitFor();
  await expectOpenToAll();
});

describe("the plan", () => {
  test("says what is missing, is kept, and stands beside what came of it", async () => {
    await goToReport(page, "改革规划");
    await page.getByText("还没有改革规划").waitFor();
    await expectOpenToAll();
    await startPlan(page);
    await page.getByRole("table", { name: "计划与实际对照" }).waitFor();
    await expectOpenToAll();
    await press(page, "添加任务");
    await press(page, "保存规划");
    await page.getByText("第1项任务没有写内容").waitFor();
    await expectOpenToAll();
  });

  test("keeps a half-made change over a lock, and takes a saving back", async () => {
    await page.getByLabel("第1项任务的内容", { exact: true }).fill("修订岗位设置方案");
    await goToReport(page, "汇总");
    await page.keyboard.press("Control+l");
    await unlock(page);
    await goToReport(page, "改革规划");
    await page.getByText("已恢复上次没有保存的内容").waitFor();
    await page.getByLabel("第1项任务的完成期限").fill("2026.12.31");
    await press(page, "保存规划");
    await page.getByRole("rowheader", { name: "修订岗位设置方案" }).waitFor();
    await press(page, "撤回这次保存");
    await page.getByText("已恢复为保存前的规划").waitFor();
    expect(await page.getByRole("rowheader", { name: "修订岗位设置方案" }).count()).toBe(0);
  });

  test("that another desk has saved meanwhile is replaced only by a clerk who was asked", async () => {
    const name = page.getByLabel("规划名称");
    const mine = `${await name.inputValue()}（修订）`;
    await name.fill(mine);
    await anotherDeskSavesFirst();
    await press(page, "保存规划");
    const question = page.getByRole("dialog", { name: "另一台业务台已保存了新的规划" });
    await question.waitFor();
    await expectOpenToAll();
    await question.getByRole("button", { name: "取消" }).click();
    await question.waitFor({ state: "hidden" });
    expect(await name.inputValue()).toBe(mine);
    await press(page, "保存规划");
    await question.getByRole("button", { name: "用我的内容替换" }).click();
    await page.getByRole("heading", { name: mine }).waitFor();
    // The other desk's plan can be had back.
    await press(page, "撤回这次保存");
    await page.getByRole("heading", { name: /方案（修订）/ }).waitFor();
  });
});

/** The next plan that is sent is sent a moment earlier under another name, as if by another desk. */
async function anotherDeskSavesFirst(): Promise<void> {
  await page.route(
    "**/call/desk.putPlan",
    async (route) => {
      const theirs = Buffer.from(route.request().postDataBuffer() ?? []);
      // Of the same length: the frame tells it.
      theirs.write("方案", theirs.indexOf("规划（修订）"));
      expect((await route.fetch({ postData: theirs })).status()).toBe(200);
      await route.continue();
    },
    { times: 1 },
  );
}

describe("a sample", () => {
  test("is drawn by the seed that was given, the same ones each time", async () => {
    const drawn: (readonly string[])[] = [];
    for (let time = 0; time < 2; time += 1) {
      await goToReport(page, "抽查");
      await page.getByLabel("抽取人数").fill("3");
      await page.getByLabel("种子", { exact: true }).fill("20261126");
      await press(page, "抽取");
      await seeTitle(page, /^抽查名单和核对表/);
      await page.locator(".reports-people a").first().waitFor();
      drawn.push(await page.locator(".reports-people a").allInnerTexts());
    }
    expect(drawn[0]?.length).toBe(3);
    expect(drawn[1]).toEqual(drawn[0]);
    await expectOpenToAll();
  });

  test("asks why something is not true, keeps the checklist and goes on to the next", async () => {
    const item = page.getByLabel(/^身份证原件与登记信息一致：核对结果$/);
    await item.selectOption({ label: "不符" });
    await press(page, "其余都属实");
    await press(page, "保存并看下一人");
    await page.getByText(/^不符的要写说明/).waitFor();
    await expectOpenToAll();
    await page.getByLabel(/^身份证原件与登记信息一致：说明$/).fill("没有带原件");
    await press(page, "保存并看下一人");
    await page.locator(".reports-people a", { hasText: "有1项不符" }).waitFor();
    await page.locator('.reports-people li:nth-child(2) a[aria-current="true"]').waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".reports-paper:visible").count()).toBe(3);
    await page.emulateMedia({ media: "screen" });
  });
});

describe("the results", () => {
  test("are typed in a table, and faults are told before anything is issued", async () => {
    await goToReport(page, "结果登记");
    await expectOpenToAll();
    await page.getByRole("grid").locator("[data-index]").first().click();
    const outcomes = page.getByLabel(/的结果$/);
    await outcomes.first().waitFor();
    await expectOpenToAll();
    await outcomes.first().selectOption({ label: "未通过" });
    await press(page, "出具结果回执");
    await page.getByText(/没有写日期/).waitFor();
    await expectOpenToAll();
  });

  test("pasted rows that fit nobody are told by their line", async () => {
    await page
      .getByLabel("从工作簿复制的行")
      .fill("姓名\t身份证号\n无此人\t1234\t通过\t2026-11-01");
    await press(page, "核对并填入");
    await page.getByText(/^第2行：这个单位没有受理叫“无此人”/).waitFor();
    await expectOpenToAll();
  });

  test("go out as a signed receipt for the stick, and are told as they were", async () => {
    await page
      .getByRole("table", { name: "评审结果" })
      .getByLabel(/的日期$/)
      .first()
      .fill("2026-11-20");
    await page.getByLabel("批量填写的日期").fill("2026-11-20");
    await press(page, "未登记的都填“通过”");
    await press(page, "出具结果回执");
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/1项未通过/).waitFor();
    await expectOpenToAll();
    await dialog.getByRole("button", { name: "出具结果回执" }).click();
    await page.getByRole("heading", { name: /^已出具第\d+号回执/ }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /^保存回执/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.jcr$/);
    await page.getByRole("cell", { name: "未通过，2026-11-20" }).waitFor();
    await expectOpenToAll();
    await goToReport(page, "结果登记");
    await page.getByText("已登记完").waitFor();
  });
});

test("the ledger is backed up on the health page, and a backup can be put back", async () => {
  await page.getByRole("navigation").first().getByRole("link", { name: "健康检查" }).click();
  await seeTitle(page, /^健康检查/);
  await press(page, "立即备份台账");
  await page.getByText(/^台账已备份，共\d+条$/).waitFor();
  await expectOpenToAll();
  await page
    .getByRole("button", { name: /的台账备份$/ })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /恢\s?复/ })
    .click();
  await page.getByText(/^已恢复\d+条/).waitFor();
});
