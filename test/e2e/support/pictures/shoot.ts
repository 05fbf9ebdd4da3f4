import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Viewport } from "../browser.ts";

/** Takes pictures of what is on the screen, at two sizes. */

export const FOLDER = "screenshots";
export const LANGUAGES = ["zh-CN", "en"] as const;
export type PictureLanguage = (typeof LANGUAGES)[number];

const VIEWPORTS: readonly Viewport[] = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
];
export const SETTLED = 700;

const wanted = (process.env["PAGES"] ?? "").split(",").filter((name) => name !== "");

/** Whether `PAGES` asks for a picture of this name. */
export function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.some((start) => name.startsWith(start));
}

/** Whether `PAGES` may ask for a picture whose name begins so. */
export function isAnyWanted(beginning: string): boolean {
  return isWanted(beginning) || wanted.some((start) => start.startsWith(beginning));
}

export async function shoot(page: Page, name: string, language: string): Promise<void> {
  if (!isWanted(name)) return;
  await page.waitForTimeout(SETTLED);
  for (const viewport of VIEWPORTS) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(SETTLED / 2);
    const file = `${name}-${language}-${viewport.width}.png`;
    await page.screenshot({ path: join(FOLDER, file) });
  }
}

export async function useLanguage(page: Page, language: string): Promise<void> {
  await page.evaluate((value) => localStorage.setItem("jiceng.language", value), language);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

export async function open(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}
