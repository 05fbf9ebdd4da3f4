import type { Download, Page } from "playwright-core";
import { packWorkbook } from "../../../electron/services/workbooks/write-workbook.ts";
import { catalogueList } from "../../../shared/workbook/lists/catalogue-list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import { BUREAU_NAME, goToDesk } from "./bureau-clerk.ts";
import { press } from "./clerk.ts";

/** What clerks do with the list of units and the policy packs, by the words on the screen. */

/** A file as one side saved it and the other brings it. */
export interface Stick {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Gives the file that a press saves. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<Stick> {
  const waiting = page.waitForEvent("download");
  await act();
  return stickOf(await waiting);
}

async function stickOf(download: Download): Promise<Stick> {
  const parts: Buffer[] = [];
  const stream = await download.createReadStream();
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  const name = download.suggestedFilename();
  return { name, mimeType: "application/octet-stream", buffer: Buffer.concat(parts) };
}

/** Hands a file to the field with this name. */
export async function bring(page: Page, label: string, file: Stick): Promise<void> {
  await page
    .getByLabel(label, { exact: true })
    .and(page.locator('input[type="file"]'))
    .setInputFiles(file);
}

/** Makes the bureau's card without an address; gives it with the fingerprint to be read out. */
export async function makeBureauCard(
  page: Page,
): Promise<{ readonly card: Stick; readonly fingerprint: string }> {
  await goToDesk(page, "单位与密钥");
  await press(page, "填写信息卡");
  const card = await savedBy(page, () => press(page, "生成并保存信息卡"));
  // Not before the card was made: until then the page may still be reading.
  const text = await page.locator("main").innerText();
  const fingerprint = /(?:[0-9A-Z]{4,}[ -]){3,}[0-9A-Z]{4,}/.exec(text)?.[0] ?? "";
  return { card, fingerprint };
}

/** The bureau's list in the official form, one answer of it unreadable. */
export async function workbookWithWrongRow(
  names: readonly string[],
  wrong: string,
): Promise<Stick> {
  const rows = [...names, wrong].map((name) => ({
    name,
    address: `${BUREAU_NAME.slice(0, 3)}${name.slice(0, 3)}驻地`,
    townshipAllowance: true,
    note: "",
  }));
  const list = catalogueList(rows);
  const spoilt = list.rows.map((cells) =>
    cells.map((cell, at) => (cells[1] === wrong && at === 3 ? "有时" : cell)),
  );
  const bytes = await packWorkbook(listPlan({ ...list, rows: spoilt }));
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "目录清单.xlsx", mimeType, buffer: Buffer.from(bytes) };
}
