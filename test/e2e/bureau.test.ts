import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issueEnrolment } from "../../electron/services/trust/own-statement.ts";
import { inventCounty } from "../../shared/demo/trial-county.ts";
import { fingerprintOf } from "../../shared/submission/fingerprint.ts";
import { temporaryFolder } from "../support/folder.ts";
import { makeKeys } from "../support/installation.ts";
import { makePair, NOW, packFor } from "../support/offices.ts";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import {
  BUREAU_NAME,
  BUREAU_OPERATOR,
  goToDesk,
  loadTrial,
  setUpBureau,
} from "./support/bureau-clerk.ts";
import { press, seeTitle, unlock } from "./support/clerk.ts";
import { freePort } from "./support/free-port.ts";

/** A bureau's clerk: from the first run to the receipt. */

const FOLDER = temporaryFolder();
const COUNTY = inventCounty();
const [FIRST] = COUNTY;
const UNIT = FIRST?.unitFile.unit.name ?? "";

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp({ from: "fresh" });
  page = app.page;
});
afterAll(async () => app.remove());

async function expectOpenToAll(): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
}

async function openFirstPackage(): Promise<void> {
  await goToDesk(page, "受理台");
  await page.getByRole("grid").locator("[data-index]").filter({ hasText: UNIT }).click();
  await seeTitle(page, new RegExp(`${UNIT}2026年度报送包`));
}

describe("the first run of a bureau", () => {
  test("ends on a desk of its own, without the pages of a unit", async () => {
    await setUpBureau(page);
    await page.getByText(BUREAU_NAME).first().waitFor();
    await page.getByText(`操作员：${BUREAU_OPERATOR}`).waitFor();
    const links = page.getByRole("navigation").first().getByRole("link");
    expect(await links.allInnerTexts()).not.toContain("人员");
    await expectOpenToAll();
    await page.evaluate(() => {
      location.hash = "/people";
    });
    await page.getByText(/这个页面是基层单位用的/).waitFor();
    await goToDesk(page, "受理台");
    await page.getByText("还没有收到报送包").waitFor();
    await expectOpenToAll();
  });
});

describe("the trial", () => {
  test("fills the desk with packages to look around in", async () => {
    await goToDesk(page, "工作台");
    await loadTrial(page);
    await page.getByText(/待决定的报送包：3个/).waitFor();
    await expectOpenToAll();
    await page.getByText(/待决定的报送包：3个/).click();
    await seeTitle(page, /受理台/);
    const rows = page.getByRole("grid").locator("[data-index]");
    await expect.poll(() => rows.count()).toBe(3);
    await expectOpenToAll();
  });
});

