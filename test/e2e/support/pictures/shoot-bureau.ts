import type { Page } from "playwright-core";
import { startApp } from "../app.ts";
import { loadTrial, setUpBureau } from "../bureau-clerk.ts";
import { PASSPHRASE, secrets } from "../clerk.ts";
import { prepareReports, shootReports } from "./shoot-reports.ts";
import { isAnyWanted, LANGUAGES, open as openPage, shoot, useLanguage } from "./shoot.ts";

/** The bureau's pages, with the fictitious units in them. */

const PAGES: readonly (readonly [name: string, route: string])[] = [
  ["bureau-workbench", "/"],
  ["bureau-inbox", "/inbox"],
  ["bureau-units", "/units"],
  ["bureau-settings", "/settings"],
  ["bureau-other-role", "/people"],
];
const VIEWS = ["candidates", "checks", "files", "receipts"] as const;

/** The ledger takes a while to open the first time. */
async function open(page: Page, route: string): Promise<void> {
  await openPage(page, route);
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("main .state [role=status]") === null);
}

export async function shootBureau(): Promise<void> {
  if (!isAnyWanted("bureau")) return;
  const app = await startApp({ from: "fresh" });
  const { page } = app;
  await setUpBureau(page);
  await settle(page);
  await shoot(page, "bureau-empty-workbench", LANGUAGES[0]);
  await open(page, "/inbox");
  await shoot(page, "bureau-empty-inbox", LANGUAGES[0]);
  await open(page, "/");
  await loadTrial(page);
  await prepareReports(page);
  for (const language of LANGUAGES) {
    await useLanguage(page, language);
    await secrets(page).fill(PASSPHRASE);
    await page.locator('button[type="submit"]').click();
    await page.getByRole("navigation").first().waitFor();
    for (const [name, route] of PAGES) {
      await open(page, route);
      await shoot(page, name, language);
    }
    await shootPackage(page, language);
    await shootReports(page, language);
  }
  await app.remove();
}

async function shootPackage(page: Page, language: string): Promise<void> {
  await open(page, "/inbox");
  await page.getByRole("grid").locator("[data-index]").first().click();
  await page.locator(".bureau-views").waitFor();
  for (const [at, view] of VIEWS.entries()) {
    await page.locator(".bureau-views a").nth(at).click();
    await shoot(page, `bureau-package-${view}`, language);
  }
  await page.locator(".bureau-views a").first().click();
  await page.locator(".bureau-kinds input").nth(1).check();
  await page.locator(".bureau-reasons").scrollIntoViewIfNeeded();
  await shoot(page, "bureau-package-return", language);
}
