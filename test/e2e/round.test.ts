import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";
import {
  addReviewers,
  candidateNames,
  card,
  certify,
  checkEverybody,
  confirmEverybody,
  confirmOutcomes,
  enrolFirst,
  fillBallots,
  marks,
  missingBefore,
  openView,
  openYear,
  picker,
  planPublicity,
  seeState,
  settleFirstOpen,
  takeStep,
} from "./support/round-clerk.ts";
import { PNG_OF_ONE_PIXEL } from "./support/small-files.ts";

/** A whole round of the fictitious unit, from opening the year to 确认, as a clerk takes it. */

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await unlock(page);
  await goTo(page, "推荐申报");
});
afterAll(() => app.remove());

describe("opening a year", () => {
  it("begins with nothing and says what to do", async () => {
    await page.getByText("还没有开始申报年度").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("link", { name: "开始申报年度" }).click();
    await seeTitle(page, "开始申报年度");
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("link", { name: /返回推荐申报/ }).click();
  });

  it("takes the days of the program, and shows how far the year is", async () => {
    await openYear(page, 2026);
    const line = page.getByRole("list", { name: "年度进度" });
    expect(await line.getByRole("listitem").count()).toBe(10);
    expect(await line.locator('[aria-current="step"]').innerText()).toContain("筹备");
    expect(await findBarriers(page)).toEqual([]);
  });

  it("shows on the workbench, with the next step", async () => {
    await goTo(page, "工作台");
    const own = card(page, "推荐申报");
    await own.getByText("下一步：开始报名").waitFor();
    await own.getByText("可以办理").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await own.getByRole("link", { name: "打开推荐申报" }).click();
    await seeTitle(page, "2026年推荐申报");
  });
});

