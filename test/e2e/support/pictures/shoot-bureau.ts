import type { Page } from "playwright-core";
import { startApp } from "../app.ts";
import { goToDesk, loadTrial, setUpBureau } from "../bureau-clerk.ts";
import { PASSPHRASE, press, secrets } from "../clerk.ts";
import { bring, makeBureauCard, workbookWithWrongRow } from "../statements-clerk.ts";
import { prepareReports, shootReports } from "./shoot-reports.ts";
import { isAnyWanted, LANGUAGES, open as openPage, shoot, useLanguage } from "./shoot.ts";

/** The bureau's pages, with the fictitious units in them. */

const PAGES: readonly (readonly [name: string, route: string])[] = [
  ["bureau-workbench", "/"],
  ["bureau-inbox", "/inbox"],
  ["bureau-units", "/units"],
  ["bureau-settings", "/settings"],
  ["bureau-other-role", "/people"],
  ["bureau-catalogue", "/catalogue"],
  ["bureau-packs", "/packs"],
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
  await open(page, "/catalogue");
  await shoot(page, "bureau-empty-catalogue", LANGUAGES[0]);
  await open(page, "/packs");
  await shoot(page, "bureau-empty-packs", LANGUAGES[0]);
  if (isAnyWanted("bureau-catalogue") || isAnyWanted("bureau-packs")) await fillStatements(page);
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
    await shootStatements(page, language);
    await shootPackage(page, language);
    await shootReports(page, language);
  }
  await app.remove();
}

/** A list with units, one row of a workbook unread; a pack that is worked on. */
async function fillStatements(page: Page): Promise<void> {
  await makeBureauCard(page);
  await goToDesk(page, "目录清单");
  await page.locator(".state button").click();
  const names = ["甲镇卫生院", "乙镇中心小学", "丙镇农业技术推广站", "丁镇卫生院"];
  await bring(page, "从 Excel 表格读入单位", await workbookWithWrongRow(names, "戊镇中学"));
  await shoot(page, "bureau-catalogue-intake", LANGUAGES[0]);
  await press(page, "写入清单");
  await goToDesk(page, "政策包");
  await press(page, "以此为基础新建");
  await page.locator(".policy-editor").waitFor();
}

/** The parts of the two pages that stand below the first screen. */
async function shootStatements(page: Page, language: string): Promise<void> {
  if (!isAnyWanted("bureau-catalogue") && !isAnyWanted("bureau-packs")) return;
  await open(page, "/catalogue");
  await page.locator(".catalogue-actions button").last().scrollIntoViewIfNeeded();
  await shoot(page, "bureau-catalogue-units", language);
  await open(page, "/packs");
  const rows = page.locator(".policy-editor .policy-parameters tr");
  for (const [part, at] of [0, 10, 20, 24, 26].entries()) {
    await rows.nth(at).evaluate((row) => row.scrollIntoView());
    await shoot(page, `bureau-packs-editor-${part + 1}`, language);
  }
  await page.locator(".policy-editor summary").first().click();
  await page.locator(".policy-editor details").first().scrollIntoViewIfNeeded();
  await shoot(page, "bureau-packs-ladder", language);
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
