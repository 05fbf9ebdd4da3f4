import type { Page } from "playwright-core";

/** What a clerk does, by the words on the screen (Chinese, the first language). */

export const PASSPHRASE = "海边的卫生院有三棵梧桐树";

export const NAVIGATION = [
  "工作台",
  "人员",
  "继续教育",
  "工作年限",
  "资格",
  "岗位",
  "推荐申报",
  "报送",
  "导入",
  "导出",
  "政策",
  "健康检查",
  "设置",
] as const;

/** Presses the button with exactly these words; the first of several. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
}

/** Waits for a page's title. */
export async function seeTitle(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Fields for secrets: they have no role by which to ask for them. */
export function secrets(page: Page) {
  return page.locator('input[type="password"]');
}

/** From the welcome to the recovery code; gives the code as shown. */
export async function choosePassphrase(page: Page, passphrase = PASSPHRASE): Promise<string> {
  await seeTitle(page, "设置口令");
  const [first, second] = [secrets(page).nth(0), secrets(page).nth(1)];
  await first.fill(passphrase);
  await second.fill(passphrase);
  await press(page, "设置口令");
  await seeTitle(page, "恢复码");
  return page.getByTestId("recovery-code").innerText();
}

/** Types the code back, as from the paper. */
export async function rehearse(page: Page, recoveryCode: string): Promise<void> {
  await press(page, "已经抄好，下一步");
  await seeTitle(page, "核对恢复码");
  await page.getByRole("textbox").fill(recoveryCode);
  await press(page, "完成核对");
}

/** The whole first run with the fictitious unit of 120 people; ends on the workbench. */
export async function tryFictitiousUnit(page: Page): Promise<string> {
  await seeTitle(page, "欢迎使用基层职称");
  await press(page, "先用虚构单位试一试");
  const recoveryCode = await choosePassphrase(page);
  await rehearse(page, recoveryCode);
  await press(page, "进入虚构单位");
  await seeTitle(page, "工作台");
  return recoveryCode;
}

/** Types the passphrase at the lock; whatever the app shows then is the caller's to see. */
export async function typePassphrase(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await seeTitle(page, "已锁定");
  await secrets(page).fill(passphrase);
  await press(page, "解锁");
}

/** Unlocks and waits until the app is open. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await typePassphrase(page, passphrase);
  await page.getByRole("navigation").first().waitFor();
}

/** Opens a page by the navigation. */
export async function goTo(page: Page, name: (typeof NAVIGATION)[number]): Promise<void> {
  await page.getByRole("navigation").first().getByRole("link", { name, exact: true }).click();
  await seeTitle(page, new RegExp(name));
}
