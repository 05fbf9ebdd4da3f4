import type { Page } from "playwright-core";
import { acceptFirstUnit, startPlan } from "../reports-clerk.ts";
import { open, shoot } from "./shoot.ts";

/** The bureau's reports, over the fictitious units. */

const PAGES: readonly (readonly [name: string, route: string])[] = [
  ["bureau-summary", "/summary"],
  ["bureau-summary-pathway", "/summary?by=pathway"],
  ["bureau-summary-print", "/summary/print?year=2026&scope=all"],
  ["bureau-statistics", "/statistics"],
  ["bureau-plan", "/plan"],
  ["bureau-samples", "/samples"],
  ["bureau-results", "/results"],
  ["bureau-health", "/health"],
];

/** What the reports need to have something to show: one unit accepted, a plan begun, a sample drawn. */
export async function prepareReports(page: Page): Promise<void> {
  await acceptFirstUnit(page);
  await startPlan(page);
  await open(page, "/samples");
  await page.locator('form button[type="submit"]').click();
  await page.waitForURL(/#\/samples\/./);
}

/** Pictures of every report. */
export async function shootReports(page: Page, language: string): Promise<void> {
  for (const [name, route] of PAGES) {
    await open(page, route);
    await page.locator("main .state[role=status]").waitFor({ state: "detached" });
    await shoot(page, name, language);
  }
  await open(page, "/results");
  await page.getByRole("grid").locator("[data-index]").first().click();
  await page.waitForURL(/#\/results\/./);
  await page.locator(".reports-table input").first().waitFor();
  await shoot(page, "bureau-results-one", language);
  await open(page, "/samples");
  await page.locator(".reports-table a").first().click();
  await page.waitForURL(/#\/samples\/./);
  await shoot(page, "bureau-sample", language);
}
