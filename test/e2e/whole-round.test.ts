import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventUnit } from "../../shared/demo/fictitious-unit.ts";
import { PoorLink } from "../support/poor-link.ts";
import { type App, startApp } from "./support/app.ts";
import { goToDesk, setUpBureau } from "./support/bureau-clerk.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";
import { looseness } from "./support/frame.ts";
import { freePort } from "./support/free-port.ts";
import {
  addReviewers,
  candidateNames,
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
import { PNG_OF_ONE_PIXEL } from "./support/small-files.ts";
import {
  bring,
  decideAll,
  download,
  issueReceipt,
  issueResults,
  meet,
  openPackage,
  startSecondApp,
} from "./support/two-offices.ts";

/** A whole year between two machines, as the two clerks click it: once by stick, once over a poor link. */

const REASON = "材料缺少、不清晰或与申报内容无关";
const SCAN_BYTES = 1_500_000;
const RESULT_DAY = "2026-11-20";
const CUTS = 3;

/** A scan that does not compress: what stands behind a picture's end is not shown. */
function scan(name: string) {
  const buffer = Buffer.concat([PNG_OF_ONE_PIXEL, randomBytes(SCAN_BYTES)]);
  return { name, mimeType: "image/png", buffer };
}

/** Puts in a scan of every paper that is missing, for each candidate. */
async function bringPapers(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await openView(page, "材料");
    await card(page, "申报材料").getByRole("link", { name, exact: true }).click();
    const papers = card(page, "申报材料");
    await papers.locator('input[type="file"]').setInputFiles(scan("第一份.png"));
    await papers.getByRole("button", { name: "查看第一份" }).waitFor();
    const waive = papers.getByRole("row", { name: /缺/ }).getByRole("button", { name: /免交$/ });
    for (let left = await waive.count(); left > 0; left -= 1) {
      await waive.first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: /免交理由/ }).fill("原件存于县人社局");
      await dialog.getByRole("button", { name: "免交", exact: true }).click();
      await dialog.waitFor({ state: "detached" });
      await waive.nth(left - 1).waitFor({ state: "detached" });
    }
  }
}

/** From opening the year to 确认 with two people; gives their names. */
async function recommendTwo(page: Page): Promise<readonly string[]> {
  await goTo(page, "推荐申报");
  await openYear(page, 2026);
  await takeStep(page, "开始报名", "报名");
  await openView(page, "报名");
  await enrolFirst(page, {
    pathway: "正常申报",
    line: "基层职称",
    decision: "可以申报",
    count: 2,
  });
  const names = await candidateNames(page);
  await confirmEverybody(page, 2);
  await takeStep(page, "报名截止，开始审核", "审核");
  await checkEverybody(page);
  await bringPapers(page, names);
  await takeStep(page, "审核完毕，开始评议", "评议");
  await addReviewers(page, ["王院长", "李主席", "赵代表"]);
  await fillBallots(page, 3, 2);
  await confirmOutcomes(page, 2);
  await planPublicity(page, "2026-09-30");
  await takeStep(page, "评议完毕，开始公示", "公示");
  await openView(page, "公示");
  await certify(page, "王院长");
  await takeStep(page, "公示结束，确认推荐人选", "确认");
  return names;
}

/** Builds the next revision on the page of sending. */
async function build(page: Page, revision: number) {
  await goTo(page, "报送");
  await press(page, "生成报送包");
  const item = page.getByRole("listitem", { name: `2026年度第${revision}版` });
  await item.getByText("已生成，未发送").waitFor();
  return item;
}

type Way = "by stick" | "over a poor link";

