import type { Page } from "playwright-core";
import { press, seeTitle } from "./clerk.ts";

/** What a clerk does in a round of the unit, by the words on the screen. */

/** Opens a view of the round by its name. */
export async function openView(page: Page, name: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "年度推荐申报" })
    .getByRole("link", { name, exact: true })
    .click();
}

/** Waits until the round is in a state. */
export async function seeState(page: Page, state: string): Promise<void> {
  await page.getByText(new RegExp(`^${state} · 申报日期`)).waitFor();
}

/** Takes a step that the overview offers, and waits for the state that it leads to. */
export async function takeStep(page: Page, label: string, state: string): Promise<void> {
  await openView(page, "概况");
  await page.getByRole("button", { name: label, exact: true }).click();
  await seeState(page, state);
}

/** One framed part of a page. */
export function card(page: Page, name: string | RegExp) {
  return page.getByRole("region", { name });
}

/** Opens a year's round from the page of the round, where none is open yet. */
export async function openYear(page: Page, year: number): Promise<void> {
  await page.getByRole("link", { name: "开始申报年度" }).click();
  await seeTitle(page, "开始申报年度");
  await press(page, `开始${year}年推荐申报`);
  await seeTitle(page, `${year}年推荐申报`);
}

/** The list from which people are taken. */
export function picker(page: Page) {
  return page.getByRole("grid", { name: "选人报名" });
}

interface Wanted {
  readonly pathway: string;
  readonly line: string;
  readonly decision: string;
  readonly count: number;
}

/** Narrows the list, and enrols the first so many of it. */
export async function enrolFirst(page: Page, wanted: Wanted): Promise<void> {
  const { pathway, line, decision, count } = wanted;
  const choose = (name: string, label: string) =>
    page.getByRole("combobox", { name }).selectOption({ label });
  await choose("比对结论", decision);
  await choose("申报通道", pathway);
  await choose("职称类别", line);
  const boxes = picker(page).getByRole("checkbox", { disabled: false });
  // The first box is the head's.
  for (let at = 1; at <= count; at += 1) await boxes.nth(at).click();
  await press(page, `报名（${count}项）`);
  await page.getByText(new RegExp(`已保存：.*报名${count}项`)).waitFor();
}

/** Names on the list of candidates. */
export async function candidateNames(page: Page): Promise<readonly string[]> {
  return card(page, /^报名人员/)
    .getByRole("rowheader")
    .allInnerTexts();
}

/** Notes the own confirmation of one after the other, by the links of the overview. */
export async function confirmEverybody(page: Page, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    await openView(page, "概况");
    await missingBefore(page, "报名截止，开始审核")
      .getByRole("link", { name: "去处理" })
      .first()
      .click();
    await press(page, "登记本人确认");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await page.getByText(/本人已于\d{4}-\d{2}-\d{2}确认/).waitFor();
  }
}

/** What the overview lists as missing before a step. */
export function missingBefore(page: Page, step: string) {
  return page.getByRole("list", { name: `办理“${step}”以前要处理` });
}

/** Opens the first candidate of whom something cannot be told, and settles it. */
export async function settleFirstOpen(page: Page): Promise<void> {
  await openView(page, "报名");
  const open = card(page, /^报名人员/)
    .getByRole("row")
    .filter({ hasText: "待核实" });
  await open.first().getByRole("link").click();
  await press(page, "人工认定");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /认定理由/ }).fill("2021年考核表遗失，考核结果为合格");
  await dialog.getByRole("textbox", { name: /依据材料/ }).fill("县卫健局证明原件");
  await dialog.getByRole("button", { name: "认定", exact: true }).click();
  await page.getByText("理由：2021年考核表遗失").first().waitFor();
}

/** Passes the clear ones together, then whoever is left one by one. */
export async function checkEverybody(page: Page): Promise<void> {
  await openView(page, "审核");
  await page.getByRole("button", { name: /^一并通过可以申报的\d+项$/ }).click();
  await page.getByText(/已保存：登记\d+项审核通过/).waitFor();
  const open = card(page, "资格审核").getByRole("row").filter({ hasText: "未审核" });
  for (let left = await open.count(); left > 0; left -= 1) {
    await openView(page, "审核");
    await open.first().getByRole("link").first().click();
    await press(page, "登记审核意见");
    await page.getByText(/已保存：.*登记审核意见/).waitFor();
  }
}

/** Enters reviewers by name. */
export async function addReviewers(page: Page, names: readonly string[]): Promise<void> {
  await openView(page, "评议");
  for (const name of names) {
    await press(page, "添加评议人");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^姓名/ }).fill(name);
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByRole("rowheader", { name, exact: true }).waitFor();
  }
}

/** The fields of the ballot that is open. */
export function marks(page: Page) {
  return card(page, "评议表").locator("input.round-mark");
}

/** The criteria that are the reviewers' to judge; the years come with proposed points. */
const JUDGED = 3;

/** Types ballots by the keyboard alone: Enter goes down the column, then to the next one. */
export async function fillBallots(page: Page, ballots: number, people: number): Promise<void> {
  for (let ballot = 1; ballot <= ballots; ballot += 1) {
    await marks(page).first().focus();
    for (let column = 0; column < JUDGED; column += 1) {
      for (let row = 0; row < people; row += 1) {
        await page.keyboard.type(String(10 + row + ballot));
        await page.keyboard.press("Enter");
      }
    }
    await page.getByText("已打完全部分数").waitFor();
    await press(page, `保存评议表（第${ballot}张）`);
    await page.getByText(`已保存：保存评议表（第${ballot}张）`).waitFor();
  }
}

/** Confirms what the program proposes for everybody. */
export async function confirmOutcomes(page: Page, people: number): Promise<void> {
  await page.getByRole("button", { name: `确认${people}人的推荐结果`, exact: true }).click();
  await page.getByText(`已保存：确认${people}人的推荐结果`).waitFor();
}

/** Plans the notice from a day on for as short as the law allows. */
export async function planPublicity(page: Page, from: string): Promise<void> {
  await openView(page, "公示");
  await page.getByRole("textbox", { name: /^张贴日期/ }).fill(from);
  await page.getByRole("textbox", { name: /^结束日期/ }).fill(from);
  await page.getByRole("textbox", { name: /^公示地点/ }).fill("院务公开栏");
  await page.getByRole("button", { name: /^改为最早日期/ }).click();
  await page.getByText("5个工作日", { exact: true }).waitFor();
  await press(page, "保存公示安排");
  await page.getByText(/已保存：保存\d{4}年公示安排/).waitFor();
}

/** Certifies the publicity in the name of the unit's head. */
export async function certify(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: /^单位负责人/ }).fill(name);
  await press(page, "出具公示情况证明");
  await page.getByText(new RegExp(`${name}，\\d{4}`)).waitFor();
}
