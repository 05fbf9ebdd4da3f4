import type { Page } from "playwright-core";
import { roundAddress, VIEWS } from "../../../../renderer/widgets/round-addresses.ts";
import { goTo, PASSPHRASE, secrets, unlock } from "../clerk.ts";
import {
  addReviewers,
  certify,
  checkEverybody,
  confirmEverybody,
  confirmOutcomes,
  enrolFirst,
  fillBallots,
  openView,
  openYear,
  planPublicity,
  settleFirstOpen,
  takeStep,
} from "../round-clerk.ts";
import { isAnyWanted, LANGUAGES, open, shoot, useLanguage } from "./shoot.ts";

const PEOPLE = 3;
const CHINESE = LANGUAGES[0];

/** The pages of a round as it goes on; in the first language, since the clerk finds the buttons by their words. */
export async function shootRound(page: Page): Promise<void> {
  if (!isAnyWanted("round")) return;
  await useLanguage(page, CHINESE);
  await unlock(page);
  await goTo(page, "推荐申报");
  const shootView = async (name: string, view: string) => {
    await openView(page, view);
    await shoot(page, `round-${name}`, CHINESE);
  };
  await openYear(page, 2026);
  await shoot(page, "round-01-opened", CHINESE);
  await takeStep(page, "开始报名", "报名");
  await openView(page, "报名");
  const regular = { pathway: "正常申报", line: "基层职称" };
  await enrolFirst(page, { ...regular, decision: "可以申报", count: PEOPLE - 1 });
  await enrolFirst(page, { ...regular, decision: "待核实", count: 1 });
  await shoot(page, "round-02-enrol", CHINESE);
  await shootView("03-missing", "概况");
  await confirmEverybody(page, PEOPLE);
  await settleFirstOpen(page);
  await shoot(page, "round-04-candidate", CHINESE);
  await takeStep(page, "报名截止，开始审核", "审核");
  await checkEverybody(page);
  await shootView("05-check", "审核");
  await shootView("06-materials", "材料");
  await takeStep(page, "审核完毕，开始评议", "评议");
  await addReviewers(page, ["王院长", "李主席", "赵代表"]);
  await fillBallots(page, PEOPLE, PEOPLE);
  await confirmOutcomes(page, PEOPLE);
  await shootView("07-review", "评议");
  await planPublicity(page, "2026-09-30");
  await takeStep(page, "评议完毕，开始公示", "公示");
  await openView(page, "公示");
  await certify(page, "王院长");
  await shoot(page, "round-08-publicity", CHINESE);
  await takeStep(page, "公示结束，确认推荐人选", "确认");
  await shoot(page, "round-09-overview", CHINESE);
  await shootView("10-forms", "表单");
  await page
    .getByRole("row", { name: /^评议记录/ })
    .getByRole("link")
    .click();
  await page.getByRole("article").waitFor();
  await shoot(page, "round-11-minutes", CHINESE);
  await shootView("12-results", "结果");
  await shootInOther(page);
}

const OTHER = LANGUAGES[1];

/** The same pages in the other language, as the round then stands. */
async function shootInOther(page: Page): Promise<void> {
  const [candidate] = await page.getByRole("main").getByRole("table").getByRole("link").all();
  const ofCandidate = await candidate?.getAttribute("href");
  if (typeof ofCandidate !== "string") throw new Error("no candidate's page");
  await useLanguage(page, OTHER);
  await secrets(page).fill(PASSPHRASE);
  await page.locator('button[type="submit"]').click();
  await page.getByRole("navigation").first().waitFor();
  for (const view of VIEWS) {
    const isCandidate = view === "candidate";
    await open(page, isCandidate ? ofCandidate.replace(/^#/, "") : roundAddress(2026, view));
    await shoot(page, `round-${view}`, OTHER);
  }
}
