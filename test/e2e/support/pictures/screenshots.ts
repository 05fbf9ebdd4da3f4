import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inventUnit } from "../../../../shared/demo/fictitious-unit.ts";
import { type App, startApp } from "../app.ts";
import { PASSPHRASE, secrets } from "../clerk.ts";
import {
  FOLDER,
  isAnyWanted,
  isWanted,
  LANGUAGES,
  open,
  SETTLED,
  shoot,
  useLanguage,
} from "./shoot.ts";
import { shootBureau } from "./shoot-bureau.ts";
import { shootDialogs } from "./shoot-dialogs.ts";
import { shootRefusals } from "./shoot-refusals.ts";
import { shootRound } from "./shoot-round.ts";

/**
 * `npm run screenshots`: every page, drawer and dialog, in both languages, at two sizes, into ./screenshots.
 * `PAGES=people,training` takes only those whose name begins so.
 */

const PERSON_TABS = 12;

const PAGES: readonly (readonly [name: string, route: string])[] = [
  ["workbench", "/"],
  ["people", "/people"],
  ["training", "/training"],
  ["service", "/service"],
  ["eligibility", "/eligibility"],
  ["posts", "/posts"],
  ["round", "/round"],
  ["submissions", "/submissions"],
  ["submissions-bureau", "/submissions/bureau"],
  ["policy", "/policy"],
  ["import", "/import"],
  ["export", "/export"],
  ["health", "/health"],
  ["settings", "/settings"],
];

/** The pages of one person. */
async function shootPerson(page: Page, language: string): Promise<void> {
  if (!["person", "service-person", "eligibility-person"].some(isAnyWanted)) return;
  const id = inventUnit().people[0]?.id ?? "";
  await open(page, `/people/${id}`);
  await page.waitForTimeout(SETTLED);
  const tabs = page.locator(".people-tabs a");
  await tabs.first().waitFor();
  for (let at = 0; at < Math.min(await tabs.count(), PERSON_TABS); at += 1) {
    await tabs.nth(at).click();
    await shoot(page, `person-${String(at + 1).padStart(2, "0")}`, language);
  }
  await open(page, `/service/${id}`);
  await shoot(page, "service-person", language);
  await open(page, `/eligibility/${id}`);
  await shoot(page, "eligibility-person", language);
}

/** Gives what did not open. */
async function shootOpen(app: App, language: string): Promise<readonly string[]> {
  const { page } = app;
  await useLanguage(page, language);
  await shoot(page, "lock", language);
  if (isWanted("lock-code")) {
    await page.locator(".gate-actions button").last().click();
    await page.locator("textarea").waitFor();
    await shoot(page, "lock-code", language);
    await page.locator(".gate-actions button").last().click();
    await secrets(page).first().waitFor();
  }
  await secrets(page).fill(PASSPHRASE);
  await page.locator('button[type="submit"]').click();
  await page.getByRole("navigation").first().waitFor();
  for (const [name, route] of PAGES) {
    if (!isWanted(name)) continue;
    await open(page, route);
    await shoot(page, name, language);
  }
  await shootPerson(page, language);
  return shootDialogs(page, language);
}

async function shootFirstRun(app: App, language: string): Promise<void> {
  const { page } = app;
  await useLanguage(page, language);
  await shoot(page, "first-run-1-welcome", language);
  const primary = page.locator(".gate-actions button").first();
  await primary.click();
  await shoot(page, "first-run-2-unit", language);
  await page.evaluate(() => localStorage.removeItem("jiceng.firstRun"));
  await page.reload();
  await page.locator(".gate-actions button").nth(1).click();
  await secrets(page).first().waitFor();
  await shoot(page, "first-run-3-passphrase", language);
  if (language === LANGUAGES[0]) return;
  for (const at of [0, 1]) await secrets(page).nth(at).fill(PASSPHRASE);
  await page.locator('button[type="submit"]').click();
  await shootRecovery(page, language);
  // Broken off here, the set-up asks for the passphrase and shows another code.
  await useLanguage(page, LANGUAGES[0]);
  await secrets(page).fill(PASSPHRASE);
  await page.locator('button[type="submit"]').click();
  await shootRecovery(page, LANGUAGES[0]);
}

async function shootRecovery(page: Page, language: string): Promise<void> {
  await page.getByTestId("recovery-code").waitFor();
  await shoot(page, "first-run-4-code", language);
  await page.locator(".gate-actions button").first().click();
  await shoot(page, "first-run-5-rehearse", language);
}

it("takes pictures of every page", async () => {
  mkdirSync(FOLDER, { recursive: true });
  const app = await startApp();
  const failed: string[] = [];
  for (const language of LANGUAGES) failed.push(...(await shootOpen(app, language)));
  await shootRound(app.page);
  await app.remove();
  if (isAnyWanted("first-run")) {
    const fresh = await startApp({ from: "fresh" });
    for (const language of LANGUAGES) {
      await fresh.page.evaluate(() => localStorage.clear());
      await shootFirstRun(fresh, language);
    }
    await fresh.remove();
  }
  await shootRefusals();
  await shootBureau();
  expect(failed).toEqual([]);
});