describe("a package", () => {
  test("shows each candidate with the unit's answer beside our own, and scans", async () => {
    await openFirstPackage();
    await page.getByText("单位的判定").waitFor();
    await page.getByText("本局的复核").waitFor();
    await expectOpenToAll();
    await page
      .getByRole("button", { name: /^查看.*职称证书（虚构）$/ })
      .first()
      .click();
    await page.locator(".attachment-pdf canvas").waitFor();
    await expectOpenToAll();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /关\s?闭/ })
      .last()
      .click();
    for (const view of [/^核对/, /^表册和材料/, /^回执/, /^申报人/]) {
      await page.locator(".bureau-views").getByRole("link", { name: view }).click();
      await expectOpenToAll();
    }
  });

  test("asks for a reason before it takes a return, and for all decisions before the receipt", async () => {
    await page.getByRole("radio", { name: "退回修改" }).check();
    await press(page, "记下并看下一个");
    await page.getByText("请至少选一条退回原因").waitFor();
    await page.getByRole("checkbox", { name: /现职称与证书不一致/ }).check();
    await expectOpenToAll();
    await press(page, "记下并看下一个");
    await page.getByText(/^已记下：.*退回修改$/).waitFor();
    const answer = page.getByRole("button", { name: "出具回执", exact: true });
    expect(await answer.isDisabled()).toBe(true);
  });

  test("goes from one undecided candidate to the next by the keyboard", async () => {
    const current = page.locator('.bureau-people a[aria-current="true"]');
    const before = await current.getAttribute("href");
    await page.keyboard.press("Alt+n");
    await expect.poll(() => current.getAttribute("href")).not.toBe(before);
  });

  test("keeps a half-made decision over another page and a lock", async () => {
    const current = page.locator('.bureau-people a[aria-current="true"]');
    const place = await current.getAttribute("href");
    await page.getByRole("textbox", { name: "说明" }).fill("还要问一问学校");
    await page.getByRole("radio", { name: "不予受理" }).check();
    await goToDesk(page, "单位与密钥");
    await page.keyboard.press("Control+l");
    await unlock(page);
    await openFirstPackage();
    await page.locator(`.bureau-people a[href="${place}"]`).click();
    await page.getByText("还要问一问学校").waitFor();
    expect(await page.getByRole("radio", { name: "不予受理" }).isChecked()).toBe(true);
  });

  test("is answered once everybody is decided, by a signed receipt for the stick", async () => {
    const undecided = page.locator(".bureau-people a", { hasText: "未决定" });
    for (let left = await undecided.count(); left > 0; left -= 1) {
      await undecided.first().click();
      await page.getByRole("radio", { name: "受理", exact: true }).check();
      await press(page, "记下决定");
      await expect.poll(() => undecided.count()).toBe(left - 1);
    }
    const download = page.waitForEvent("download");
    await press(page, "出具回执");
    await page
      .getByRole("dialog")
      .getByText(/将出具“退回修改”的回执/)
      .waitFor();
    await expectOpenToAll();
    await page.getByRole("dialog").getByRole("button", { name: "出具回执" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.jcr$/);
    await page.locator(".page-subtitle").getByText("已退回").waitFor();
    await page
      .locator(".bureau-views")
      .getByRole("link", { name: /^回执（2）/ })
      .click();
    await page.getByText(/现职称与证书不一致/).waitFor();
    await expectOpenToAll();
  });
});

describe("what does not belong here", () => {
  test("is quarantined with its reason and can be removed", async () => {
    const { packagePath } = await packFor(await makePair(join(FOLDER, "other")));
    await goToDesk(page, "受理台");
    await page.locator('input[type="file"]').first().setInputFiles(packagePath);
    await page
      .getByText(/没有收件，已隔离/)
      .first()
      .waitFor();
    await page.getByRole("heading", { name: /隔离区（1）/ }).waitFor();
    await expectOpenToAll();
    await page.locator("#quarantine").getByRole("button", { name: /^删除/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: /^删除/ }).click();
    await page.locator("#quarantine").waitFor({ state: "detached" });
  });
});

describe("the receiver", () => {
  test("starts on a port of the clerk's choice, says where it is reached, and stops", async () => {
    const card = page.locator("#receiver");
    await card.getByText("没有开启").waitFor();
    await card.getByLabel("端口").fill("80");
    await card.getByText(/请填写1024到65535/).waitFor();
    const port = await freePort();
    await card.getByLabel("端口").fill(String(port));
    await press(page, "开启收件");
    await card.getByText("正在收件").waitFor();
    await card
      .getByText(new RegExp(`^http://.*:${port}$`))
      .first()
      .waitFor();
    await expectOpenToAll();
    await press(page, "停止收件");
    await page.getByRole("dialog").getByRole("button", { name: "停止收件" }).click();
    await card.getByText("没有开启").waitFor();
  });
});