describe.each<Way>(["by stick", "over a poor link"])("a year that goes %s", (way) => {
  const isByStick = way === "by stick";
  let unitApp: App;
  let bureauApp: App;
  let unit: Page;
  let bureau: Page;
  let link: PoorLink | null = null;
  let names: readonly string[] = [];

  beforeAll(async () => {
    unitApp = await startApp();
    bureauApp = await startSecondApp();
    unit = unitApp.page;
    bureau = bureauApp.page;
    unit.setDefaultTimeout(20_000);
    // The ledger is made at the first visit to the desk, which takes a busy machine a while.
    bureau.setDefaultTimeout(60_000);
    await unlock(unit);
    await setUpBureau(bureau);
  }, 120_000);
  afterAll(async () => {
    await unitApp.remove();
    await bureauApp.remove();
    await link?.close();
  });

  /** The bureau's answer gets to the unit: on the stick, or by itself. */
  async function carryReceipt(receipt: Buffer): Promise<void> {
    await goTo(unit, "报送");
    if (!isByStick) {
      await press(unit, "查询回执");
      return;
    }
    await bring(unit, "读入回执", "回执.jcr", receipt);
    // Reading one opens its package.
    await seeTitle(unit, /2026年度第\d版/);
  }

  /** The package gets to the bureau. */
  async function carryPackage(revision: number, cuts: number): Promise<void> {
    const item = await build(unit, revision);
    if (isByStick) {
      const file = await download(unit, "导出到U盘");
      await goToDesk(bureau, "受理台");
      await bring(bureau, "读入报送包", `第${revision}版.jcp`, file);
      await bureau.getByText(new RegExp(`已收到，.*2026年度第${revision}版`)).waitFor();
      return;
    }
    const before = link?.sent ?? 0;
    const size = 2 * SCAN_BYTES;
    const at = Array.from({ length: cuts }, (_, cut) => before + ((cut + 1) * size) / (cuts + 1));
    link?.cutAfter(...at);
    await item.getByRole("button", { name: "上传", exact: true }).click();
    const retry = item.getByRole("button", { name: "立即重试" });
    const received = item.getByText("人社局已收到");
    const isReceived = async () => {
      // Pressed whenever it is offered; it is gone again as soon as the upload goes on.
      await retry.evaluateAll((buttons) => {
        for (const button of buttons) if (button instanceof HTMLElement) button.click();
      });
      return received.isVisible();
    };
    await expect.poll(isReceived, { timeout: 60_000, interval: 500 }).toBe(true);
  }

  it("begins with the two meeting, each hearing the other's fingerprint", async () => {
    let address: string | null = null;
    if (!isByStick) {
      const port = await freePort();
      await goToDesk(bureau, "受理台");
      await bureau.getByLabel("端口").fill(String(port));
      await press(bureau, "开启收件");
      await card(bureau, "网络收件").getByText("正在收件").waitFor();
      link = await PoorLink.open(port);
      address = link.address;
    }
    await meet(unit, bureau, address);
  });

  it("comes to 确认 with two people", async () => {
    names = await recommendTwo(unit);
    expect(names).toHaveLength(2);
  });

  it("goes to the bureau as a package, and stands as submitted once the receipt is in", async () => {
    await carryPackage(1, CUTS);
    if (link !== null) expect(link.cuts).toBe(CUTS);
    await openPackage(bureau, 1);
    await bureau.getByText("与本局复核完全一致").first().waitFor();
    if (!isByStick) {
      await goTo(unit, "推荐申报");
      await seeState(unit, "已报送");
    }
  });

  it("comes back for one candidate, and the unit is led to what is to be mended", async () => {
    await openPackage(bureau, 1);
    await decideAll(bureau, REASON);
    await carryReceipt(await issueReceipt(bureau, "已退回"));
    await goTo(unit, "推荐申报");
    await seeState(unit, "退回修改");
    await goTo(unit, "报送");
    await unit
      .getByRole("link", { name: /^查看\d+条意见$/ })
      .first()
      .click();
    const remark = card(unit, "人社局的回执").getByRole("row").filter({ hasText: REASON });
    await remark.getByRole("link", { name: "去修改" }).click();
    await unit.waitForURL(/candidate\?id=.*at=materials/);
    expect(await looseness(unit)).toBe(0);
    const papers = card(unit, "申报材料");
    await papers.locator('input[type="file"]').setInputFiles(scan("重新扫描.png"));
    await papers.getByRole("button", { name: "查看重新扫描" }).waitFor();
  });

  it("goes again as revision 2, and is accepted", async () => {
    await carryPackage(2, 0);
    await openPackage(bureau, 2);
    await decideAll(bureau, null);
    await carryReceipt(await issueReceipt(bureau, "已受理"));
    await goTo(unit, "推荐申报");
    await seeState(unit, "已受理");
  });

  it("ends with the results on file as titles, and the year is archived", async () => {
    await takeStep(unit, "开始登记评审结果", "结果登记");
    await carryReceipt(await issueResults(bureau, RESULT_DAY));
    if (!isByStick) {
      await unit.getByRole("listitem", { name: "2026年度第2版" }).getByRole("link").first().click();
    }
    await seeTitle(unit, /2026年度第2版/);
    const results = card(unit, "评审结果");
    for (const name of names) {
      const title = results.getByLabel(`${name}的职称名称`);
      if ((await title.inputValue()) === "") await title.fill("主治医师");
    }
    await press(unit, "登记2人的结果");
    await results.getByText("结果都已登记").waitFor();
    await goTo(unit, "推荐申报");
    await takeStep(unit, "归档", "归档");
    await openView(unit, "结果");
    await unit.getByRole("link", { name: names[0] ?? "", exact: true }).click();
    await card(unit, "评审结果").getByRole("link").click();
    await unit.getByText(RESULT_DAY).first().waitFor();
  });

  it("leaves nobody's name or number in clear on either machine", async () => {
    await unitApp.stop();
    await bureauApp.stop();
    const { people } = inventUnit();
    const words = people
      .flatMap(({ name, idNumber }) => [name, idNumber ?? name])
      .filter((word) => Array.from(word).length > 2);
    for (const { dataFolder, profile } of [unitApp, bureauApp]) {
      expect(filesWith(dataFolder, words)).toEqual([]);
      expect(filesWith(profile, words)).toEqual([]);
      expect(filesWith(dataFolder, ["jiceng.keys/1"])).toHaveLength(1);
    }
  });
});

/** Files in which one of the words stands, as UTF-8 or as UTF-16. */
function filesWith(folder: string, words: readonly string[]): readonly string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le")]);
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => {
    const path = join(folder, file);
    if (!statSync(path).isFile()) return false;
    const content = readFileSync(path);
    return wanted.some((bytes) => content.includes(bytes));
  });
}
