import type { Page } from "playwright-core";
import { choosePassphrase, press, rehearse, seeTitle } from "./clerk.ts";

/** What a clerk of the bureau does, by the words on the screen. */

export const BUREAU_NAME = "示例县人力资源和社会保障局";
export const BUREAU_OPERATOR = "李受理";

/** The whole first run of a bureau; ends on its workbench. */
export async function setUpBureau(page: Page): Promise<void> {
  await seeTitle(page, "欢迎使用基层职称");
  await press(page, "本机由县级人社局使用");
  await rehearse(page, await choosePassphrase(page));
  await seeTitle(page, "本局信息");
  await page.getByLabel("人社局名称").fill(BUREAU_NAME);
  await page.getByLabel("您的姓名").fill(BUREAU_OPERATOR);
  await press(page, "进入受理台");
  await seeTitle(page, "工作台");
}

/** Loads the fictitious units from the workbench. */
export async function loadTrial(page: Page): Promise<void> {
  await press(page, "装入虚构单位");
  await page.getByText("已装入3个虚构单位的报送包").waitFor();
}

/** Opens a page of the bureau by the navigation. */
export async function goToDesk(
  page: Page,
  name: "工作台" | "受理台" | "单位与密钥" | "目录清单" | "政策包" | "健康检查" | "设置",
): Promise<void> {
  await page.getByRole("navigation").first().getByRole("link", { name, exact: true }).click();
  await seeTitle(page, new RegExp(name));
}
