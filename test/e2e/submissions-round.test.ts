import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { makeKeys } from "../support/installation.ts";
import { PaperBureau } from "../support/paper-bureau.ts";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";
import {
  addReviewers,
  card,
  certify,
  checkEverybody,
  confirmEverybody,
  confirmOutcomes,
  enrolFirst,
  fillBallots,
  openView,
  openYear,
  planPublicity,
  seeState,
  takeStep,
} from "./support/round-clerk.ts";

/** From a confirmed round to its package and back: what is missing is shown, the round follows the receipts. */

const FOLDER = temporaryFolder();

let app: App;
let page: Page;
let bureau: PaperBureau;

beforeAll(async () => {
  bureau = new PaperBureau(join(FOLDER, "bureau"), await makeKeys("bureau"));
  app = await startApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await unlock(page);
}, 120_000);
afterAll(() => app.remove());

function building() {
  return card(page, /^生成/);
}

async function bring(label: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.getByLabel(label, { exact: true }).and(page.locator("input")).setInputFiles(file);
}

async function download(button: string): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await press(page, button);
  return readFileSync(await (await waiting).path());
}

/** Takes one person through the round until the recommendation is confirmed. */
async function takeRound(): Promise<void> {
  await goTo(page, "推荐申报");
  await openYear(page, 2026);
  await takeStep(page, "开始报名", "报名");
  await openView(page, "报名");
  const wanted = { pathway: "正常申报", line: "基层职称", decision: "可以申报", count: 1 };
  await enrolFirst(page, wanted);
  await confirmEverybody(page, 1);
  await takeStep(page, "报名截止，开始审核", "审核");
  await checkEverybody(page);
  await takeStep(page, "审核完毕，开始评议", "评议");
  await addReviewers(page, ["王院长", "李主席", "赵代表"]);
  await fillBallots(page, 3, 1);
  await confirmOutcomes(page, 1);
  await planPublicity(page, "2026-09-30");
  await takeStep(page, "评议完毕，开始公示", "公示");
  await openView(page, "公示");
  await certify(page, "王院长");
  await takeStep(page, "公示结束，确认推荐人选", "确认");
}

/** The two sides take each other's keys. */
async function meet(): Promise<void> {
  await goTo(page, "报送");
  await page.getByRole("link", { name: "对接人社局", exact: true }).first().click();
  await bureau.enrol(await download("生成登记申请"));
  await bring("读入信息卡", "县人社局.jcb", await bureau.card());
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/电话里听到的指纹/).fill(bureau.fingerprint);
  await dialog.getByRole("button", { name: "采用" }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Changes everybody's record, and comes back to the page of sending. */
async function appraiseEverybody(): Promise<void> {
  await goTo(page, "人员");
  await page.getByLabel("全选").check();
  await press(page, "登记年度考核");
  const dialog = page.getByRole("dialog", { name: "登记年度考核" });
  await dialog.getByRole("textbox", { name: "年度" }).fill("2030");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await goTo(page, "报送");
}

describe("a round that is confirmed", () => {
  it("is not packed while papers are missing, and says which, each a press away", async () => {
    await takeRound();
    await meet();
    await goTo(page, "报送");
    await building()
      .getByText(/还差\d+项/)
      .waitFor();
    expect(await building().getByRole("button", { name: "生成报送包" }).isDisabled()).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    const missing = building().getByRole("link", { name: "去办理" });
    for (let left = await missing.count(); left > 0; left -= 1) {
      await missing.first().click();
      // Those waived before offer to be asked for again.
      await page
        .getByRole("button", { name: /^(?!取消).+免交$/ })
        .first()
        .click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: /免交理由/ }).fill("原件已核对");
      await dialog.getByRole("button", { name: "免交", exact: true }).click();
      await dialog.waitFor({ state: "detached" });
      await goTo(page, "报送");
      await building().waitFor();
    }
    await building().getByText("推荐人选和材料齐全，可以生成").waitFor();
  }, 240_000);

  it("is packed, packed again after a record has changed, and taken in without a remark", async () => {
    await press(page, "生成报送包");
    await page.getByText(/第1版报送包已生成，自查通过/).waitFor();
    await appraiseEverybody();
    await building()
      .getByText(/第1版生成以后.*有改动/)
      .waitFor();
    const note = page.getByText("生成以后档案有改动，请先重新生成再发送。");
    await note.waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("link", { name: "2026年度第1版" }).click();
    await seeTitle(page, /2026年度第1版/);
    await note.waitFor();
    await page.getByRole("link", { name: "去重新生成" }).click();
    await press(page, "重新生成");
    await building()
      .getByText(/第1版生成以后.*有改动/)
      .waitFor({ state: "detached" });
    const received = await bureau.receive(await download("导出到U盘"));
    expect(received).toMatchObject({ ok: true, entry: { remarks: [] } });
    await bring("读入回执", "回执.jcr", bureau.firstReceipt(received));
    await seeTitle(page, /2026年度第1版/);
    await card(page, "人社局的回执").getByRole("heading").first().waitFor();
    expect(await note.count()).toBe(0);
    await goTo(page, "推荐申报");
    await seeState(page, "已报送");
  });

  it("follows the bureau: returned, corrected as the next revision, accepted", async () => {
    await goTo(page, "报送");
    await bring("读入回执", "回执.jcr", await bureau.answer("returned"));
    await seeTitle(page, /2026年度第1版/);
    await goTo(page, "推荐申报");
    await seeState(page, "退回修改");
    await goTo(page, "报送");
    await press(page, "生成报送包");
    await page.getByText(/第2版报送包已生成，自查通过/).waitFor();
    await bureau.receive(await download("导出到U盘"));
    await bring("读入回执", "回执.jcr", await bureau.answer("accepted"));
    await seeTitle(page, /2026年度第2版/);
    await goTo(page, "推荐申报");
    await seeState(page, "已受理");
  });
});
