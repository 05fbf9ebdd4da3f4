import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { type App, startApp } from "./app.ts";
import { goToDesk } from "./bureau-clerk.ts";
import { freePort } from "./free-port.ts";
import { goTo, press, seeTitle } from "./clerk.ts";
import { card } from "./round-clerk.ts";

/** Two machines, a unit's and a bureau's, and what goes from one to the other. */

/** Starts another app beside the unit's, as just installed. */
export async function startSecondApp(): Promise<App> {
  return startApp({ from: "fresh", port: await freePort() });
}

/** The bytes of the file that a page gives when a button is pressed. */
export async function download(page: Page, button: string | RegExp): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await page
    .getByRole(
      "button",
      typeof button === "string" ? { name: button, exact: true } : { name: button },
    )
    .first()
    .click();
  return readFileSync(await (await waiting).path());
}

/** Hands a file to the field of a page. */
export async function bring(
  page: Page,
  label: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.getByLabel(label, { exact: true }).and(page.locator("input")).setInputFiles(file);
}

/** The fingerprint as somebody reads it out of a card on the page. */
export async function readFingerprint(page: Page, name: string): Promise<string> {
  const text = page.getByRole("region", { name }).getByText(/^\s*(\d{4}\s*){8}$/);
  return (await text.first().innerText()).trim();
}

/** The two meet: request and card change hands as files, fingerprints on the telephone. */
export async function meet(unit: Page, bureau: Page, address: string | null): Promise<void> {
  await goTo(unit, "报送");
  await unit.getByRole("link", { name: "对接人社局", exact: true }).first().click();
  const ownOfUnit = await readFingerprint(unit, "一、登记申请");
  const request = await download(unit, "生成登记申请");
  await goToDesk(bureau, "单位与密钥");
  await enrol(bureau, request, ownOfUnit);
  const ownOfBureau = await readFingerprint(bureau, "本局的密钥和信息卡");
  await press(bureau, "填写信息卡");
  const asked = bureau.getByRole("dialog").getByRole("textbox", { name: "接收地址" });
  if (address !== null) await asked.fill(address);
  const made = await download(bureau, "生成并保存信息卡");
  await bring(unit, "读入信息卡", "县人社局.jcb", made);
  const dialog = unit.getByRole("dialog");
  await dialog.getByLabel(/电话里听到的指纹/).fill(ownOfBureau);
  await dialog.getByRole("button", { name: "采用" }).click();
  await card(unit, "三、正在采用的人社局").getByText("有效").waitFor();
}

/** Enrols a unit's request with the fingerprint that was heard. */
export async function enrol(bureau: Page, request: Uint8Array, heard: string): Promise<void> {
  await bring(bureau, "读入登记申请", "登记申请.jce", request);
  const dialog = bureau.getByRole("dialog");
  await dialog.getByLabel("电话里听到的指纹").fill(heard);
  await dialog.getByRole("button", { name: /登\s?记/ }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Decides on one candidate after the other: the first is returned for a reason, where one is given. */
export async function decideAll(bureau: Page, reason: string | null): Promise<void> {
  const undecided = bureau.locator(".bureau-people a", { hasText: "未决定" });
  await undecided.first().waitFor();
  const all = await undecided.count();
  for (let left = all; left > 0; left -= 1) {
    await undecided.first().click();
    if (left === all && reason !== null) {
      await bureau.getByRole("radio", { name: "退回修改" }).check();
      await bureau.getByRole("checkbox", { name: reason }).check();
    } else {
      await bureau.getByRole("radio", { name: "受理", exact: true }).check();
    }
    await press(bureau, "记下决定");
    await undecided.nth(left - 1).waitFor({ state: "detached" });
  }
}

/** Issues the receipt of what was decided, and gives the file for the stick. */
export async function issueReceipt(bureau: Page, stage: string): Promise<Buffer> {
  const waiting = bureau.waitForEvent("download");
  await press(bureau, "出具回执");
  await bureau.getByRole("dialog").getByRole("button", { name: "出具回执" }).click();
  const path = await (await waiting).path();
  await bureau.locator(".page-subtitle").getByText(stage).waitFor();
  return readFileSync(path);
}

/** Opens the newest package of the only unit. */
export async function openPackage(bureau: Page, revision: number): Promise<void> {
  await goToDesk(bureau, "受理台");
  const row = bureau.getByRole("grid").locator("[data-index]");
  await row.filter({ hasText: `第${revision}版` }).click();
  await seeTitle(bureau, /2026年度报送包/);
}

/** Issues 通过 for everybody, and gives the file for the stick. */
export async function issueResults(bureau: Page, on: string): Promise<Buffer> {
  await bureau.getByRole("navigation").first().getByRole("link", { name: "结果登记" }).click();
  await bureau.getByRole("grid").locator("[data-index]").first().click();
  await bureau.getByLabel("批量填写的日期").fill(on);
  await press(bureau, "未登记的都填“通过”");
  await press(bureau, "出具结果回执");
  await bureau.getByRole("dialog").getByRole("button", { name: "出具结果回执" }).click();
  await bureau.getByRole("heading", { name: /^已出具第\d+号回执/ }).waitFor();
  return download(bureau, /^保存回执/);
}
