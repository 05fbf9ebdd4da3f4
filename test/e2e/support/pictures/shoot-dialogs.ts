import type { Page } from "playwright-core";
import { inventUnit } from "../../../../shared/demo/fictitious-unit.ts";
import { isWanted, open, shoot } from "./shoot.ts";

/** What opens over a page: drawers, dialogs, panels, and pages that take a step or two to reach. */

interface Opening {
  readonly name: string;
  readonly route: string;
  readonly open: (page: Page) => Promise<void>;
  /** What the pages of other openings must not find open. */
  readonly close?: (page: Page) => Promise<void>;
}

const PERSON = inventUnit().people[0]?.id ?? "";
const ROSTER = "docs/examples/roster.xlsx";
const escape = async (page: Page) => page.keyboard.press("Escape");

/** Presses the button whose words are one of these, whatever the language. */
async function pressOneOf(page: Page, ...names: readonly string[]): Promise<void> {
  const pattern = new RegExp(`^(?:${names.join("|")})$`);
  await page.getByRole("button", { name: pattern }).first().click();
}

/** The import of the example, from its file on. */
async function takeRoster(page: Page): Promise<void> {
  const again = page.locator(".exchange-head button").first();
  if (await again.isVisible()) await again.click();
  await page.locator('input[type="file"]').setInputFiles(ROSTER);
  await page.locator(".exchange-head").waitFor();
}

const byPress = (name: string, route: string, ...words: readonly string[]): Opening => ({
  name,
  route,
  open: async (page) => pressOneOf(page, ...words),
  close: escape,
});

const drawer = (tab: string): Opening => ({
  name: `drawer-${tab}`,
  route: `/people/${PERSON}/${tab}`,
  open: async (page) => page.locator(".people-section-head button").first().click(),
  close: escape,
});

const OPENINGS: readonly Opening[] = [
  byPress("dialog-person-new", "/people", "添加人员", "Add a person"),
  byPress("dialog-columns", "/people", "显示的列", "Columns"),
  {
    name: "dialog-bulk",
    route: "/people",
    open: async (page) => {
      await page.getByRole("checkbox").nth(2).check();
      await page.getByRole("checkbox").nth(3).check();
    },
  },
  {
    name: "dialog-bulk-appraisal",
    route: "/people",
    open: async (page) => page.locator(".people-bulk button").first().click(),
    close: escape,
  },
  {
    name: "dialog-list",
    route: "/people",
    open: async (page) => page.locator(".people-filters select").nth(1).click(),
    close: escape,
  },
  ...["education", "postings", "titles", "appraisals", "training", "sanctions"].map(drawer),
  drawer("applications"),
  {
    name: "drawer-faults",
    route: `/people/${PERSON}/postings`,
    open: async (page) => {
      await page.locator(".people-section-head button").first().click();
      await page.locator(".ant-drawer button.ant-btn-primary").first().click();
    },
    close: escape,
  },
  byPress("dialog-remove-person", `/people/${PERSON}`, "删除人员", "Remove"),
  {
    name: "drawer-training-year",
    route: "/training",
    open: async (page) => page.locator(".hours-cell").nth(1).click(),
    close: escape,
  },
  { name: "training-course", route: "/training?view=course", open: async () => {} },
  { name: "training-list", route: "/training?view=list", open: async () => {} },
  { name: "training-lacks", route: "/training?view=lacks", open: async () => {} },
  { name: "training-progress", route: "/training?view=progress", open: async () => {} },
  { name: "service-sheet", route: `/service/${PERSON}?view=sheet`, open: async () => {} },
  {
    name: "drawer-reasons",
    route: "/eligibility",
    open: async (page) =>
      page
        .getByRole("button", { name: /理由|grounds|reason/i })
        .nth(4)
        .click(),
    close: escape,
  },
  { name: "eligibility-roads", route: "/eligibility?view=roadmap", open: async () => {} },
  {
    name: "eligibility-person-road",
    route: `/eligibility/${PERSON}?view=roadmap`,
    open: async () => {},
  },
  {
    name: "eligibility-supposed",
    route: `/eligibility/${PERSON}`,
    open: async (page) => {
      await page.locator(".elig-what-if select").first().selectOption({ index: 2 });
      await page.locator(".elig-what-if button[type=submit]").click();
    },
  },
  byPress("dialog-approved", "/posts", "修改核定岗位数", "Change the approved posts"),
  {
    name: "posts-names",
    route: "/posts",
    open: async (page) => page.locator("td details summary").first().click(),
  },
  { name: "import-report", route: "/import", open: takeRoster },
  {
    name: "import-mapping",
    route: "/import",
    open: async (page) => {
      await takeRoster(page);
      await page.locator("details.exchange-panel > summary").first().click();
    },
  },
  {
    name: "import-row",
    route: "/import",
    open: async (page) => {
      await takeRoster(page);
      await page.getByRole("grid").getByRole("row").nth(1).click();
    },
    close: escape,
  },
  {
    name: "export-candidates",
    route: "/export",
    open: async (page) => page.getByRole("radio").nth(4).check(),
  },
  byPress("dialog-rebuild", "/health", "用操作日志重建", "Rebuild from the journal"),
  {
    name: "health-backed-up",
    route: "/health",
    open: async (page) => {
      await pressOneOf(page, "立即备份", "Back up now");
      await page.locator(".health-table tbody tr").last().waitFor();
    },
  },
  byPress("health-history", "/health", "显示变更记录", "Show the history"),
  byPress("dialog-passphrase", "/settings", "修改口令", "Change the passphrase"),
  byPress("dialog-recovery", "/settings", "更换恢复码", "New recovery code", "换恢复码"),
  byPress("dialog-find", "/", "查找人员", "Find people"),
];

/** Takes each of them; one that does not open is named, and the others are taken all the same. */
export async function shootDialogs(page: Page, language: string): Promise<readonly string[]> {
  const failed: string[] = [];
  page.setDefaultTimeout(4_000);
  for (const { name, route, open: act, close } of OPENINGS) {
    if (!isWanted(name)) continue;
    await open(page, route);
    try {
      await act(page);
      await shoot(page, name, language);
      await close?.(page);
    } catch (error) {
      failed.push(`${name} (${language}): ${error instanceof Error ? error.message : "?"}`);
      await escape(page);
    }
  }
  page.setDefaultTimeout(30_000);
  return failed;
}
