import type { Page } from "playwright-core";
import { press, seeTitle } from "./clerk.ts";

/** What a clerk of the bureau does after the packages have come, by the words on the screen. */

/** Opens a page of the reports by the navigation. */
export async function goToReport(
  page: Page,
  name: "汇总" | "统计分析" | "改革规划" | "抽查" | "结果登记",
): Promise<void> {
  await page.getByRole("navigation").first().getByRole("link", { name, exact: true }).click();
  await seeTitle(page, new RegExp(`^${name}`));
  await page.locator("main .state[role=status]").waitFor({ state: "detached" });
}

/** Accepts everybody of the first unit in the inbox and issues the receipt. */
export async function acceptFirstUnit(page: Page): Promise<void> {
  await page.getByRole("navigation").first().getByRole("link", { name: "受理台" }).click();
  await page.getByRole("grid").locator("[data-index]").first().click();
  const undecided = page.locator(".bureau-people a", { hasText: "未决定" });
  await undecided.first().waitFor();
  for (let left = await undecided.count(); left > 0; left -= 1) {
    await undecided.first().click();
    await page.getByRole("radio", { name: "受理", exact: true }).check();
    await press(page, "记下决定");
    await page.waitForFunction(
      (most) =>
        [...document.querySelectorAll(".bureau-people a")].filter((link) =>
          link.textContent.includes("未决定"),
        ).length < most,
      left,
    );
  }
  await press(page, "出具回执");
  await page.getByRole("dialog").getByRole("button", { name: "出具回执" }).click();
  await page.locator(".page-subtitle").getByText("已受理").waitFor();
}

/** Makes a plan of three years with one row of numbers. */
export async function startPlan(page: Page): Promise<void> {
  await goToReport(page, "改革规划");
  await press(page, "制定规划");
  await press(page, "添加一行");
  await page.getByLabel("第1行的级别").selectOption({ label: "副高级" });
  await page
    .getByLabel(/^卫生副高级2\d{3}年计划人数$/)
    .first()
    .fill("6");
  await press(page, "保存规划");
  await page.getByText("规划已保存").waitFor();
}
