import type { Page } from "playwright-core";
import { expect } from "vitest";
import { goTo, press, typePassphrase } from "../../e2e/support/clerk.ts";

/** A clerk who saves one small record after the other, and what is found of them afterwards. */

/** Opens the page that `saveOn` works on. */
export async function goToOperators(page: Page): Promise<void> {
  await goTo(page, "设置");
  await nameField(page).waitFor();
}

function nameField(page: Page) {
  return page.getByRole("textbox", { name: "新操作员姓名" });
}

/** Adds one operator; done when the app has said that it is saved. */
export async function addOperator(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name);
  await nameField(page).press("Enter");
  await page.locator(".notice-undoable", { hasText: `新增操作员${name}` }).waitFor();
}

/** Adds operators without end and notes each that the app has acknowledged; ends when the page is gone. */
export async function saveOn(page: Page, round: string, acknowledged: string[]): Promise<void> {
  try {
    for (let nth = 1; ; nth += 1) {
      const name = `${round}第${String(nth).padStart(3, "0")}号`;
      await addOperator(page, name);
      acknowledged.push(name);
    }
  } catch {
    // The browser or the host was killed under it: that is what it is for.
  }
}

/** The operators as the screen lists them. */
export async function readOperators(page: Page): Promise<readonly string[]> {
  await goToOperators(page);
  const names = await page.locator(".settings-operator").allInnerTexts();
  // The trial comes with an operator of its own.
  return names.filter((name) => name !== "试用操作员");
}

/** Expects every acknowledged one, each once, and beyond them no more than were under way: one a round. */
export async function expectAllThere(
  page: Page,
  acknowledged: readonly string[],
  rounds: number,
): Promise<void> {
  const names = await readOperators(page);
  expect(acknowledged.filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeLessThanOrEqual(acknowledged.length + rounds);
}

/** Unlocks; where the app offers to rebuild the records, lets it. Tells which of both it was. */
export async function openRecords(page: Page): Promise<"opened" | "rebuilt"> {
  await typePassphrase(page);
  const navigation = page.getByRole("navigation").first();
  const offer = page.getByRole("button", { name: "从日志重建" });
  await navigation.or(offer).first().waitFor();
  if (!(await offer.isVisible())) return "opened";
  await press(page, "从日志重建");
  await press(page, "开始重建");
  const accept = page.getByRole("button", { name: /知道了，重建到第/ });
  const fault = page.locator(".gate-fault");
  await navigation.or(accept).or(fault).first().waitFor();
  if (await accept.isVisible()) await accept.click();
  else if (await fault.isVisible()) throw new Error(await fault.innerText());
  await navigation.waitFor();
  return "rebuilt";
}

/** The title over the sentence with which the records are refused. */
export async function readRefusal(page: Page): Promise<string> {
  await typePassphrase(page);
  await page.getByText("没有改动任何数据").waitFor();
  return page.getByRole("heading", { level: 1 }).innerText();
}