describe("the register of units", () => {
  const profile = { id: "u-777", name: "红旗镇农技站", creditCode: null };
  let request = 0;

  /** A request of the station by its key, read on the page; gives the fingerprint that it reads out. */
  async function readRequest(): Promise<string> {
    const keys = await makeKeys("unit");
    request += 1;
    const folder = join(FOLDER, `station-${request}`);
    const issued = await issueEnrolment(folder, keys, profile, NOW + request * 1_000);
    if (!issued.ok) throw new Error(issued.code);
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: "红旗镇农技站登记申请.jce",
        mimeType: "application/octet-stream",
        buffer: Buffer.from(issued.text),
      });
    return fingerprintOf(keys.publicKeys.kid);
  }

  const dialog = () => page.getByRole("dialog");
  const heard = () => dialog().getByLabel("电话里听到的指纹");
  const take = () => dialog().getByRole("button", { name: /登\s?记/ });
  const row = () => page.getByRole("row", { name: /红旗镇农技站/ });

  test("enrols a unit whose fingerprint was heard, and no other", async () => {
    await goToDesk(page, "单位与密钥");
    await expectOpenToAll();
    const fingerprint = await readRequest();
    await heard().fill("1".repeat(32));
    await dialog()
      .getByText(/与文件的指纹不一致/)
      .waitFor();
    await expectOpenToAll();
    await heard().fill(fingerprint);
    await take().click();
    await row().waitFor();
  });

  test("shows a changed key old and new, and takes it only once the change was confirmed", async () => {
    const fingerprint = await readRequest();
    await dialog().getByText("密钥与登记的不同").first().waitFor();
    await expectOpenToAll();
    await heard().fill(fingerprint);
    expect(await take().isDisabled()).toBe(true);
    await dialog().getByRole("checkbox").check();
    await take().click();
    await dialog().waitFor({ state: "hidden" });
    await expect.poll(() => row().count()).toBe(2);
    expect((await row().allInnerTexts()).filter((text) => text.includes("有效"))).toHaveLength(1);
  });

  test("stops a unit's key with the reason", async () => {
    await press(page, "停用红旗镇农技站的密钥");
    await page.getByLabel("停用的原因").fill("单位撤并");
    await dialog()
      .getByRole("button", { name: /停\s?用/ })
      .click();
    await expect
      .poll(async () => (await row().allInnerTexts()).some((text) => text.includes("有效")))
      .toBe(false);
  });

  test("makes a card with the addresses that units send to", async () => {
    await press(page, "填写信息卡");
    await page.getByRole("textbox", { name: "接收地址" }).fill("10.1.2.3");
    await press(page, "生成并保存信息卡");
    await page.getByText(/地址要以 http/).waitFor();
    await page.getByRole("textbox", { name: "接收地址" }).fill("http://10.1.2.3:47130");
    await expectOpenToAll();
    const download = page.waitForEvent("download");
    await press(page, "生成并保存信息卡");
    expect((await download).suggestedFilename()).toBe(`${BUREAU_NAME}.jcb`);
    await page.getByText("http://10.1.2.3:47130").waitFor();
  });
});

describe("what lies on the bureau's disk", () => {
  test("names nobody of the packages in clear", async () => {
    await app.stop();
    const words = COUNTY.flatMap(({ unitFile: { people }, choices }) => {
      const chosen = new Set(choices.map(({ personId }) => personId));
      return people
        .filter(({ id }) => chosen.has(id))
        .flatMap(({ name, idNumber }) => [name, idNumber ?? name])
        .filter((word) => Array.from(word).length > 2);
    });
    expect(words.length).toBeGreaterThan(20);
    expect(filesWith(app.dataFolder, words)).toEqual([]);
    expect(filesWith(app.profile, words)).toEqual([]);
    expect(filesWith(app.dataFolder, ["jiceng.keys/1"]).length).toBe(1);
  });
});

function filesWith(folder: string, words: readonly string[]): readonly string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le")]);
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => {
    const path = join(folder, file);
    if (!statSync(path).isFile()) return false;
    const content = readFileSync(path);
    return wanted.some((bytes) => content.includes(bytes));
  });
}