describe("enrolment", () => {
  it("takes several people on one pathway together", async () => {
    await takeStep(page, "开始报名", "报名");
    await openView(page, "报名");
    await page.getByText("还没有人报名").waitFor();
    await enrolFirst(page, {
      pathway: "正常申报",
      line: "基层职称",
      decision: "可以申报",
      count: 2,
    });
    expect(await candidateNames(page)).toHaveLength(2);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("refuses the other line for who is on one, with the clause", async () => {
    const [name = ""] = await candidateNames(page);
    const choose = (label: string, option: string) =>
      page.getByRole("combobox", { name: label }).selectOption({ label: option });
    await choose("申报通道", "正常申报");
    await choose("职称类别", "全省统一职称");
    await choose("比对结论", "全部结论");
    await page.getByRole("textbox", { name: /^姓名、拼音首字母/ }).fill(name);
    await picker(page).getByRole("checkbox", { disabled: false }).nth(1).click();
    const refusal = page.getByRole("alert").filter({ hasText: "同年度不得同时申报两类职称" });
    await refusal.getByText("条文原文").first().click();
    expect(await refusal.locator("blockquote").innerText()).toContain("同年度不得同时申报");
    expect(await page.getByRole("button", { name: /^报名（/ }).isDisabled()).toBe(true);
    await press(page, "取消选择");
    await page.getByRole("textbox", { name: /^姓名、拼音首字母/ }).fill("");
  });

  it("takes people whose answer is open", async () => {
    await enrolFirst(page, {
      pathway: "正常申报",
      line: "基层职称",
      decision: "待核实",
      count: 1,
    });
    expect(await candidateNames(page)).toHaveLength(3);
  });

  it("does not go on before everybody has confirmed; each is a press away", async () => {
    await openView(page, "概况");
    const missing = missingBefore(page, "报名截止，开始审核");
    expect(await missing.getByText("还没有本人确认").count()).toBe(3);
    expect(await findBarriers(page)).toEqual([]);
    await confirmEverybody(page, 3);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("has a sheet for the person to sign", async () => {
    await page.getByRole("link", { name: "打印确认表" }).click();
    await page.getByRole("article").getByText("本人签名").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("link", { name: "返回", exact: true }).click();
    await page.getByText(/本人已于/).waitFor();
  });

  it("settles what the records leave open by a decision with reason and evidence", async () => {
    await settleFirstOpen(page);
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe("the check", () => {
  it("passes the clear ones together, and the others one by one", async () => {
    await takeStep(page, "报名截止，开始审核", "审核");
    await openView(page, "审核");
    expect(await findBarriers(page)).toEqual([]);
    await checkEverybody(page);
  });

  it("asks for a reason where somebody does not pass", async () => {
    await page.getByRole("radio", { name: "不通过" }).check();
    await page.getByText("审核意见须写明理由").waitFor();
    expect(await page.getByRole("button", { name: "登记审核意见" }).isDisabled()).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("radio", { name: "通过", exact: true }).check();
  });
});

describe("the papers", () => {
  it("are listed with what is missing, taken in by file, and waived with a reason", async () => {
    await openView(page, "材料");
    await page.getByText("共3项申报，3项还缺材料").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await card(page, "申报材料").getByRole("rowheader").first().getByRole("link").click();
    await press(page, "加入学历学位证书");
    await card(page, "申报材料")
      .locator('input[type="file"]')
      .setInputFiles({ name: "毕业证.png", mimeType: "image/png", buffer: PNG_OF_ONE_PIXEL });
    await page.getByRole("button", { name: "查看毕业证" }).waitFor();
    await page.getByRole("button", { name: "聘任证明免交" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /免交理由/ }).fill("聘书存于县人社局");
    await dialog.getByRole("button", { name: "免交", exact: true }).click();
    await page.getByText("聘书存于县人社局").waitFor();
  });
});

describe("the review", () => {
  it("takes the reviewers, and keeps who is absent", async () => {
    await takeStep(page, "审核完毕，开始评议", "评议");
    await addReviewers(page, ["王院长", "李主席", "赵代表", "孙代表"]);
    await page.getByRole("checkbox", { name: "孙代表缺席" }).click();
    await page.getByText("共4人，到场3人，至少3人").waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it("is typed in by the keyboard alone", async () => {
    await fillBallots(page, 3, 3);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("refuses points above the most, beside the field", async () => {
    const field = marks(page).first();
    const before = await field.inputValue();
    await field.fill("99");
    await page.getByText("有1处分数不对").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await field.fill(before);
    await page.getByText("已打完全部分数").waitFor();
  });

  it("ranks by the marks and proposes, and a person confirms", async () => {
    expect(await card(page, "得分和排名").getByRole("row").count()).toBeGreaterThan(3);
    await page
      .getByText(/在空缺以内|排在空缺以外/)
      .first()
      .waitFor();
    const filled = card(page, "岗位数额").getByRole("row", { name: /^中级/ }).locator("details");
    await filled.first().locator("summary").click();
    expect(await filled.first().innerText()).toMatch(/\d+人\s+\S+、\S+/);
    await confirmOutcomes(page, 3);
    await page.getByText("全部已确认").waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it("has minutes with the marks, but without the names of a secret ballot", async () => {
    await page.getByRole("link", { name: "查看和打印评议记录" }).click();
    const minutes = page.getByRole("article");
    await minutes.getByText("无记名评分").waitFor();
    expect(await minutes.innerText()).toContain("缺席：孙代表");
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe("the publicity", () => {
  it("counts working days by the official calendar", async () => {
    await openView(page, "公示");
    await page.getByRole("textbox", { name: /^张贴日期/ }).fill("2026-09-30");
    await page.getByRole("textbox", { name: /^结束日期/ }).fill("2026-10-08");
    await page.getByText(/不足5个工作日/).waitFor();
    expect(await page.getByText("国庆节").count()).toBeGreaterThan(3);
    expect(await findBarriers(page)).toEqual([]);
    await planPublicity(page, "2026-09-30");
  });

  it("hangs a notice that names nobody's ID number", async () => {
    await takeStep(page, "评议完毕，开始公示", "公示");
    await openView(page, "表单");
    expect(await findBarriers(page)).toEqual([]);
    await card(page, "表单")
      .getByRole("row", { name: /^公示表/ })
      .getByRole("link", { name: "查看" })
      .click();
    const notice = await page.getByRole("article").innerText();
    expect(notice).toContain("公示时间：2026-09-30");
    expect(notice).not.toMatch(/\d{17}[\dX]/);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("keeps objections with their handling, and is certified once all are decided", async () => {
    await openView(page, "公示");
    await press(page, "登记异议");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^收到日期/ }).fill("2026-10-09");
    await dialog.getByRole("textbox", { name: /^异议内容/ }).fill("反映材料不实");
    await dialog.getByRole("button", { name: "保存" }).click();
    await card(page, "异议").getByText("未办结").waitFor();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("textbox", { name: /^单位负责人/ }).fill("王院长");
    expect(await page.getByRole("button", { name: "出具公示情况证明" }).isDisabled()).toBe(true);
    await press(page, "登记处理情况");
    await dialog.getByRole("textbox", { name: /^处理情况/ }).fill("核对原件，材料属实");
    await dialog.getByRole("combobox", { name: "结论" }).selectOption({ label: "异议不成立" });
    await dialog.getByRole("textbox", { name: /^办结日期/ }).fill("2026-10-12");
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole("button", { name: "保存" }).click();
    await card(page, "异议").getByText("异议不成立").waitFor();
    await dialog.waitFor({ state: "hidden" });
    await certify(page, "王院长");
    expect(await findBarriers(page)).toEqual([]);
  });

  it("ends in the confirmation, with every step in the log", async () => {
    await takeStep(page, "公示结束，确认推荐人选", "确认");
    // Five steps, the opening and the head.
    expect(await card(page, "办理记录").getByRole("row").count()).toBe(7);
    // Sending names the papers that are still owed, each a press away.
    expect(await missingBefore(page, "报送人社局").getByRole("link").count()).toBeGreaterThan(3);
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe("what was done", () => {
  it("is still there after a restart", async () => {
    page = await app.restart();
    page.setDefaultTimeout(20_000);
    await unlock(page);
    await goTo(page, "推荐申报");
    await seeState(page, "确认");
  });

  it("can be taken back, by one who says why where a notice hung", async () => {
    await press(page, "撤回“公示结束，确认推荐人选”");
    await seeState(page, "公示");
    await press(page, "撤回“评议完毕，开始公示”");
    const dialog = page.getByRole("dialog");
    const take = dialog.getByRole("button", { name: "撤回上一步" });
    expect(await take.isDisabled()).toBe(true);
    await dialog.getByRole("textbox", { name: /^原因/ }).fill("公示地点有误");
    await take.click();
    await seeState(page, "评议");
    await openView(page, "公示");
    await page.getByRole("button", { name: "保存公示安排" }).waitFor();
  });
});
