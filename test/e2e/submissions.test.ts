import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesktop } from "../../electron/services/desktop/open-desktop.ts";
import { inventUnit } from "../../shared/demo/fictitious-unit.ts";
import type { Remark } from "../../shared/submission/receipt.ts";
import { draftWith } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { makeKeys } from "../support/installation.ts";
import { PaperBureau } from "../support/paper-bureau.ts";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, PASSPHRASE, press, seeTitle, unlock } from "./support/clerk.ts";

/** Sending, as a clerk does it by stick: the two sides meet, a package goes, its answers come back. */

const FOLDER = temporaryFolder();
const UNIT = inventUnit();
const [FIRST, SECOND] = UNIT.people;

let app: App;
let page: Page;
let bureau: PaperBureau;

beforeAll(async () => {
  bureau = new PaperBureau(join(FOLDER, "bureau"), await makeKeys("bureau"));
  app = await startApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await unlock(page);
  await goTo(page, "报送");
});
afterAll(() => app.remove());

function card(name: string | RegExp) {
  return page.getByRole("region", { name });
}

/** The bytes of a file that the page gives when a button is pressed. */
async function download(button: string): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await press(page, button);
  return readFileSync(await (await waiting).path());
}

/** Hands a file to the field of a card. */
async function bring(label: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.getByLabel(label, { exact: true }).and(page.locator("input")).setInputFiles(file);
}

/** Packs for two people while the app is closed, as the same program does from its own page. */
async function packMeanwhile(): Promise<void> {
  await app.stop();
  const desktop = await openDesktop({
    dataFolder: app.dataFolder,
    osSealer: null,
    host: "loopback",
    version: "0",
  });
  await desktop.call("keys.unlock", { passphrase: PASSPHRASE }, null);
  const draft = draftWith({}, UNIT, [FIRST?.id ?? "", SECOND?.id ?? ""]);
  const built = await desktop.call("outbox.build", { id: "test", draft }, null);
  await desktop.close();
  if (!built.ok) throw new Error(built.error.code);
  page = await app.restart();
  page.setDefaultTimeout(20_000);
  await unlock(page);
  await goTo(page, "报送");
}

describe("meeting the bureau", () => {
  it("begins with what to do, nothing in anybody's way", async () => {
    await page.getByText("还没有生成过报送包").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("link", { name: "对接人社局", exact: true }).first().click();
    await card("一、登记申请").waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it("gives the bureau a request that it can enrol", async () => {
    await bureau.enrol(await download("生成登记申请"));
  });

  it("takes the bureau's card only with the fingerprint that was heard", async () => {
    await bring("读入信息卡", "县人社局.jcb", await bureau.card());
    const dialog = page.getByRole("dialog");
    await dialog.getByText("还没有核对").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const take = dialog.getByRole("button", { name: "采用" });
    expect(await take.isDisabled()).toBe(true);
    const heard = dialog.getByLabel(/电话里听到的指纹/);
    await heard.fill("0000 ".repeat(8));
    await dialog.getByText(/与文件的指纹不一致/).waitFor();
    expect(await take.isDisabled()).toBe(true);
    // As people write down what they hear.
    await heard.fill(bureau.fingerprint.replaceAll(" ", "-"));
    await take.click();
    await card("三、正在采用的人社局").getByText("有效").waitFor();
    expect(await card("三、正在采用的人社局").innerText()).toContain(bureau.fingerprint);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("shows a changed key old and new, and takes it only when the change was confirmed", async () => {
    const other = new PaperBureau(join(FOLDER, "other"), await makeKeys("bureau"));
    await bring("读入信息卡", "县人社局.jcb", await other.card());
    const dialog = page.getByRole("dialog");
    await dialog.getByText("密钥与现在采用的不同").waitFor();
    expect(await dialog.innerText()).toContain(bureau.fingerprint);
    expect(await dialog.innerText()).toContain(other.fingerprint);
    await dialog.getByLabel(/电话里听到的指纹/).fill(other.fingerprint);
    expect(await dialog.getByRole("button", { name: "采用" }).isDisabled()).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole("button", { name: "取消" }).click();
    await dialog.waitFor({ state: "detached" });
  });
});

describe("a package by stick", () => {
  const REMARKS: readonly Remark[] = [
    { personId: FIRST?.id ?? "", code: "return.education", text: "学历证书不清晰，请重新扫描" },
  ];

  it("goes as the file that was built, and is taken in by the bureau", async () => {
    await packMeanwhile();
    const item = page.getByRole("listitem", { name: "2026年度第1版" });
    await item.getByText("已生成，未发送").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const received = await bureau.receive(await download("导出到U盘"));
    expect(received).toMatchObject({ ok: true, code: "received" });
    await item.getByText("已导出到U盘，等待回执").waitFor();
    const cover = (await download("保存封面（打印盖章）")).toString("utf8");
    expect(cover).toContain("内容摘要");
  });

  it("counts as received by the receipt that came back, and no file else", async () => {
    await bring("读入回执", "名单.jcr", Buffer.from("not a receipt"));
    await page.getByText(/不是回执文件/).waitFor();
    await press(page, "关闭");
    await bring("读入回执", "回执.jcr", await bureau.answer("returned", REMARKS));
    await seeTitle(page, /2026年度第1版/);
    await page.getByText("退回修改").first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it("that was returned opens the right person at the right place", async () => {
    const row = card("人社局的回执").getByRole("row", { name: new RegExp(FIRST?.name ?? "") });
    expect(await row.innerText()).toContain("学历证书不清晰");
    await row.getByRole("link", { name: "去修改" }).click();
    await seeTitle(page, new RegExp(FIRST?.name ?? ""));
    expect(page.url()).toMatch(/\/education$/);
    await page.goBack();
    await seeTitle(page, /2026年度第1版/);
  });

  it("says in the head of every page what became of it", async () => {
    await goTo(page, "工作台");
    await page.getByRole("banner").getByRole("link", { name: "退回修改" }).click();
    await seeTitle(page, /报送/);
  });
});
